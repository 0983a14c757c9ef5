-- What the frame asks of the database beyond tables.

-- The state of a chain of the journal. Besides a changed or missing link (audit_first_break) it sees that the end was
-- cut off, by the hash kept beside the chain. It runs as the owner: a reader whose scope hides part of a chain would
-- otherwise see breaks where there are none. It tells a count, ids and the last hash, never what happened.
CREATE FUNCTION audit_chain_state(which int, OUT events bigint, OUT broken_at bigint, OUT cut_off boolean, OUT last_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT
    (SELECT count(*) FROM audit_event a WHERE a.chain = which),
    audit_first_break(which),
    coalesce((SELECT c.hash FROM audit_chain c WHERE c.chain = which), repeat('0', 64))
      <> coalesce((SELECT a.hash FROM audit_event a WHERE a.chain = which ORDER BY a.id DESC LIMIT 1), repeat('0', 64)),
    (SELECT c.hash FROM audit_chain c WHERE c.chain = which)
$$;

-- For the health page: how many migrations this database has, or null when Prisma's own record is not there.
CREATE FUNCTION portal_migrations() RETURNS int
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL);
END $$;
