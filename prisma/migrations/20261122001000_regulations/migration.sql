-- Regulations: acts with editions, their text clause by clause, files, who has read them.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "regulation" (
    "id" SERIAL NOT NULL,
    "level" TEXT NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL DEFAULT '',
    "public" BOOLEAN NOT NULL DEFAULT false,
    "first_adopted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "regulation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulation_edition" (
    "id" SERIAL NOT NULL,
    "regulation_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "adopted_on" DATE,
    "effective_from" DATE,
    "effective_to" DATE,
    "adopted_by" TEXT NOT NULL DEFAULT '',
    "replaces_id" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,

    CONSTRAINT "regulation_edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulation_clause" (
    "id" SERIAL NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "clause_key" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "heading" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "depth" SMALLINT NOT NULL DEFAULT 1,
    "search_text" TEXT NOT NULL DEFAULT '',
    "search" tsvector,

    CONSTRAINT "regulation_clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulation_file" (
    "id" SERIAL NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" INTEGER,

    CONSTRAINT "regulation_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulation_import" (
    "id" SERIAL NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "regulation_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulation_reading" (
    "id" SERIAL NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "roles" TEXT[],
    "person_ids" INTEGER[],
    "due_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "regulation_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulation_reading_mark" (
    "edition_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "regulation_reading_mark_pkey" PRIMARY KEY ("edition_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "regulation_slug_key" ON "regulation"("slug");
CREATE INDEX "regulation_school_id_idx" ON "regulation"("school_id");
CREATE INDEX "regulation_municipality_id_idx" ON "regulation"("municipality_id");
CREATE UNIQUE INDEX "regulation_edition_regulation_id_number_key" ON "regulation_edition"("regulation_id", "number");
CREATE UNIQUE INDEX "regulation_clause_edition_id_clause_key_key" ON "regulation_clause"("edition_id", "clause_key");
CREATE UNIQUE INDEX "regulation_clause_edition_id_position_key" ON "regulation_clause"("edition_id", "position");
CREATE UNIQUE INDEX "regulation_file_edition_id_sha256_key" ON "regulation_file"("edition_id", "sha256");
CREATE INDEX "regulation_import_edition_id_idx" ON "regulation_import"("edition_id");
CREATE INDEX "regulation_reading_edition_id_idx" ON "regulation_reading"("edition_id");
CREATE INDEX "regulation_reading_school_id_idx" ON "regulation_reading"("school_id");

-- AddForeignKey
ALTER TABLE "regulation_edition" ADD CONSTRAINT "regulation_edition_regulation_id_fkey" FOREIGN KEY ("regulation_id") REFERENCES "regulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "regulation_edition" ADD CONSTRAINT "regulation_edition_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "regulation_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "regulation_clause" ADD CONSTRAINT "regulation_clause_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulation_edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "regulation_file" ADD CONSTRAINT "regulation_file_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulation_edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "regulation_import" ADD CONSTRAINT "regulation_import_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulation_edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "regulation_reading" ADD CONSTRAINT "regulation_reading_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulation_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "regulation_reading_mark" ADD CONSTRAINT "regulation_reading_mark_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulation_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What code promises, kept by the database as well.
ALTER TABLE "regulation" ADD CONSTRAINT "regulation_unit" CHECK (CASE level
  WHEN 'federal' THEN num_nonnulls(region_id, municipality_id, school_id) = 0
  WHEN 'regional' THEN region_id IS NOT NULL AND num_nonnulls(municipality_id, school_id) = 0
  WHEN 'municipal' THEN municipality_id IS NOT NULL AND num_nonnulls(region_id, school_id) = 0
  WHEN 'school' THEN school_id IS NOT NULL AND num_nonnulls(region_id, municipality_id) = 0
  ELSE false END);
ALTER TABLE "regulation_edition" ADD CONSTRAINT "regulation_edition_status" CHECK (status IN ('draft', 'adopted')
  AND (status = 'draft' OR (adopted_on IS NOT NULL AND effective_from IS NOT NULL AND adopted_by <> '')));
ALTER TABLE "regulation_edition" ADD CONSTRAINT "regulation_edition_days" CHECK (effective_from <= effective_to);
-- On every day at most one adopted edition of a regulation is in force. The regulation stands here as a range of one number,
-- so that no further extension is needed.
ALTER TABLE "regulation_edition" ADD CONSTRAINT "regulation_edition_one_in_force" EXCLUDE USING gist (
  int4range(regulation_id, regulation_id, '[]') WITH &&, daterange(effective_from, effective_to, '[]') WITH &&
) WHERE (status = 'adopted');
ALTER TABLE "regulation_file" ADD CONSTRAINT "regulation_file_kind" CHECK (kind IN ('pdf', 'docx') AND bytes > 0);
ALTER TABLE "regulation_import" ADD CONSTRAINT "regulation_import_state" CHECK (state IN ('ready', 'taken', 'dropped'));
ALTER TABLE "regulation_reading" ADD CONSTRAINT "regulation_reading_unit" CHECK (num_nonnulls(region_id, municipality_id, school_id) = 1);
ALTER TABLE "regulation_reading" ADD CONSTRAINT "regulation_reading_whom" CHECK (cardinality(roles) + cardinality(person_ids) > 0);

-- Search. The server has a Russian dictionary and none for Ukrainian: Ukrainian words are kept whole (`simple`) and met by
-- their beginnings, and both languages by likeness of letters (pg_trgm). ё and е are one letter; an apostrophe splits no word.
CREATE FUNCTION regulation_plain(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT replace(translate(lower(given), '''’ʼ`´', ''), 'ё', 'е') $$;
CREATE FUNCTION regulation_vector(head text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.russian', regulation_plain(head)), 'A') || setweight(to_tsvector('pg_catalog.simple', regulation_plain(head)), 'A')
    || setweight(to_tsvector('pg_catalog.russian', regulation_plain(body)), 'B') || setweight(to_tsvector('pg_catalog.simple', regulation_plain(body)), 'B')
$$;
CREATE FUNCTION regulation_clause_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := regulation_plain(NEW.heading || ' ' || NEW.body);
  NEW.search := regulation_vector(NEW.number || ' ' || NEW.heading, NEW.body);
  RETURN NEW;
END $$;
CREATE TRIGGER "regulation_clause_words" BEFORE INSERT OR UPDATE ON "regulation_clause" FOR EACH ROW EXECUTE FUNCTION regulation_clause_words();

-- An adopted edition is never changed, by anybody: neither it nor its text nor its files. Only its last day is written, once.
CREATE FUNCTION regulation_edition_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'adopted' THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP = 'UPDATE' AND OLD.effective_to IS NULL AND NEW.effective_to IS NOT NULL
    AND (to_jsonb(NEW) - 'effective_to') = (to_jsonb(OLD) - 'effective_to') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'an adopted edition is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "regulation_edition_kept" BEFORE UPDATE OR DELETE ON "regulation_edition" FOR EACH ROW EXECUTE FUNCTION regulation_edition_kept();
CREATE FUNCTION regulation_part_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM regulation_edition e WHERE e.status = 'adopted'
    AND e.id IN (CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.edition_id END, CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.edition_id END)) THEN
    RAISE EXCEPTION 'an adopted edition is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "regulation_clause_kept" BEFORE INSERT OR UPDATE OR DELETE ON "regulation_clause" FOR EACH ROW EXECUTE FUNCTION regulation_part_kept();
CREATE TRIGGER "regulation_file_kept" BEFORE INSERT OR UPDATE OR DELETE ON "regulation_file" FOR EACH ROW EXECUTE FUNCTION regulation_part_kept();

-- Who makes a regulation: its own unit and nobody above it; cards of federal acts are kept by the region and the administrator.
CREATE FUNCTION regulation_is_own(level text, region_id int, municipality_id int, school_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT portal_scope() IN ('system', 'all') OR CASE level
    WHEN 'federal' THEN portal_scope() = 'region'
    WHEN 'regional' THEN portal_scope() = 'region' AND region_id = portal_scope_id()
    WHEN 'municipal' THEN portal_scope() = 'municipality' AND municipality_id = portal_scope_id()
    WHEN 'school' THEN portal_scope() = 'school' AND school_id = portal_scope_id()
    ELSE false END
$$;

-- Who reads: everybody to whose work it applies, once it is adopted; its makers before that.
ALTER TABLE "regulation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "regulation" FORCE ROW LEVEL SECURITY;
CREATE POLICY "regulation_read" ON "regulation" FOR SELECT TO portal_app USING (
  CASE level
    WHEN 'federal' THEN (SELECT portal_scope()) NOT IN ('none', 'public')
    WHEN 'regional' THEN region_id IN (SELECT visible_region_ids())
    WHEN 'municipal' THEN municipality_id IN (SELECT visible_municipality_ids())
    ELSE school_id IN (SELECT visible_school_ids()) END
  AND (first_adopted_at IS NOT NULL OR regulation_is_own(level, region_id, municipality_id, school_id))
);
CREATE POLICY "regulation_public" ON "regulation" FOR SELECT TO portal_app USING (
  (SELECT portal_scope()) = 'public' AND public AND first_adopted_at IS NOT NULL
);
CREATE POLICY "regulation_add" ON "regulation" FOR INSERT TO portal_app WITH CHECK (regulation_is_own(level, region_id, municipality_id, school_id));
CREATE POLICY "regulation_change" ON "regulation" FOR UPDATE TO portal_app
  USING (regulation_is_own(level, region_id, municipality_id, school_id))
  WITH CHECK (regulation_is_own(level, region_id, municipality_id, school_id));
-- The portal's own functions (search, addresses) look past the policies and give nothing but ids, yes or no.
CREATE POLICY "regulation_owner" ON "regulation" FOR SELECT TO CURRENT_USER USING (true);

-- Regulations that the asking person makes. Under the asking person's own policies.
CREATE FUNCTION own_regulation_ids() RETURNS SETOF int LANGUAGE sql STABLE AS $$
  SELECT id FROM regulation WHERE regulation_is_own(level, region_id, municipality_id, school_id)
$$;

ALTER TABLE "regulation_edition" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "regulation_edition" FORCE ROW LEVEL SECURITY;
CREATE POLICY "regulation_edition_read" ON "regulation_edition" FOR SELECT TO portal_app USING (
  regulation_id IN (SELECT id FROM regulation) AND (status = 'adopted' OR regulation_id IN (SELECT own_regulation_ids()))
);
CREATE POLICY "regulation_edition_add" ON "regulation_edition" FOR INSERT TO portal_app WITH CHECK (regulation_id IN (SELECT own_regulation_ids()));
CREATE POLICY "regulation_edition_change" ON "regulation_edition" FOR UPDATE TO portal_app
  USING (regulation_id IN (SELECT own_regulation_ids())) WITH CHECK (regulation_id IN (SELECT own_regulation_ids()));
CREATE POLICY "regulation_edition_remove" ON "regulation_edition" FOR DELETE TO portal_app
  USING (status = 'draft' AND regulation_id IN (SELECT own_regulation_ids()));
CREATE POLICY "regulation_edition_owner" ON "regulation_edition" FOR SELECT TO CURRENT_USER USING (true);

-- Text and files follow their edition.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['regulation_clause', 'regulation_file'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portal_app USING (edition_id IN (SELECT id FROM regulation_edition))', t || '_read', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I TO portal_app
      USING (edition_id IN (SELECT id FROM regulation_edition WHERE status = 'draft' AND regulation_id IN (SELECT own_regulation_ids())))
      WITH CHECK (edition_id IN (SELECT id FROM regulation_edition WHERE status = 'draft' AND regulation_id IN (SELECT own_regulation_ids())))$policy$, t || '_make', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING (true)', t || '_owner', t);
  END LOOP;
END $$;
-- What was read from a file is the makers' own paper.
ALTER TABLE "regulation_import" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "regulation_import" FORCE ROW LEVEL SECURITY;
CREATE POLICY "regulation_import_scope" ON "regulation_import" TO portal_app
  USING (edition_id IN (SELECT id FROM regulation_edition WHERE regulation_id IN (SELECT own_regulation_ids())));

-- Who must read is known to everybody in the unit and to the offices above a school; only the unit itself says it.
ALTER TABLE "regulation_reading" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "regulation_reading" FORCE ROW LEVEL SECURITY;
CREATE POLICY "regulation_reading_read" ON "regulation_reading" FOR SELECT TO portal_app USING (
  school_id IN (SELECT visible_school_ids())
  OR ((SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality') AND municipality_id IN (SELECT visible_municipality_ids()))
  OR ((SELECT portal_scope()) IN ('system', 'all', 'region') AND region_id IN (SELECT visible_region_ids()))
);
CREATE POLICY "regulation_reading_add" ON "regulation_reading" FOR INSERT TO portal_app WITH CHECK (
  edition_id IN (SELECT id FROM regulation_edition WHERE status = 'adopted')
  AND regulation_is_own(CASE WHEN school_id IS NOT NULL THEN 'school' WHEN municipality_id IS NOT NULL THEN 'municipal' ELSE 'regional' END, region_id, municipality_id, school_id)
);
CREATE POLICY "regulation_reading_change" ON "regulation_reading" FOR UPDATE TO portal_app
  USING (regulation_is_own(CASE WHEN school_id IS NOT NULL THEN 'school' WHEN municipality_id IS NOT NULL THEN 'municipal' ELSE 'regional' END, region_id, municipality_id, school_id))
  WITH CHECK (regulation_is_own(CASE WHEN school_id IS NOT NULL THEN 'school' WHEN municipality_id IS NOT NULL THEN 'municipal' ELSE 'regional' END, region_id, municipality_id, school_id));

-- One says of oneself only that one has read; the unit's administration sees it.
ALTER TABLE "regulation_reading_mark" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "regulation_reading_mark" FORCE ROW LEVEL SECURITY;
CREATE POLICY "regulation_reading_mark_read" ON "regulation_reading_mark" FOR SELECT TO portal_app USING (
  (SELECT portal_scope()) IN ('system', 'all')
  OR person_id = (SELECT portal_person_id())
  OR ((SELECT portal_scope()) <> 'classes' AND school_id IN (SELECT visible_school_ids()))
  OR ((SELECT portal_scope()) IN ('municipality', 'region') AND municipality_id IN (SELECT visible_municipality_ids()))
  OR ((SELECT portal_scope()) = 'region' AND region_id = (SELECT portal_scope_id()))
);
CREATE POLICY "regulation_reading_mark_add" ON "regulation_reading_mark" FOR INSERT TO portal_app WITH CHECK (
  ((SELECT portal_scope()) = 'system' OR person_id = (SELECT portal_person_id()))
  AND edition_id IN (SELECT id FROM regulation_edition WHERE status = 'adopted')
);

-- Ids of clauses of adopted editions that the search meets, best first. Under row policies the indexes of the search could
-- not be used, because its operators are not leakproof; so this looks past them, gives ids only, and the query that
-- calls it joins them with what the asking person may read.
CREATE FUNCTION regulation_clauses_met(wanted tsquery) RETURNS TABLE (clause_id int, rank real) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, ts_rank(c.search, wanted) FROM regulation_clause c JOIN regulation_edition e ON e.id = c.edition_id
  WHERE e.status = 'adopted' AND c.search @@ wanted
$$;
CREATE FUNCTION regulation_clauses_like(wanted text) RETURNS TABLE (clause_id int, rank real) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, word_similarity(wanted, c.search_text) FROM regulation_clause c JOIN regulation_edition e ON e.id = c.edition_id
  WHERE e.status = 'adopted' AND wanted <% c.search_text
$$;
-- Whether an address is taken by any regulation, also by one that the asking person cannot see. It tells yes or no.
CREATE FUNCTION regulation_slug_taken(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM regulation WHERE slug = wanted)
$$;

GRANT SELECT, INSERT, UPDATE ON "regulation", "regulation_reading" TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "regulation_edition", "regulation_clause", "regulation_file", "regulation_import" TO portal_app;
GRANT SELECT, INSERT ON "regulation_reading_mark" TO portal_app;
GRANT USAGE ON SEQUENCE "regulation_id_seq", "regulation_edition_id_seq", "regulation_clause_id_seq", "regulation_file_id_seq",
  "regulation_import_id_seq", "regulation_reading_id_seq" TO portal_app;
CREATE TRIGGER "regulation_reading_mark_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "regulation_reading_mark" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Indexes of the search.
CREATE INDEX "regulation_clause_search_idx" ON "regulation_clause" USING gin ("search");
CREATE INDEX "regulation_clause_search_text_idx" ON "regulation_clause" USING gin ("search_text" gin_trgm_ops);
