-- Results typed class by class: what the grid keeps until it is handed over as results.

-- One draft for a class and a work. "version" grows with every batch of typed cells; a cell carries the number of its last batch.
CREATE TABLE "entry" (
  "id" SERIAL PRIMARY KEY,
  "school_id" INTEGER NOT NULL REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "work_id" INTEGER NOT NULL REFERENCES "work" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "class_label" TEXT NOT NULL CHECK (length("class_label") BETWEEN 1 AND 12),
  "version" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "created_by" INTEGER NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  -- Typed twice, by two people who do not see each other's values; "agreement" is what the comparison found.
  "twice" BOOLEAN NOT NULL DEFAULT false,
  "compared_at" TIMESTAMPTZ(3),
  "compared_by" INTEGER,
  "agreement" JSONB,
  -- The version that was handed over last, and the import that took it.
  "handed_version" INTEGER,
  "handed_at" TIMESTAMPTZ(3),
  "handed_by" INTEGER,
  "import_id" INTEGER,
  UNIQUE ("school_id", "work_id", "class_label"),
  UNIQUE ("id", "school_id")
);
CREATE INDEX "entry_work_id_idx" ON "entry" ("work_id");

-- One typed cell. "pass" 2 = the second, blind typing. The text is kept as typed, also a wrong one, but never a word: names have no place here.
CREATE TABLE "entry_cell" (
  "entry_id" INTEGER NOT NULL,
  "school_id" INTEGER NOT NULL,
  "pass" SMALLINT NOT NULL CHECK ("pass" IN (1, 2)),
  "row" SMALLINT NOT NULL CHECK ("row" BETWEEN 0 AND 59),
  "col" TEXT NOT NULL,
  "value" TEXT NOT NULL CHECK (length("value") <= 32),
  "version" INTEGER NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_by" INTEGER NOT NULL,
  PRIMARY KEY ("entry_id", "pass", "row", "col"),
  FOREIGN KEY ("entry_id", "school_id") REFERENCES "entry" ("id", "school_id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Every batch that was taken: the same one sent again is answered from here and not applied twice. Also the history of the cells.
CREATE TABLE "entry_batch" (
  "entry_id" INTEGER NOT NULL,
  "school_id" INTEGER NOT NULL,
  "batch" TEXT NOT NULL,
  "pass" SMALLINT NOT NULL,
  "sitting" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "person_id" INTEGER NOT NULL,
  "version" INTEGER NOT NULL,
  "changes" JSONB NOT NULL,
  "answer" JSONB NOT NULL,
  PRIMARY KEY ("entry_id", "batch"),
  FOREIGN KEY ("entry_id", "school_id") REFERENCES "entry" ("id", "school_id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- As confidential as the rows of results themselves; teachers type nothing.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['entry', 'entry_cell', 'entry_batch'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I
      USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
      WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_scope', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON "entry", "entry_cell" TO portal_app;
-- What was typed when is added, never rewritten.
GRANT SELECT, INSERT ON "entry_batch" TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
