-- The journal of changes: insert-only, hash-chained per municipality (chain 0: what belongs to none).
-- The chain is made here and not in code, so that nobody who can insert a row can choose its place or its hash.

-- The last link of each chain. portal_app cannot touch it; the trigger below runs as the owner.
CREATE TABLE "audit_chain" ("chain" int PRIMARY KEY, "hash" text NOT NULL);

CREATE FUNCTION audit_digest(e audit_event) RETURNS text LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\x1f', e.previous_hash, e.id, e.chain, to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS'),
    coalesce(e.actor_id::text, ''), e.actor_role, coalesce(e.municipality_id::text, ''), coalesce(e.school_id::text, ''),
    e.action, e.subject, e.details::text), 'UTF8')), 'hex')
$$;

CREATE FUNCTION audit_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.chain := coalesce(NEW.municipality_id, 0);
  INSERT INTO audit_chain (chain, hash) VALUES (NEW.chain, repeat('0', 64)) ON CONFLICT DO NOTHING;
  -- Waits for whoever is writing to the same chain: links stand in one order, without gaps.
  SELECT hash INTO NEW.previous_hash FROM audit_chain WHERE chain = NEW.chain FOR UPDATE;
  -- Taken again under the lock, so that ids grow along the chain.
  NEW.id := nextval('audit_event_id_seq');
  NEW.hash := audit_digest(NEW);
  UPDATE audit_chain SET hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_event_link" BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION audit_link();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "audit_event_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "report_snapshot_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_snapshot" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "scale_edition_fixed" BEFORE UPDATE OR TRUNCATE ON "scale_edition" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The first broken link of a chain, or nothing when it is whole.
CREATE FUNCTION audit_first_break(which int) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT e.id FROM (
    SELECT a AS event, a.id, a.hash, a.previous_hash, lag(a.hash, 1, repeat('0', 64)) OVER (ORDER BY a.id) AS expected
    FROM audit_event a WHERE a.chain = which
  ) e
  WHERE e.previous_hash <> e.expected OR e.hash <> audit_digest(e.event)
  ORDER BY e.id LIMIT 1
$$;

ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "audit_event_read" ON "audit_event" FOR SELECT TO portal_app USING (
  (SELECT portal_scope()) IN ('system', 'all')
  OR ((SELECT portal_scope()) IN ('municipality', 'region') AND municipality_id IN (SELECT visible_municipality_ids()))
  OR ((SELECT portal_scope()) = 'school' AND school_id IN (SELECT visible_school_ids()))
);
-- An event may be written for whatever the writer can see; the command decides the verb.
CREATE POLICY "audit_event_add" ON "audit_event" FOR INSERT TO portal_app WITH CHECK ((SELECT portal_scope()) NOT IN ('none', 'public'));

-- Jobs are enqueued in the transaction that makes them necessary (house rule 3).
CREATE FUNCTION portal_enqueue(task text, payload json, job_key text DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, job_key := portal_enqueue.job_key);
END $$;

GRANT SELECT, INSERT ON "audit_event" TO portal_app;
GRANT USAGE ON SEQUENCE "audit_event_id_seq" TO portal_app;
