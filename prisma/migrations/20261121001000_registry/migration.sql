-- The registry of schools: the full name, order by number in any database, lineage for the public, and the waiting file of an import.

-- «Школа № 2» before «Школа № 10», whatever the database's own collation is.
CREATE COLLATION IF NOT EXISTS "natural_order" (provider = icu, locale = 'ru-u-kn-true');

ALTER TABLE "school" ADD COLUMN "full_name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "school" ADD CONSTRAINT "school_kind" CHECK ("kind" IN
  ('school', 'primary', 'basic', 'secondary', 'gymnasium', 'lyceum', 'cadet', 'boarding', 'evening', 'special', 'other'));
ALTER TABLE "school" ADD CONSTRAINT "school_locality_kind" CHECK ("locality_kind" IN ('unknown', 'city', 'settlement', 'village'));
ALTER TABLE "school" ADD CONSTRAINT "school_pupils" CHECK ("pupils" >= 0);
ALTER TABLE "school_class" ADD CONSTRAINT "school_class_pupils" CHECK ("pupils" >= 0);
-- A merger names its successor, a renaming has none; a school is merged once.
ALTER TABLE "school_lineage" ADD CONSTRAINT "school_lineage_successor" CHECK (("kind" = 'merge') = ("successor_id" IS NOT NULL));
CREATE UNIQUE INDEX "school_lineage_merged_once" ON "school_lineage" ("school_id") WHERE "kind" = 'merge';

-- Regions are added by the administrator; municipalities also by their region. Everybody with a scope goes on reading both.
ALTER POLICY "region_add" ON "region" WITH CHECK ((SELECT portal_scope()) IN ('system', 'all'));
ALTER POLICY "region_change" ON "region" USING ((SELECT portal_scope()) IN ('system', 'all'));
ALTER POLICY "region_remove" ON "region" USING ((SELECT portal_scope()) IN ('system', 'all'));
ALTER POLICY "municipality_add" ON "municipality"
  WITH CHECK ((SELECT portal_scope()) IN ('system', 'all', 'region') AND region_id IN (SELECT visible_region_ids()));
ALTER POLICY "municipality_change" ON "municipality"
  USING ((SELECT portal_scope()) IN ('system', 'all', 'region') AND region_id IN (SELECT visible_region_ids()));
ALTER POLICY "municipality_remove" ON "municipality"
  USING ((SELECT portal_scope()) IN ('system', 'all', 'region') AND region_id IN (SELECT visible_region_ids()));

-- The same schools as before, said of the row itself: a school that is just being added is not yet among visible_school_ids(),
-- so that INSERT … RETURNING failed.
ALTER POLICY "school_read" ON "school" USING (
  CASE WHEN (SELECT portal_scope()) IN ('school', 'classes') THEN id = (SELECT portal_scope_id())
  ELSE municipality_id IN (SELECT visible_municipality_ids()) END);

-- Logins of the list that any school of the portal has. Someone who adds a school learns that a login is taken (the unique key
-- says it anyway), never by which school.
CREATE FUNCTION taken_logins(wanted text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT login FROM school WHERE login = ANY (wanted) AND portal_scope() IN ('system', 'all', 'region', 'municipality')
$$;

-- What became of a school is public: its old address names the successor. The view reads as its owner, whom FORCE would stop;
-- requests run as portal_app and see of the table itself (the notes in it) only their own schools.
CREATE POLICY "school_lineage_view" ON "school_lineage" FOR SELECT TO CURRENT_USER USING (true);
CREATE VIEW "school_lineage_public" AS
  SELECT l.id, l.school_id, p.slug AS school_slug, p.name AS school_name, l.kind, l.happened_on, l.from_name, l.to_name,
    l.successor_id, s.slug AS successor_slug, s.name AS successor_name
  FROM school_lineage l JOIN school p ON p.id = l.school_id LEFT JOIN school s ON s.id = l.successor_id;
GRANT SELECT ON "school_lineage_public" TO portal_app;
CREATE OR REPLACE VIEW "school_public" AS
  SELECT s.id, s.slug, s.name, s.kind, s.locality, s.closed_on, m.id AS municipality_id, m.name AS municipality_name,
    m.slug AS municipality_slug, s.full_name
  FROM school s JOIN municipality m ON m.id = s.municipality_id;

-- A registry file between its upload and its review. It belongs to the person who brought it and is forgotten after a day.
CREATE TABLE "registry_draft" (
    "id" SERIAL NOT NULL,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "reading" JSONB,
    "result" JSONB,

    CONSTRAINT "registry_draft_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "registry_draft_created_by_idx" ON "registry_draft"("created_by");
CREATE INDEX "registry_draft_created_at_idx" ON "registry_draft"("created_at");
ALTER TABLE "registry_draft" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "registry_draft" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registry_draft_own" ON "registry_draft" USING (
  created_by = (SELECT portal_person_id()) OR (SELECT portal_scope()) = 'system'
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "registry_draft" TO portal_app;
GRANT USAGE ON SEQUENCE "registry_draft_id_seq" TO portal_app;
