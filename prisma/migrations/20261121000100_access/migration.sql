-- Code decides verbs, the database decides rows (house rule 4).
--
-- The portal's requests run as portal_app, which owns nothing and cannot bypass policies. A request states its scope in
-- its first statement with set_config(…, true), so that it ends with the transaction:
--   portal.scope      system | all | region | municipality | school | classes | public   (absent: no rows at all)
--   portal.scope_id   the id of that region, municipality or school
--   portal.person_id  who asks
--   portal.classes    for a teacher: own classes as {"2025:5А",…} (school year and label)
-- Policies read the scope inside a sub-select, so it is evaluated once per statement.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    CREATE ROLE portal_app NOLOGIN NOINHERIT NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this server made it at the same moment
END $$;
DO $$ BEGIN EXECUTE format('GRANT portal_app TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;

GRANT USAGE ON SCHEMA public TO portal_app;

-- What a scope sees. SECURITY DEFINER: they read the registry of schools and municipalities past its policies.
CREATE FUNCTION portal_scope() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT coalesce(nullif(current_setting('portal.scope', true), ''), 'none') $$;
CREATE FUNCTION portal_scope_id() RETURNS int LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('portal.scope_id', true), '')::int $$;
CREATE FUNCTION portal_person_id() RETURNS int LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('portal.person_id', true), '')::int $$;
CREATE FUNCTION portal_classes() RETURNS text[] LANGUAGE sql STABLE
  AS $$ SELECT coalesce(nullif(current_setting('portal.classes', true), '')::text[], '{}') $$;

CREATE FUNCTION visible_school_ids() RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id FROM school s JOIN municipality m ON m.id = s.municipality_id
  WHERE CASE portal_scope()
    WHEN 'system' THEN true
    WHEN 'all' THEN true
    WHEN 'region' THEN m.region_id = portal_scope_id()
    WHEN 'municipality' THEN s.municipality_id = portal_scope_id()
    WHEN 'school' THEN s.id = portal_scope_id()
    WHEN 'classes' THEN s.id = portal_scope_id()
    ELSE false END
$$;
-- Areas whose merged summaries (they name no school) a viewer may compare with: the own municipality and region.
CREATE FUNCTION visible_municipality_ids() RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.id FROM municipality m
  WHERE CASE portal_scope()
    WHEN 'system' THEN true
    WHEN 'all' THEN true
    WHEN 'region' THEN m.region_id = portal_scope_id()
    WHEN 'municipality' THEN m.id = portal_scope_id()
    WHEN 'school' THEN m.id = (SELECT municipality_id FROM school WHERE id = portal_scope_id())
    WHEN 'classes' THEN m.id = (SELECT municipality_id FROM school WHERE id = portal_scope_id())
    ELSE false END
$$;
CREATE FUNCTION visible_region_ids() RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.id FROM region r
  WHERE CASE portal_scope()
    WHEN 'system' THEN true
    WHEN 'all' THEN true
    WHEN 'region' THEN r.id = portal_scope_id()
    WHEN 'municipality' THEN r.id = (SELECT region_id FROM municipality WHERE id = portal_scope_id())
    ELSE r.id = (SELECT m.region_id FROM municipality m JOIN school s ON s.municipality_id = m.id WHERE s.id = portal_scope_id())
      AND portal_scope() IN ('school', 'classes') END
$$;

-- Dictionaries: everybody with a scope reads them; the public reads none of them (it has the two views below).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['region', 'municipality', 'work', 'work_task', 'scale_edition'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portal_app USING ((SELECT portal_scope()) NOT IN (''none'', ''public''))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO portal_app WITH CHECK ((SELECT portal_scope()) NOT IN (''none'', ''public'', ''classes''))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO portal_app USING ((SELECT portal_scope()) NOT IN (''none'', ''public'', ''classes'', ''school''))', t || '_change', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO portal_app USING ((SELECT portal_scope()) NOT IN (''none'', ''public'', ''classes'', ''school''))', t || '_remove', t);
  END LOOP;
END $$;

-- The registry of schools.
ALTER TABLE "school" ENABLE ROW LEVEL SECURITY;
-- By municipality and not by visible_school_ids(): a row that has just been added is not yet in that function's sight.
CREATE POLICY "school_read" ON "school" FOR SELECT TO portal_app USING (
  CASE WHEN (SELECT portal_scope()) IN ('school', 'classes') THEN id = (SELECT portal_scope_id())
    ELSE municipality_id IN (SELECT visible_municipality_ids()) END);
CREATE POLICY "school_change" ON "school" FOR UPDATE TO portal_app
  USING (CASE WHEN (SELECT portal_scope()) IN ('school', 'classes') THEN id = (SELECT portal_scope_id())
    ELSE municipality_id IN (SELECT visible_municipality_ids()) END)
  WITH CHECK (municipality_id IN (SELECT visible_municipality_ids()));
CREATE POLICY "school_add" ON "school" FOR INSERT TO portal_app
  WITH CHECK (municipality_id IN (SELECT visible_municipality_ids()) AND (SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality'));

-- Everything that belongs to a school.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['school_class', 'school_lineage', 'result_set', 'import_target'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (school_id IN (SELECT visible_school_ids())) WITH CHECK (school_id IN (SELECT visible_school_ids()))', t || '_scope', t);
  END LOOP;
  -- A teacher reads the own classes; of the school's summaries also the whole-school row, never another class.
  FOREACH t IN ARRAY ARRAY['participation', 'summary'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I
      USING (school_id IN (SELECT visible_school_ids()) AND ((SELECT portal_scope()) <> 'classes' OR class_label = '*'
        OR (school_year || ':' || class_label) = ANY ((SELECT portal_classes())::text[])))
      WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_scope', t);
  END LOOP;
END $$;
-- Staged and replaced rows are as confidential as the rows themselves; teachers import nothing.
ALTER TABLE "import_row" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_row" FORCE ROW LEVEL SECURITY;
CREATE POLICY "import_row_scope" ON "import_row"
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');

-- An import belongs to the unit of the person who brought it: a school sees its own, an officer those of the unit and its schools.
ALTER TABLE "import_file" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_file" FORCE ROW LEVEL SECURITY;
CREATE POLICY "import_file_scope" ON "import_file" USING (
  (SELECT portal_scope()) IN ('system', 'all')
  OR ((SELECT portal_scope()) <> 'classes' AND school_id IN (SELECT visible_school_ids()))
  OR ((SELECT portal_scope()) IN ('municipality', 'region') AND school_id IS NULL AND municipality_id IN (SELECT visible_municipality_ids()))
  OR ((SELECT portal_scope()) = 'region' AND school_id IS NULL AND municipality_id IS NULL AND region_id = (SELECT portal_scope_id()))
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import_sheet', 'import_finding'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (import_id IN (SELECT id FROM import_file))', t || '_scope', t);
  END LOOP;
END $$;

-- Area summaries name no school; they are shared with everybody who works in the area.
ALTER TABLE "area_summary" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "area_summary" FORCE ROW LEVEL SECURITY;
CREATE POLICY "area_summary_scope" ON "area_summary" USING (
  (area_kind = 'municipality' AND area_id IN (SELECT visible_municipality_ids()))
  OR (area_kind = 'region' AND area_id IN (SELECT visible_region_ids()))
);

ALTER TABLE "flag_rule_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "flag_rule_version" FORCE ROW LEVEL SECURITY;
CREATE POLICY "flag_rule_version_read" ON "flag_rule_version" FOR SELECT USING (region_id IN (SELECT visible_region_ids()));
CREATE POLICY "flag_rule_version_add" ON "flag_rule_version" FOR INSERT
  WITH CHECK (region_id IN (SELECT visible_region_ids()) AND (SELECT portal_scope()) IN ('system', 'all', 'region'));

-- People: oneself, the people of one's unit; a teacher sees nobody else.
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;
CREATE POLICY "person_scope" ON "person" USING (
  (SELECT portal_scope()) IN ('system', 'all')
  OR id = (SELECT portal_person_id())
  OR ((SELECT portal_scope()) <> 'classes' AND school_id IN (SELECT visible_school_ids()))
  OR ((SELECT portal_scope()) IN ('municipality', 'region') AND municipality_id IN (SELECT visible_municipality_ids()))
  OR ((SELECT portal_scope()) = 'region' AND region_id = (SELECT portal_scope_id()))
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['session', 'invitation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING ((SELECT portal_scope()) IN (''system'', ''all'') OR person_id = (SELECT portal_person_id()))', t || '_scope', t);
  END LOOP;
END $$;
ALTER TABLE "sign_in_attempt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sign_in_attempt" FORCE ROW LEVEL SECURITY;
CREATE POLICY "sign_in_attempt_scope" ON "sign_in_attempt" USING ((SELECT portal_scope()) = 'system');

-- Reports. Drafts belong to their unit; the public sees a report once it has an edition, and content that is not withdrawn.
ALTER TABLE "report" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "report_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "report_snapshot" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "published_cell" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "report" FORCE ROW LEVEL SECURITY;
ALTER TABLE "report_version" FORCE ROW LEVEL SECURITY;
ALTER TABLE "report_snapshot" FORCE ROW LEVEL SECURITY;
ALTER TABLE "published_cell" FORCE ROW LEVEL SECURITY;
CREATE POLICY "report_scope" ON "report" USING (
  (SELECT portal_scope()) IN ('system', 'all')
  OR school_id IN (SELECT visible_school_ids())
  OR (school_id IS NULL AND (SELECT portal_scope()) IN ('municipality', 'region') AND municipality_id IN (SELECT visible_municipality_ids()))
  OR (school_id IS NULL AND municipality_id IS NULL AND (SELECT portal_scope()) = 'region' AND region_id = (SELECT portal_scope_id()))
);
CREATE POLICY "report_version_scope" ON "report_version" USING (report_id IN (SELECT id FROM report));
CREATE POLICY "report_public" ON "report" FOR SELECT USING (
  (SELECT portal_scope()) = 'public' AND published_at IS NOT NULL
);
CREATE POLICY "report_snapshot_scope" ON "report_snapshot" USING (
  report_id IN (SELECT id FROM report)
  AND ((SELECT portal_scope()) <> 'public'
    OR (report_id, version) IN (SELECT v.report_id, v.version FROM report_version v WHERE v.withdrawn_at IS NULL))
);
-- The ledger of published figures is read when a new edition is checked, for every unit of the area.
CREATE POLICY "published_cell_scope" ON "published_cell" USING (
  municipality_id IN (SELECT visible_municipality_ids()) OR region_id IN (SELECT visible_region_ids())
);

-- What the public may know of schools without any report: that they exist, and where.
CREATE VIEW "school_public" AS
  SELECT s.id, s.slug, s.name, s.kind, s.locality, s.closed_on, m.id AS municipality_id, m.name AS municipality_name, m.slug AS municipality_slug
  FROM school s JOIN municipality m ON m.id = s.municipality_id;
GRANT SELECT ON "school_public" TO portal_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "region", "municipality", "school", "school_class", "school_lineage", "work", "work_task",
  "import_file", "import_sheet", "import_finding", "import_target", "import_row", "result_set", "participation",
  "summary", "area_summary", "person", "session", "invitation", "sign_in_attempt", "report"
TO portal_app;
-- Adopted and published things are added, never rewritten.
GRANT SELECT, INSERT ON "scale_edition", "flag_rule_version", "report_snapshot", "published_cell" TO portal_app;
GRANT SELECT, INSERT, UPDATE ("withdrawn_at", "withdrawn_by", "withdrawn_reason") ON "report_version" TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
