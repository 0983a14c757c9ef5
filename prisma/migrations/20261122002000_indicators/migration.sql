-- The catalogue of indicators: what is measured, what each version of it means, why (clauses), who measures it, borders of levels, targets.

CREATE TABLE "indicator" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indicator_version" (
    "id" SERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "name" TEXT NOT NULL,
    "name_uk" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "definition_uk" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "decimals" SMALLINT NOT NULL,
    "direction" TEXT NOT NULL,
    "numerator" TEXT,
    "denominator" TEXT,
    "condition" TEXT,
    "aggregation" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "due_days" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "performer" TEXT NOT NULL,
    "addressees" TEXT[],
    "rule_kind" TEXT NOT NULL,
    "needs_check" BOOLEAN NOT NULL DEFAULT false,
    "weight" DOUBLE PRECISION,
    "based_on_version_id" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,
    "adopted_at" TIMESTAMPTZ(3),
    "adopted_by" INTEGER,

    CONSTRAINT "indicator_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indicator_basis" (
    "id" SERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "regulation_id" INTEGER,
    "clause_key" TEXT,
    "citation" TEXT NOT NULL,
    "rule_kind" TEXT NOT NULL,
    "needs_check" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,

    CONSTRAINT "indicator_basis_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indicator_adoption" (
    "id" SERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "adopted_on" DATE NOT NULL,
    "ended_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" INTEGER,

    CONSTRAINT "indicator_adoption_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indicator_threshold" (
    "id" SERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "version" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "optimal" DOUBLE PRECISION NOT NULL,
    "sufficient" DOUBLE PRECISION NOT NULL,
    "acceptable" DOUBLE PRECISION NOT NULL,
    "rule_kind" TEXT NOT NULL,
    "needs_check" BOOLEAN NOT NULL DEFAULT false,
    "citation" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" INTEGER,

    CONSTRAINT "indicator_threshold_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indicator_target" (
    "id" SERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,

    CONSTRAINT "indicator_target_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "indicator_code_idx" ON "indicator"("code");

CREATE UNIQUE INDEX "indicator_owner_code" ON "indicator"("school_id", "municipality_id", "region_id", "code") NULLS NOT DISTINCT;

CREATE INDEX "indicator_version_based_on_version_id_idx" ON "indicator_version"("based_on_version_id");

CREATE UNIQUE INDEX "indicator_version_indicator_id_version_key" ON "indicator_version"("indicator_id", "version");

CREATE INDEX "indicator_basis_regulation_id_clause_key_idx" ON "indicator_basis"("regulation_id", "clause_key");

CREATE UNIQUE INDEX "indicator_basis_once" ON "indicator_basis"("indicator_id", "school_id", "municipality_id", "region_id", "regulation_id", "clause_key", "citation") NULLS NOT DISTINCT;

CREATE INDEX "indicator_adoption_school_id_idx" ON "indicator_adoption"("school_id");

CREATE UNIQUE INDEX "indicator_threshold_version" ON "indicator_threshold"("indicator_id", "school_id", "municipality_id", "region_id", "version") NULLS NOT DISTINCT;

CREATE UNIQUE INDEX "indicator_target_once" ON "indicator_target"("indicator_id", "school_id", "municipality_id", "region_id", "period_start") NULLS NOT DISTINCT;

ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_based_on_version_id_fkey" FOREIGN KEY ("based_on_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "indicator_basis" ADD CONSTRAINT "indicator_basis_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "indicator_adoption" ADD CONSTRAINT "indicator_adoption_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "indicator_threshold" ADD CONSTRAINT "indicator_threshold_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What code promises, kept by the database as well.
-- At most one unit owns a row; an adoption and a target belong to exactly one.
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_owner" CHECK (num_nonnulls(region_id, municipality_id, school_id) <= 1);
ALTER TABLE "indicator_basis" ADD CONSTRAINT "indicator_basis_owner" CHECK (num_nonnulls(region_id, municipality_id, school_id) <= 1);
ALTER TABLE "indicator_threshold" ADD CONSTRAINT "indicator_threshold_owner" CHECK (num_nonnulls(region_id, municipality_id, school_id) <= 1);
ALTER TABLE "indicator_adoption" ADD CONSTRAINT "indicator_adoption_owner" CHECK (num_nonnulls(region_id, municipality_id, school_id) = 1);
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_owner" CHECK (num_nonnulls(region_id, municipality_id, school_id) = 1);
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_status" CHECK (
  status IN ('draft', 'adopted') AND (status = 'adopted') = (adopted_at IS NOT NULL) AND version > 0 AND revision > 0);
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_words" CHECK (btrim(name) <> '' AND btrim(name_uk) <> '');
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_object" CHECK (object IN ('conditions', 'process', 'result', 'content'));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_direction" CHECK (direction IN ('up', 'down', 'none'));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_aggregation" CHECK (aggregation IN ('sum', 'weighted', 'notAdditive'));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_period" CHECK (period IN ('year', 'halfYear', 'quarter', 'month', 'once'));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_rule" CHECK (rule_kind IN ('norm', 'practice', 'ours', 'local'));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_numbers" CHECK (decimals BETWEEN 0 AND 4 AND due_days BETWEEN 0 AND 366 AND (weight IS NULL OR weight BETWEEN 0 AND 1));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_days" CHECK (effective_to IS NULL OR effective_to >= effective_from);
-- Two adopted versions of one indicator are never in force on the same day.
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_no_overlap" EXCLUDE USING gist (
  int4range(indicator_id, indicator_id, '[]') WITH &&, daterange(effective_from, effective_to, '[]') WITH &&) WHERE (status = 'adopted');
-- At most one draft of an indicator.
CREATE UNIQUE INDEX "indicator_version_one_draft" ON "indicator_version" ("indicator_id") WHERE status = 'draft';
ALTER TABLE "indicator_basis" ADD CONSTRAINT "indicator_basis_link" CHECK ((regulation_id IS NULL) = (clause_key IS NULL) AND (citation <> '' OR clause_key IS NOT NULL));
ALTER TABLE "indicator_basis" ADD CONSTRAINT "indicator_basis_rule" CHECK (rule_kind IN ('norm', 'practice', 'ours', 'local'));
ALTER TABLE "indicator_adoption" ADD CONSTRAINT "indicator_adoption_days" CHECK (ended_on IS NULL OR ended_on >= adopted_on);
CREATE UNIQUE INDEX "indicator_adoption_once" ON "indicator_adoption" ("indicator_id", "school_id", "municipality_id", "region_id") NULLS NOT DISTINCT WHERE ended_on IS NULL;
ALTER TABLE "indicator_threshold" ADD CONSTRAINT "indicator_threshold_rule" CHECK (rule_kind IN ('norm', 'practice', 'ours', 'local') AND version > 0);
ALTER TABLE "indicator_threshold" ADD CONSTRAINT "indicator_threshold_order" CHECK (
  (optimal > sufficient AND sufficient > acceptable) OR (optimal < sufficient AND sufficient < acceptable));
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_days" CHECK (period_end >= period_start);

-- An adopted version is never rewritten; once, its last day is set when another version follows it.
CREATE FUNCTION indicator_version_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'adopted' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.effective_to IS NULL AND NEW.effective_to IS NOT NULL
    AND to_jsonb(NEW) - 'effective_to' = to_jsonb(OLD) - 'effective_to' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an adopted version of an indicator is never rewritten' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "indicator_version_kept" BEFORE UPDATE OR DELETE ON "indicator_version" FOR EACH ROW EXECUTE FUNCTION indicator_version_kept();
CREATE TRIGGER "indicator_threshold_fixed" BEFORE UPDATE OR DELETE ON "indicator_threshold" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Read: what came with the portal by everybody who has come in; what a unit made, by whoever belongs to it, above or below it.
-- Written: by that unit itself (the administrator by any), what comes with the portal by the portal alone. Teachers write nothing.
DO $$
DECLARE
  t text;
  seen text := '(SELECT portal_scope()) NOT IN (''none'', ''public'') AND ((SELECT portal_scope()) IN (''system'', ''all'')
    OR (region_id IS NULL AND municipality_id IS NULL AND school_id IS NULL)
    OR region_id IN (SELECT visible_region_ids()) OR municipality_id IN (SELECT visible_municipality_ids()) OR school_id IN (SELECT visible_school_ids()))';
  own text := 'CASE (SELECT portal_scope())
    WHEN ''system'' THEN true
    WHEN ''all'' THEN num_nonnulls(region_id, municipality_id, school_id) = 1
    WHEN ''region'' THEN region_id = (SELECT portal_scope_id())
    WHEN ''municipality'' THEN municipality_id = (SELECT portal_scope_id())
    WHEN ''school'' THEN school_id = (SELECT portal_scope_id())
    ELSE false END';
BEGIN
  FOREACH t IN ARRAY ARRAY['indicator', 'indicator_basis', 'indicator_adoption', 'indicator_threshold', 'indicator_target'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', t || '_read', t, seen);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (coalesce(%s, false)%s)', t || '_add', t, own,
      -- What one cannot see one cannot write about either.
      CASE t WHEN 'indicator' THEN '' ELSE ' AND indicator_id IN (SELECT id FROM indicator)' END);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', t || '_change', t, own, own);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', t || '_remove', t, own);
  END LOOP;
  -- A version belongs to whom its indicator belongs; a draft is the paper of the unit that writes it.
  ALTER TABLE "indicator_version" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "indicator_version" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY indicator_version_read ON indicator_version FOR SELECT USING (
    CASE status WHEN ''adopted'' THEN indicator_id IN (SELECT id FROM indicator)
      ELSE indicator_id IN (SELECT id FROM indicator WHERE %s) END)', own);
  EXECUTE format('CREATE POLICY indicator_version_add ON indicator_version FOR INSERT WITH CHECK (indicator_id IN (SELECT id FROM indicator WHERE %s))', own);
  EXECUTE format('CREATE POLICY indicator_version_change ON indicator_version FOR UPDATE USING (indicator_id IN (SELECT id FROM indicator WHERE %s))', own);
  EXECUTE format('CREATE POLICY indicator_version_remove ON indicator_version FOR DELETE USING (indicator_id IN (SELECT id FROM indicator WHERE %s))', own);
END $$;

GRANT SELECT, INSERT, DELETE ON "indicator", "indicator_basis" TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "indicator_version", "indicator_target" TO portal_app;
GRANT SELECT, INSERT, UPDATE ("ended_on") ON "indicator_adoption" TO portal_app;
GRANT SELECT, INSERT ON "indicator_threshold" TO portal_app;
GRANT USAGE ON SEQUENCE "indicator_id_seq", "indicator_version_id_seq", "indicator_basis_id_seq", "indicator_adoption_id_seq", "indicator_threshold_id_seq", "indicator_target_id_seq" TO portal_app;
