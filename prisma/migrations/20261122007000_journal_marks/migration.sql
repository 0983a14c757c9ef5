-- Marks of an electronic journal's export (forms.md F-19), as the file says them: a mark of a period or of a work, two marks in one
-- cell, or a word that is no mark. They belong to their import: only those of an applied one count, the latest first.
CREATE TABLE "journal_mark" (
    "import_id" INTEGER NOT NULL,
    "school_id" INTEGER NOT NULL,
    "school_year" SMALLINT NOT NULL,
    "subject" TEXT NOT NULL,
    "class_label" TEXT NOT NULL,
    "participant_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "marks" SMALLINT[] NOT NULL,
    "status" TEXT NOT NULL,
    "raw" TEXT NOT NULL,
    "source_sheet" TEXT NOT NULL,
    "source_row" INTEGER NOT NULL,

    CONSTRAINT "journal_mark_pkey" PRIMARY KEY ("import_id", "school_id", "subject", "participant_code", "kind", "heading"),
    CONSTRAINT "journal_mark_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "journal_mark_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "journal_mark_kind" CHECK ("kind" IN ('period', 'work')),
    CONSTRAINT "journal_mark_status" CHECK ("status" IN ('mark', 'two', 'credited', 'notAssessed', 'exempt', 'absence', 'rejected')),
    -- A mark of a period is one mark; what is no mark carries none.
    CONSTRAINT "journal_mark_marks" CHECK (CASE "status" WHEN 'mark' THEN cardinality("marks") = 1 WHEN 'two' THEN "kind" = 'work' AND cardinality("marks") = 2 ELSE cardinality("marks") = 0 END),
    CONSTRAINT "journal_mark_range" CHECK (2 <= ALL ("marks") AND 5 >= ALL ("marks"))
);
CREATE INDEX "journal_mark_school_idx" ON "journal_mark" ("school_id", "school_year", "subject");

-- Which column of the journal a person set beside which work: its marks are «отметка по журналу» where the work's own form has none.
CREATE TABLE "journal_period" (
    "import_id" INTEGER NOT NULL,
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,

    CONSTRAINT "journal_period_pkey" PRIMARY KEY ("import_id", "school_id", "work_id"),
    CONSTRAINT "journal_period_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "journal_period_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "journal_period_school_idx" ON "journal_period" ("school_id", "work_id");

-- As confidential as staged rows; teachers import nothing.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['journal_mark', 'journal_period'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I
      USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
      WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_scope', t);
  END LOOP;
END $$;
-- What an import says is written anew or goes with it, never rewritten.
GRANT SELECT, INSERT, DELETE ON "journal_mark", "journal_period" TO portal_app;
