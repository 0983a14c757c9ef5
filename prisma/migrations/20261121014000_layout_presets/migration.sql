-- What a person said of the columns of a table that no known form fits: a named layout of a unit, found again by the
-- fingerprint of the table's header. A version is added, never rewritten.
CREATE TABLE "layout_preset" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER NOT NULL,

    CONSTRAINT "layout_preset_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "layout_preset_version" CHECK ("version" > 0),
    CONSTRAINT "layout_preset_name" CHECK (btrim("name") <> '')
);
-- Two people who map the same table at once make two versions, never one version twice.
CREATE UNIQUE INDEX "layout_preset_unit_version" ON "layout_preset" ("school_id", "municipality_id", "region_id", "fingerprint", "version") NULLS NOT DISTINCT;
CREATE INDEX "layout_preset_fingerprint_idx" ON "layout_preset" ("fingerprint");

-- A layout of the municipality, the region or the whole centre serves everybody in it; that of a school the school alone.
-- Each unit adds only its own. Teachers import nothing.
ALTER TABLE "layout_preset" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "layout_preset" FORCE ROW LEVEL SECURITY;
CREATE POLICY "layout_preset_read" ON "layout_preset" FOR SELECT USING (
  (SELECT portal_scope()) NOT IN ('none', 'public', 'classes') AND (
    (SELECT portal_scope()) IN ('system', 'all')
    OR school_id IN (SELECT visible_school_ids())
    OR (school_id IS NULL AND municipality_id IN (SELECT visible_municipality_ids()))
    OR (school_id IS NULL AND municipality_id IS NULL AND region_id IN (SELECT visible_region_ids()))
    OR (school_id IS NULL AND municipality_id IS NULL AND region_id IS NULL)));
CREATE POLICY "layout_preset_add" ON "layout_preset" FOR INSERT WITH CHECK (
  CASE (SELECT portal_scope())
    WHEN 'system' THEN true
    WHEN 'all' THEN true
    WHEN 'region' THEN school_id IS NULL AND municipality_id IS NULL AND region_id = (SELECT portal_scope_id())
    WHEN 'municipality' THEN school_id IS NULL AND municipality_id = (SELECT portal_scope_id())
    WHEN 'school' THEN school_id = (SELECT portal_scope_id())
    ELSE false END);
GRANT SELECT, INSERT ON "layout_preset" TO portal_app;
GRANT USAGE ON SEQUENCE "layout_preset_id_seq" TO portal_app;

-- A table whose columns a person must name first.
ALTER TABLE "import_file" DROP CONSTRAINT "import_file_status";
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_status" CHECK ("status" IN ('queued', 'reading', 'mapping', 'review', 'applying', 'refused', 'applied', 'unchanged', 'undone', 'failed', 'cancelled'));
