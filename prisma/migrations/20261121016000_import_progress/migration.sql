-- How far a file has come that is being read or applied. Written in transactions of its own, so that others see it at once;
-- the work itself is one transaction. A person may ask it to stop: the work looks at that between its steps.
CREATE TABLE "import_progress" (
    "import_id" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "stop_asked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_progress_pkey" PRIMARY KEY ("import_id"),
    CONSTRAINT "import_progress_step" CHECK ("step" IN ('reading', 'checking', 'keeping', 'applying', 'counting')),
    CONSTRAINT "import_progress_done" CHECK ("done" >= 0 AND "done" <= "total")
);
ALTER TABLE "import_progress" ADD CONSTRAINT "import_progress_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_progress" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_progress" FORCE ROW LEVEL SECURITY;
CREATE POLICY "import_progress_scope" ON "import_progress" USING (import_id IN (SELECT id FROM import_file));
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_progress" TO portal_app;
