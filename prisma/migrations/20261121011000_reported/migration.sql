-- Reported aggregates: figures that a report states ready-made (ФИС ОКО, a ministry), kept beside what the portal counts from pupils.

-- One printed figure. It belongs to the unit it is about when the portal knows that unit, else it keeps the printed name.
CREATE TABLE "reported_figure" (
  "id" BIGSERIAL PRIMARY KEY,
  "import_id" INTEGER NOT NULL REFERENCES "import_file" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "form" TEXT NOT NULL,
  -- Only the figures of an applied import are in force; taking the import back lets those of an earlier one speak again.
  "in_force" BOOLEAN NOT NULL DEFAULT false,
  "applied_at" TIMESTAMPTZ(3),
  "unit_kind" TEXT NOT NULL CHECK ("unit_kind" IN ('country', 'region', 'municipality', 'school')),
  "unit_name" TEXT NOT NULL,
  "unit_login" TEXT,
  "place" TEXT NOT NULL DEFAULT '',
  "name_key" TEXT NOT NULL DEFAULT '',
  "place_key" TEXT NOT NULL DEFAULT '',
  "school_id" INTEGER REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "municipality_id" INTEGER REFERENCES "municipality" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "region_id" INTEGER REFERENCES "region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "exam" TEXT NOT NULL CHECK ("exam" IN ('vpr', 'ege', 'egeApplications', 'objectivity')),
  "year" SMALLINT NOT NULL,
  "subject" TEXT NOT NULL,
  "work_id" INTEGER REFERENCES "work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "measure" TEXT NOT NULL,
  "key" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL CHECK ("state" IN ('value', 'blank', 'hidden', 'unread')),
  "value" DOUBLE PRECISION,
  "decimals" SMALLINT NOT NULL DEFAULT 0,
  "n" INTEGER CHECK ("n" >= 0),
  "raw" TEXT NOT NULL,
  "sheet" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "col" INTEGER NOT NULL,
  -- The unit that brought the report: what it says of areas is shown to that unit and those inside it.
  "owner_school_id" INTEGER,
  "owner_municipality_id" INTEGER,
  "owner_region_id" INTEGER,
  CHECK (("state" = 'value') = ("value" IS NOT NULL)),
  -- A figure is about one unit of ours at most, and of its own kind.
  CHECK ("school_id" IS NULL OR "unit_kind" = 'school'),
  CHECK ("municipality_id" IS NULL OR "unit_kind" = 'municipality'),
  CHECK ("region_id" IS NULL OR "unit_kind" = 'region')
);
CREATE INDEX "reported_figure_import_id_idx" ON "reported_figure" ("import_id");
CREATE INDEX "reported_figure_school_idx" ON "reported_figure" ("school_id", "work_id") WHERE "in_force";
CREATE INDEX "reported_figure_area_idx" ON "reported_figure" ("municipality_id", "region_id", "work_id") WHERE "in_force" AND "school_id" IS NULL;
CREATE INDEX "reported_figure_name_idx" ON "reported_figure" ("name_key") WHERE "name_key" <> '';

-- A person's decision which school a printed name means; the next table with this name need not ask again.
CREATE TABLE "reported_name" (
  "region_id" INTEGER NOT NULL REFERENCES "region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "place_key" TEXT NOT NULL,
  "name_key" TEXT NOT NULL,
  "school_id" INTEGER NOT NULL REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "decided_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_by" INTEGER NOT NULL,
  PRIMARY KEY ("region_id", "place_key", "name_key")
);

ALTER TABLE "reported_figure" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reported_figure" FORCE ROW LEVEL SECURITY;
-- A school's figures: whoever sees the school. A row of a school that is known by a printed name only: whoever sees the file.
-- Figures of areas name no school: the unit that brought them and everybody inside it.
CREATE POLICY "reported_figure_read" ON "reported_figure" FOR SELECT USING (
  (SELECT portal_scope()) NOT IN ('none', 'public') AND CASE
    WHEN "school_id" IS NOT NULL THEN "school_id" IN (SELECT visible_school_ids())
    WHEN "unit_kind" = 'school' THEN "import_id" IN (SELECT id FROM import_file)
    ELSE (SELECT portal_scope()) IN ('system', 'all')
      OR ("owner_school_id" IS NOT NULL AND "owner_school_id" IN (SELECT visible_school_ids()))
      OR ("owner_school_id" IS NULL AND "owner_municipality_id" IS NOT NULL AND "owner_municipality_id" IN (SELECT visible_municipality_ids()))
      OR ("owner_school_id" IS NULL AND "owner_municipality_id" IS NULL AND ("owner_region_id" IS NULL OR "owner_region_id" IN (SELECT visible_region_ids())))
    END);
-- Written only for a file of one's own unit, and of schools in sight; teachers bring nothing.
CREATE POLICY "reported_figure_add" ON "reported_figure" FOR INSERT WITH CHECK (
  (SELECT portal_scope()) NOT IN ('none', 'public', 'classes') AND "import_id" IN (SELECT id FROM import_file)
  AND ("school_id" IS NULL OR "school_id" IN (SELECT visible_school_ids())));
CREATE POLICY "reported_figure_change" ON "reported_figure" FOR UPDATE USING (
  (SELECT portal_scope()) NOT IN ('none', 'public', 'classes') AND "import_id" IN (SELECT id FROM import_file)
  AND ("school_id" IS NULL OR "school_id" IN (SELECT visible_school_ids())))
  WITH CHECK ("import_id" IN (SELECT id FROM import_file) AND ("school_id" IS NULL OR "school_id" IN (SELECT visible_school_ids())));
CREATE POLICY "reported_figure_remove" ON "reported_figure" FOR DELETE USING (
  (SELECT portal_scope()) NOT IN ('none', 'public', 'classes') AND "import_id" IN (SELECT id FROM import_file) AND NOT "in_force");

ALTER TABLE "reported_name" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reported_name" FORCE ROW LEVEL SECURITY;
CREATE POLICY "reported_name_scope" ON "reported_name"
  USING ("school_id" IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
  WITH CHECK ("school_id" IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');

-- What a report printed is never rewritten: only whether it is in force, and which school a printed name means.
GRANT SELECT, INSERT, DELETE, UPDATE ("in_force", "applied_at", "school_id") ON "reported_figure" TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "reported_name" TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
