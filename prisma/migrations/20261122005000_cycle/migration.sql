-- The yearly cycle of a school's quality assessment (циклограмма ВСОКО): lines with performers, due days, outputs, addressees,
-- what each rests on, and what became of it.

-- CreateTable
CREATE TABLE "cycle_plan" (
    "id" SERIAL NOT NULL,
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,

    CONSTRAINT "cycle_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle_item" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "school_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "output" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL DEFAULT '',
    "performer" TEXT NOT NULL,
    "performer_id" INTEGER,
    "addressees" TEXT[],
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "done_on" DATE,
    "evidence" TEXT NOT NULL DEFAULT '',
    "document" TEXT NOT NULL DEFAULT '',
    "document_url" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,

    CONSTRAINT "cycle_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "cycle_plan_school_id_year_key" ON "cycle_plan"("school_id", "year");
CREATE UNIQUE INDEX "cycle_plan_id_school_id_key" ON "cycle_plan"("id", "school_id");
CREATE INDEX "cycle_item_school_id_due_on_idx" ON "cycle_item"("school_id", "due_on");
CREATE INDEX "cycle_item_plan_id_idx" ON "cycle_item"("plan_id");
-- A line of the template stands once in a year.
CREATE UNIQUE INDEX "cycle_item_plan_id_code_key" ON "cycle_item"("plan_id", "code") WHERE "code" <> '';

-- AddForeignKey: of the plan's own school.
ALTER TABLE "cycle_item" ADD CONSTRAINT "cycle_item_plan_id_school_id_fkey" FOREIGN KEY ("plan_id", "school_id") REFERENCES "cycle_plan"("id", "school_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What code promises, kept by the database as well.
ALTER TABLE "cycle_item" ADD CONSTRAINT "cycle_item_status" CHECK (status IN ('planned', 'underway', 'done', 'dropped'));
ALTER TABLE "cycle_item" ADD CONSTRAINT "cycle_item_done" CHECK ((status = 'done') = (done_on IS NOT NULL) AND (status <> 'done' OR evidence <> ''));
ALTER TABLE "cycle_item" ADD CONSTRAINT "cycle_item_dropped" CHECK (status <> 'dropped' OR reason <> '');
ALTER TABLE "cycle_item" ADD CONSTRAINT "cycle_item_own" CHECK (code <> '' OR (title <> '' AND output <> ''));
ALTER TABLE "cycle_item" ADD CONSTRAINT "cycle_item_url" CHECK (document_url = '' OR document_url ~ '^(https?://|/)');

-- Who sees which rows: the school with its teachers, and the offices above it.
ALTER TABLE "cycle_plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "cycle_plan" FORCE ROW LEVEL SECURITY;
CREATE POLICY "cycle_plan_read" ON "cycle_plan" FOR SELECT USING (school_id IN (SELECT visible_school_ids()));
CREATE POLICY "cycle_plan_add" ON "cycle_plan" FOR INSERT
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) IN ('system', 'school'));
ALTER TABLE "cycle_item" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "cycle_item" FORCE ROW LEVEL SECURITY;
CREATE POLICY "cycle_item_read" ON "cycle_item" FOR SELECT USING (school_id IN (SELECT visible_school_ids()));
CREATE POLICY "cycle_item_add" ON "cycle_item" FOR INSERT
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) IN ('system', 'school'));
-- A teacher reports on what was given to him or her; it stays given.
CREATE POLICY "cycle_item_change" ON "cycle_item" FOR UPDATE
  USING (school_id IN (SELECT visible_school_ids()) AND ((SELECT portal_scope()) IN ('system', 'school')
    OR ((SELECT portal_scope()) = 'classes' AND performer_id = (SELECT portal_person_id()))))
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND ((SELECT portal_scope()) IN ('system', 'school')
    OR ((SELECT portal_scope()) = 'classes' AND performer_id = (SELECT portal_person_id()))));

-- Nothing is removed: what is not done is left out with a reason.
GRANT SELECT, INSERT ON "cycle_plan" TO portal_app;
GRANT SELECT, INSERT, UPDATE ON "cycle_item" TO portal_app;
GRANT USAGE ON SEQUENCE "cycle_plan_id_seq", "cycle_item_id_seq" TO portal_app;
