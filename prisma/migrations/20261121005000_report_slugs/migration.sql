-- Whether an address is taken by any report, also one that the asking person cannot see. It tells yes or no.
-- plpgsql, so that the scope can be widened for this one look and put back.
CREATE FUNCTION report_slug_taken(wanted text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  asked text := current_setting('portal.scope', true);
  taken boolean;
BEGIN
  PERFORM set_config('portal.scope', 'system', true);
  SELECT EXISTS (SELECT FROM report WHERE slug = wanted) INTO taken;
  PERFORM set_config('portal.scope', coalesce(asked, ''), true);
  RETURN taken;
END $$;
