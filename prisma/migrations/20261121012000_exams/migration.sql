-- State examinations (ГИА): what is examined, how points become marks or test scores, and results by protocol.

-- One examination: year × kind × subject; "variant" tells the numbered series of ГВЭ apart (100, 200 …).
-- Greatest points of tasks: short answers first; 0 = several points, the maximum is not known.
CREATE TABLE "exam" (
  "id" SERIAL PRIMARY KEY,
  "year" SMALLINT NOT NULL CHECK ("year" BETWEEN 2000 AND 2100),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('oge', 'ege', 'gve9', 'gve11')),
  "subject" TEXT NOT NULL,
  "variant" TEXT NOT NULL DEFAULT '',
  "short_max" SMALLINT[] NOT NULL DEFAULT '{}',
  "extended_max" SMALLINT[] NOT NULL DEFAULT '{}',
  "tasks_need_check" BOOLEAN NOT NULL DEFAULT false,
  "origin" TEXT NOT NULL DEFAULT 'shipped' CHECK ("origin" IN ('shipped', 'file')),
  UNIQUE ("year", "kind", "subject", "variant")
);

-- How points become marks (three borders) or test scores (a table, index = primary score), with the thresholds and extra rules of the year.
-- A region may have its own; adopted editions are never rewritten.
CREATE TABLE "exam_scale" (
  "id" SERIAL PRIMARY KEY,
  "exam_id" INTEGER NOT NULL REFERENCES "exam" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "region_id" INTEGER REFERENCES "region" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "edition" SMALLINT NOT NULL,
  "max_primary" SMALLINT,
  "min3" SMALLINT,
  "min4" SMALLINT,
  "min5" SMALLINT,
  "test_scores" SMALLINT[] NOT NULL DEFAULT '{}',
  "attestat" SMALLINT,
  "rosobrnadzor" SMALLINT,
  "minobrnauki" SMALLINT,
  "profile_min" SMALLINT,
  "rule" JSONB NOT NULL DEFAULT '{}',
  "source" TEXT NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "needs_check" BOOLEAN NOT NULL DEFAULT false,
  "adopted_at" TIMESTAMPTZ(3) NOT NULL,
  "adopted_by" INTEGER,
  CHECK ("min3" IS NULL OR ("min3" < "min4" AND "min4" < "min5")),
  UNIQUE NULLS NOT DISTINCT ("exam_id", "region_id", "edition")
);

-- The state of one school's protocol of one day; "version" grows with every change.
CREATE TABLE "exam_result_set" (
  "school_id" INTEGER NOT NULL REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "exam_id" INTEGER NOT NULL REFERENCES "exam" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "exam_on" DATE NOT NULL,
  "version" INTEGER NOT NULL,
  "last_import" INTEGER NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_by" INTEGER NOT NULL,
  PRIMARY KEY ("school_id", "exam_id", "exam_on")
);

-- One person in one examination. "person_key" is a keyed hash of the document, or the row of the protocol when it prints none; names have no place here.
CREATE TABLE "exam_result" (
  "school_id" INTEGER NOT NULL,
  "year" SMALLINT NOT NULL,
  "exam_id" INTEGER NOT NULL,
  "exam_on" DATE NOT NULL,
  "person_key" TEXT NOT NULL CHECK ("person_key" ~ '^(p[0-9a-f]{32}|r[0-9]{1,6})$'),
  "class_label" TEXT NOT NULL,
  "category" TEXT NOT NULL DEFAULT '' CHECK ("category" IN ('', 'vtg', 'spo', 'vpl', 'ovz')),
  "items" SMALLINT[] NOT NULL,
  "primary_printed" SMALLINT,
  "primary_items" SMALLINT,
  "score" SMALLINT,
  "score_scale" SMALLINT,
  "import_id" INTEGER NOT NULL,
  "source_row" INTEGER NOT NULL,
  PRIMARY KEY ("school_id", "year", "exam_id", "exam_on", "person_key")
);
CREATE INDEX "exam_result_person" ON "exam_result" ("year", "person_key");

-- Rows that wait to be applied, or (side = before) those they replaced.
CREATE TABLE "exam_import_row" (
  "import_id" INTEGER NOT NULL REFERENCES "import_file" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "side" TEXT NOT NULL CHECK ("side" IN ('after', 'before')),
  "school_id" INTEGER NOT NULL,
  "exam_on" DATE NOT NULL,
  "person_key" TEXT NOT NULL CHECK ("person_key" ~ '^(p[0-9a-f]{32}|r[0-9]{1,6})$'),
  "class_label" TEXT NOT NULL,
  "category" TEXT NOT NULL DEFAULT '',
  "items" SMALLINT[] NOT NULL,
  "primary_printed" SMALLINT,
  "primary_items" SMALLINT,
  "score" SMALLINT,
  "score_scale" SMALLINT,
  "source_import" INTEGER,
  "source_row" INTEGER NOT NULL,
  PRIMARY KEY ("import_id", "side", "school_id", "exam_on", "person_key")
);

CREATE TABLE "exam_import_target" (
  "import_id" INTEGER NOT NULL REFERENCES "import_file" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "school_id" INTEGER NOT NULL,
  "exam_on" DATE NOT NULL,
  "base_version" INTEGER NOT NULL,
  "added" INTEGER NOT NULL DEFAULT 0,
  "changed" INTEGER NOT NULL DEFAULT 0,
  "unchanged" INTEGER NOT NULL DEFAULT 0,
  "gone" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("import_id", "school_id", "exam_on")
);

-- Additive summaries: class, school ('*'), and areas that name no school.
CREATE TABLE "exam_summary" (
  "school_id" INTEGER NOT NULL,
  "year" SMALLINT NOT NULL,
  "exam_id" INTEGER NOT NULL,
  "class_label" TEXT NOT NULL,
  "content" JSONB NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("school_id", "year", "exam_id", "class_label")
);
CREATE TABLE "exam_area_summary" (
  "area_kind" TEXT NOT NULL CHECK ("area_kind" IN ('municipality', 'region')),
  "area_id" INTEGER NOT NULL,
  "year" SMALLINT NOT NULL,
  "exam_id" INTEGER NOT NULL,
  "schools" INTEGER NOT NULL,
  "content" JSONB NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("area_kind", "area_id", "exam_id")
);

-- What no protocol says: graduates, certificates, medals; by school and year.
CREATE TABLE "exam_register" (
  "school_id" INTEGER NOT NULL REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "year" SMALLINT NOT NULL,
  "grade" SMALLINT NOT NULL CHECK ("grade" IN (9, 11)),
  "graduates" INTEGER CHECK ("graduates" >= 0),
  "no_attestat" INTEGER CHECK ("no_attestat" >= 0),
  "distinction" INTEGER CHECK ("distinction" >= 0),
  "next_grade" INTEGER CHECK ("next_grade" >= 0),
  "medals_first" INTEGER CHECK ("medals_first" >= 0),
  "medals_second" INTEGER CHECK ("medals_second" >= 0),
  "medals_confirmed" INTEGER CHECK ("medals_confirmed" >= 0),
  "version" INTEGER NOT NULL DEFAULT 1,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_by" INTEGER NOT NULL,
  CHECK ("no_attestat" <= "graduates" AND "distinction" <= "graduates" AND "next_grade" <= "graduates"),
  CHECK (coalesce("medals_confirmed", 0) <= coalesce("medals_first", 0) + coalesce("medals_second", 0)),
  PRIMARY KEY ("school_id", "year", "grade")
);

-- By subject: the mark of ОГЭ against the yearly mark, and who of the profile chose the examination.
CREATE TABLE "exam_subject_register" (
  "school_id" INTEGER NOT NULL REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "year" SMALLINT NOT NULL,
  "exam_id" INTEGER NOT NULL REFERENCES "exam" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "yearly_lower" INTEGER CHECK ("yearly_lower" >= 0),
  "yearly_same" INTEGER CHECK ("yearly_same" >= 0),
  "yearly_higher" INTEGER CHECK ("yearly_higher" >= 0),
  "profile_pupils" INTEGER CHECK ("profile_pupils" >= 0),
  "profile_chose" INTEGER CHECK ("profile_chose" >= 0),
  "version" INTEGER NOT NULL DEFAULT 1,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_by" INTEGER NOT NULL,
  CHECK ("profile_chose" <= "profile_pupils"),
  PRIMARY KEY ("school_id", "year", "exam_id")
);

-- Dictionaries, as works and their scales: read by everybody with a scope; a region writes scales of its own.
ALTER TABLE "exam" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "exam" FORCE ROW LEVEL SECURITY;
CREATE POLICY "exam_read" ON "exam" FOR SELECT USING ((SELECT portal_scope()) NOT IN ('none', 'public'));
CREATE POLICY "exam_add" ON "exam" FOR INSERT WITH CHECK ((SELECT portal_scope()) NOT IN ('none', 'public', 'classes'));
CREATE POLICY "exam_change" ON "exam" FOR UPDATE USING ((SELECT portal_scope()) IN ('system', 'all'));
ALTER TABLE "exam_scale" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "exam_scale" FORCE ROW LEVEL SECURITY;
CREATE POLICY "exam_scale_read" ON "exam_scale" FOR SELECT USING (
  (SELECT portal_scope()) NOT IN ('none', 'public') AND (region_id IS NULL OR region_id IN (SELECT visible_region_ids())));
CREATE POLICY "exam_scale_add" ON "exam_scale" FOR INSERT WITH CHECK (
  (SELECT portal_scope()) IN ('system', 'all') OR ((SELECT portal_scope()) = 'region' AND region_id = (SELECT portal_scope_id())));

-- As confidential as results of other works; teachers bring nothing and enter no registers.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['exam_result_set', 'exam_import_row', 'exam_import_target', 'exam_register', 'exam_subject_register'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I
      USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
      WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_scope', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['exam_result', 'exam_summary'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I
      USING (school_id IN (SELECT visible_school_ids()) AND ((SELECT portal_scope()) <> 'classes' OR class_label = '*'
        OR ((year - 1) || ':' || class_label) = ANY ((SELECT portal_classes())::text[])))
      WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_scope', t);
  END LOOP;
END $$;
ALTER TABLE "exam_area_summary" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "exam_area_summary" FORCE ROW LEVEL SECURITY;
CREATE POLICY "exam_area_summary_scope" ON "exam_area_summary" USING (
  (area_kind = 'municipality' AND area_id IN (SELECT visible_municipality_ids()))
  OR (area_kind = 'region' AND area_id IN (SELECT visible_region_ids()))
);

GRANT SELECT, INSERT, UPDATE ON "exam" TO portal_app;
GRANT SELECT, INSERT ON "exam_scale" TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "exam_result_set", "exam_result", "exam_import_row", "exam_import_target", "exam_summary", "exam_area_summary", "exam_register", "exam_subject_register"
TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
