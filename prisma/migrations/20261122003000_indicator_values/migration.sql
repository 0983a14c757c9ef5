-- Values of indicators, what people enter for them, who owes what, and frozen tables.

CREATE TABLE "indicator_value" (
    "unit_kind" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "period_start" DATE NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "period_end" DATE NOT NULL,
    "version_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "numerator" DOUBLE PRECISION,
    "denominator" DOUBLE PRECISION,
    "reason" TEXT NOT NULL DEFAULT '',
    "missing" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "schools" INTEGER NOT NULL DEFAULT 1,
    "schools_due" INTEGER NOT NULL DEFAULT 1,
    "origin" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "indicator_value_pkey" PRIMARY KEY ("unit_kind", "unit_id", "period_start", "indicator_id")
);

CREATE TABLE "indicator_fact" (
    "school_id" INTEGER NOT NULL,
    "school_year" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "origin" TEXT NOT NULL,
    "entered_by" INTEGER NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "indicator_fact_pkey" PRIMARY KEY ("school_id", "school_year", "code")
);

CREATE TABLE "indicator_duty" (
    "school_id" INTEGER NOT NULL,
    "school_year" SMALLINT NOT NULL,
    "fact_group" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "set_by" INTEGER NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "indicator_duty_pkey" PRIMARY KEY ("school_id", "school_year", "fact_group")
);

CREATE TABLE "indicator_change" (
    "id" BIGSERIAL NOT NULL,
    "school_id" INTEGER NOT NULL,
    "school_year" SMALLINT NOT NULL,

    CONSTRAINT "indicator_change_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indicator_snapshot" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "asked" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER NOT NULL,

    CONSTRAINT "indicator_snapshot_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "indicator_value_indicator_id_unit_kind_period_start_idx" ON "indicator_value"("indicator_id", "unit_kind", "period_start");
CREATE INDEX "indicator_duty_person_id_idx" ON "indicator_duty"("person_id");
CREATE UNIQUE INDEX "indicator_snapshot_slug_key" ON "indicator_snapshot"("slug");

-- The three silences: a value has a number, silence has none and says why.
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_state" CHECK (
  state IN ('value', 'absent', 'notApplicable') AND (state = 'value') = (value IS NOT NULL) AND (state = 'value') = (reason = ''));
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_unit" CHECK (unit_kind IN ('school', 'municipality', 'region'));
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_origin" CHECK (origin IN ('computed', 'entered', 'imported'));
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_numbers" CHECK (
  schools BETWEEN 0 AND schools_due AND period_end >= period_start
  AND coalesce(value, 0) NOT IN ('NaN', 'Infinity', '-Infinity'));
ALTER TABLE "indicator_fact" ADD CONSTRAINT "indicator_fact_content" CHECK (
  code ~ '^[a-z][a-z0-9_]*$|^value:.{1,40}$' AND school_year BETWEEN 2000 AND 2100 AND version > 0
  AND value NOT IN ('NaN', 'Infinity', '-Infinity') AND origin IN ('entered', 'imported') AND char_length(note) <= 500);
ALTER TABLE "indicator_snapshot" ADD CONSTRAINT "indicator_snapshot_owner" CHECK (num_nonnulls(region_id, municipality_id, school_id) = 1);

-- A value belongs to its unit: a school's to whoever sees the school, an area's (it names no school) to all who work in it. The portal writes.
ALTER TABLE "indicator_value" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "indicator_value" FORCE ROW LEVEL SECURITY;
CREATE POLICY "indicator_value_read" ON "indicator_value" FOR SELECT USING (
  (unit_kind = 'school' AND unit_id IN (SELECT visible_school_ids()))
  OR (unit_kind = 'municipality' AND unit_id IN (SELECT visible_municipality_ids()))
  OR (unit_kind = 'region' AND unit_id IN (SELECT visible_region_ids())));
CREATE POLICY "indicator_value_portal" ON "indicator_value" USING ((SELECT portal_scope()) = 'system') WITH CHECK ((SELECT portal_scope()) = 'system');

-- What was entered: read by everybody who sees the school, written by those as well (the command asks who may).
ALTER TABLE "indicator_fact" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "indicator_fact" FORCE ROW LEVEL SECURITY;
CREATE POLICY "indicator_fact_scope" ON "indicator_fact" USING (school_id IN (SELECT visible_school_ids())) WITH CHECK (school_id IN (SELECT visible_school_ids()));
-- Duties are given by those who see the whole school; a teacher sees them.
ALTER TABLE "indicator_duty" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "indicator_duty" FORCE ROW LEVEL SECURITY;
CREATE POLICY "indicator_duty_read" ON "indicator_duty" FOR SELECT USING (school_id IN (SELECT visible_school_ids()));
CREATE POLICY "indicator_duty_add" ON "indicator_duty" FOR INSERT
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');
CREATE POLICY "indicator_duty_change" ON "indicator_duty" FOR UPDATE
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');
-- Not forced: the trigger below writes it as the owner, whoever has changed a fact.
ALTER TABLE "indicator_change" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "indicator_change_portal" ON "indicator_change" TO portal_app USING ((SELECT portal_scope()) = 'system');
-- A frozen table holds what its maker saw, so it opens for those who see all of that unit.
ALTER TABLE "indicator_snapshot" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "indicator_snapshot" FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
  covered text := 'CASE (SELECT portal_scope())
    WHEN ''system'' THEN true
    WHEN ''all'' THEN true
    WHEN ''region'' THEN region_id = (SELECT portal_scope_id()) OR municipality_id IN (SELECT visible_municipality_ids()) OR school_id IN (SELECT visible_school_ids())
    WHEN ''municipality'' THEN municipality_id = (SELECT portal_scope_id()) OR school_id IN (SELECT visible_school_ids())
    WHEN ''school'' THEN school_id = (SELECT portal_scope_id())
    WHEN ''classes'' THEN school_id = (SELECT portal_scope_id())
    ELSE false END';
BEGIN
  EXECUTE format('CREATE POLICY indicator_snapshot_read ON indicator_snapshot FOR SELECT USING (coalesce(%s, false))', covered);
  EXECUTE format('CREATE POLICY indicator_snapshot_add ON indicator_snapshot FOR INSERT WITH CHECK (coalesce(%s, false))', covered);
END $$;
CREATE TRIGGER "indicator_snapshot_fixed" BEFORE UPDATE OR DELETE ON "indicator_snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE, DELETE ON "indicator_value" TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "indicator_fact" TO portal_app;
GRANT SELECT, INSERT, UPDATE ON "indicator_duty" TO portal_app;
GRANT SELECT, INSERT, DELETE ON "indicator_change" TO portal_app;
GRANT SELECT, INSERT ON "indicator_snapshot" TO portal_app;
GRANT USAGE ON SEQUENCE "indicator_change_id_seq", "indicator_snapshot_id_seq" TO portal_app;

-- Whatever changes a fact (results, examinations, registers, classes, entered values) says here whose values are out of
-- date and sets their computing in motion in the same transaction, so that no way of changing facts can forget it. One
-- job a transaction, keyed by it: a regional file is computed once, and two transactions never wait for each other.
CREATE FUNCTION indicator_facts_changed(school_ids int[], school_years int[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF coalesce(cardinality(school_ids), 0) = 0 THEN RETURN; END IF;
  INSERT INTO indicator_change (school_id, school_year) SELECT * FROM unnest(school_ids, school_years);
  -- Before the portal has started for the first time there is no queue yet; the nightly round computes what was noted.
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM portal_enqueue('indicators.compute', '{}'::json, 'indicators.compute:' || pg_current_xact_id());
  END IF;
END $$;
REVOKE ALL ON FUNCTION indicator_facts_changed(int[], int[]) FROM PUBLIC;

CREATE FUNCTION indicator_changed_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  schools int[];
  years int[];
BEGIN
  -- TG_ARGV[0]: the expression of the school year; a constant of this migration, never of a request.
  EXECUTE format('SELECT array_agg(school_id), array_agg(school_year) FROM (SELECT DISTINCT school_id::int, (%s)::int AS school_year FROM changed) c', TG_ARGV[0])
    INTO schools, years;
  PERFORM indicator_facts_changed(schools, years);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION indicator_changed_row() FROM PUBLIC;
DO $$
DECLARE r record;
BEGIN
  FOR r IN SELECT * FROM (VALUES
    ('summary', 'school_year'), ('exam_summary', 'year - 1'), ('exam_register', 'year - 1'), ('exam_subject_register', 'year - 1'),
    ('school_class', 'year'), ('indicator_fact', 'school_year')) AS v(t, school_year)
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_changed_row(%L)', r.t || '_value_added', r.t, r.school_year);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_changed_row(%L)', r.t || '_value_changed', r.t, r.school_year);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_changed_row(%L)', r.t || '_value_removed', r.t, r.school_year);
  END LOOP;
END $$;

-- An adopted version may change any number, so everything is computed anew.
CREATE FUNCTION indicator_version_adopted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL AND EXISTS (SELECT FROM changed WHERE status = 'adopted') THEN
    PERFORM portal_enqueue('indicators.recompute', '{}'::json, 'indicators.recompute:' || pg_current_xact_id());
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION indicator_version_adopted() FROM PUBLIC;
CREATE TRIGGER "indicator_version_value_added" AFTER INSERT ON "indicator_version" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_version_adopted();
CREATE TRIGGER "indicator_version_value_changed" AFTER UPDATE ON "indicator_version" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_version_adopted();
