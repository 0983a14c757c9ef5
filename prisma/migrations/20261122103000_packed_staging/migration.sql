-- Staged rows and the rows they replaced, packed: all rows of an import about one school's work stand in one record, column by
-- column, so that a form of 1,500 rows is staged by writing one record instead of 1,500, each with its header, its place in the
-- key and its question to the policy. A record belongs to one school, as a row did, so the policy says the same of it.
CREATE TABLE "import_part" (
  "import_id" INTEGER NOT NULL,
  "side" TEXT NOT NULL,
  "school_id" INTEGER NOT NULL,
  "work_id" INTEGER NOT NULL,
  "codes" TEXT[] COLLATE "C" NOT NULL,
  "class_labels" TEXT[] NOT NULL,
  "variants" TEXT[] NOT NULL,
  "sexes" TEXT[] NOT NULL,
  "statuses" TEXT[] NOT NULL,
  "items" TEXT[] NOT NULL,
  "totals_printed" SMALLINT[] NOT NULL,
  "totals_items" SMALLINT[] NOT NULL,
  "marks_file" SMALLINT[] NOT NULL,
  "marks_scale" SMALLINT[] NOT NULL,
  "journal" SMALLINT[] NOT NULL,
  "source_imports" INTEGER[] NOT NULL,
  "source_sheets" TEXT[] NOT NULL,
  "source_rows" INTEGER[] NOT NULL,
  "summaries" JSON,

  CONSTRAINT "import_part_pkey" PRIMARY KEY ("import_id", "side", "school_id", "work_id"),
  CONSTRAINT "import_part_side" CHECK ("side" IN ('after', 'before')),
  -- As many values in every column; an origin may be left out, of all rows at once.
  CONSTRAINT "import_part_even" CHECK (cardinality("codes") > 0 AND cardinality("codes") = ALL (ARRAY[
    cardinality("class_labels"), cardinality("variants"), cardinality("sexes"), cardinality("statuses"), cardinality("items"),
    cardinality("totals_printed"), cardinality("totals_items"), cardinality("marks_file"), cardinality("marks_scale"),
    cardinality("journal"), cardinality("source_sheets"), cardinality("source_rows"),
    coalesce(nullif(cardinality("source_imports"), 0), cardinality("codes"))]))
);

-- Whoever carries on is the owner, for whom the policies of the old table hold as well.
ALTER TABLE "import_row" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "import_part" ("import_id", "side", "school_id", "work_id", "codes", "class_labels", "variants", "sexes", "statuses", "items",
  "totals_printed", "totals_items", "marks_file", "marks_scale", "journal", "source_imports", "source_sheets", "source_rows")
SELECT "import_id", "side", "school_id", "work_id", array_agg("participant_code" ORDER BY "source_row", "participant_code"),
  array_agg("class_label" ORDER BY "source_row", "participant_code"), array_agg("variant" ORDER BY "source_row", "participant_code"),
  array_agg("sex" ORDER BY "source_row", "participant_code"), array_agg("status" ORDER BY "source_row", "participant_code"),
  array_agg("items"::text ORDER BY "source_row", "participant_code"),
  array_agg("total_printed" ORDER BY "source_row", "participant_code"), array_agg("total_items" ORDER BY "source_row", "participant_code"),
  array_agg("mark_file" ORDER BY "source_row", "participant_code"), array_agg("mark_scale" ORDER BY "source_row", "participant_code"),
  array_agg("journal" ORDER BY "source_row", "participant_code"), array_agg("source_import" ORDER BY "source_row", "participant_code"),
  array_agg("source_sheet" ORDER BY "source_row", "participant_code"), array_agg("source_row" ORDER BY "source_row", "participant_code")
FROM "import_row" GROUP BY 1, 2, 3, 4;
DROP TABLE "import_row";

-- The same rows one by one, for whoever asks about a single one. It is read with the reader's own rights; what is in it is written
-- into the packed records.
CREATE VIEW "import_row" WITH (security_invoker = true) AS
SELECT p."import_id", p."side", p."school_id", p."work_id", r."participant_code", r."class_label", r."variant", r."sex", r."status",
  r."items"::smallint[] AS "items", r."total_printed", r."total_items", r."mark_file", r."mark_scale", r."journal", r."source_import",
  r."source_sheet", r."source_row"
FROM "import_part" p, unnest(p."codes", p."class_labels", p."variants", p."sexes", p."statuses", p."items", p."totals_printed",
  p."totals_items", p."marks_file", p."marks_scale", p."journal", p."source_imports", p."source_sheets", p."source_rows")
  AS r("participant_code", "class_label", "variant", "sex", "status", "items", "total_printed", "total_items", "mark_file", "mark_scale",
    "journal", "source_import", "source_sheet", "source_row");

-- Staged and replaced rows are as confidential as the rows themselves; teachers import nothing.
ALTER TABLE "import_part" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_part" FORCE ROW LEVEL SECURITY;
CREATE POLICY "import_part_scope" ON "import_part"
  USING ("school_id" IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
  WITH CHECK ("school_id" IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_part" TO portal_app;
GRANT SELECT ON "import_row" TO portal_app;

-- Staged rows live shortly or are hardly ever read: pressing them together would take longer than writing them. Kept sheets come
-- compressed.
DO $$
DECLARE c text;
BEGIN
  FOREACH c IN ARRAY ARRAY['codes', 'class_labels', 'variants', 'sexes', 'statuses', 'items', 'totals_printed', 'totals_items', 'marks_file',
    'marks_scale', 'journal', 'source_imports', 'source_sheets', 'source_rows', 'summaries'] LOOP
    EXECUTE format('ALTER TABLE import_part ALTER COLUMN %I SET STORAGE EXTERNAL', c);
  END LOOP;
END $$;
ALTER TABLE "import_sheet" ALTER COLUMN "cells" SET STORAGE EXTERNAL;

-- The same schools as before, found without asking every school of the portal: a condition that speaks of no school is decided once, and
-- a school then finds itself by its key. Every statement that meets a policy asks this.
CREATE OR REPLACE FUNCTION visible_school_ids() RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id FROM school s WHERE portal_scope() IN ('system', 'all')
  UNION ALL
  SELECT s.id FROM school s JOIN municipality m ON m.id = s.municipality_id
  WHERE portal_scope() = 'region' AND m.region_id = portal_scope_id()
  UNION ALL
  SELECT s.id FROM school s WHERE portal_scope() = 'municipality' AND s.municipality_id = portal_scope_id()
  UNION ALL
  SELECT s.id FROM school s WHERE portal_scope() IN ('school', 'classes') AND s.id = portal_scope_id()
$$;
