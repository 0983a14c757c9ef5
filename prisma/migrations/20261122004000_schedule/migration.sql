-- The schedule of assessments: a school's year, the works of offices and of schools on their days, and published editions.

-- CreateTable
CREATE TABLE "schedule_plan" (
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "lesson_minutes" SMALLINT NOT NULL DEFAULT 45,
    "bells" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "second_half_on" DATE,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,

    CONSTRAINT "schedule_plan_pkey" PRIMARY KEY ("school_id","year")
);

-- CreateTable
CREATE TABLE "schedule_hours" (
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "subject" TEXT NOT NULL,
    "hours" SMALLINT NOT NULL,
    "lessons_per_week" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "schedule_hours_pkey" PRIMARY KEY ("school_id","year","grade","subject")
);

-- CreateTable
CREATE TABLE "schedule_class" (
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "class_label" TEXT NOT NULL,
    "lessons" SMALLINT[],
    "timetable" JSONB,

    CONSTRAINT "schedule_class_pkey" PRIMARY KEY ("school_id","year","class_label")
);

-- CreateTable
CREATE TABLE "schedule_break" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "year" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "as_weekday" SMALLINT,
    "title" TEXT NOT NULL,

    CONSTRAINT "schedule_break_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_window" (
    "id" SERIAL NOT NULL,
    "uid" UUID NOT NULL DEFAULT gen_random_uuid(),
    "region_id" INTEGER NOT NULL,
    "municipality_id" INTEGER,
    "year" SMALLINT NOT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "subject" TEXT NOT NULL,
    "options" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "lesson" SMALLINT,
    "minutes" SMALLINT NOT NULL,
    "whole_class" BOOLEAN NOT NULL DEFAULT true,
    "work_id" INTEGER,
    "regulation_id" INTEGER,
    "clause_key" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,

    CONSTRAINT "schedule_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheduled_work" (
    "id" SERIAL NOT NULL,
    "uid" UUID NOT NULL DEFAULT gen_random_uuid(),
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "level" TEXT NOT NULL,
    "window_id" INTEGER,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "class_labels" TEXT[],
    "subject" TEXT NOT NULL,
    "options" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "on_day" DATE NOT NULL,
    "lesson" SMALLINT,
    "minutes" SMALLINT NOT NULL,
    "whole_class" BOOLEAN NOT NULL DEFAULT true,
    "work_id" INTEGER,
    "regulation_id" INTEGER,
    "clause_key" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,

    CONSTRAINT "scheduled_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_edition" (
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "schedule_edition_pkey" PRIMARY KEY ("school_id","year","number")
);

-- CreateTable
CREATE TABLE "schedule_import" (
    "id" SERIAL NOT NULL,
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "file_name" TEXT NOT NULL,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "reading" JSONB,
    "result" JSONB,

    CONSTRAINT "schedule_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "schedule_break_region_id_year_idx" ON "schedule_break"("region_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_window_uid_key" ON "schedule_window"("uid");

-- CreateIndex
CREATE INDEX "schedule_window_region_id_year_idx" ON "schedule_window"("region_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "scheduled_work_uid_key" ON "scheduled_work"("uid");

-- CreateIndex
CREATE INDEX "scheduled_work_school_id_year_on_day_idx" ON "scheduled_work"("school_id", "year", "on_day");

-- CreateIndex
CREATE INDEX "scheduled_work_window_id_idx" ON "scheduled_work"("window_id");

-- CreateIndex
CREATE INDEX "schedule_import_school_id_year_idx" ON "schedule_import"("school_id", "year");

-- AddForeignKey
ALTER TABLE "schedule_hours" ADD CONSTRAINT "schedule_hours_school_id_year_fkey" FOREIGN KEY ("school_id", "year") REFERENCES "schedule_plan"("school_id", "year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_class" ADD CONSTRAINT "schedule_class_school_id_year_fkey" FOREIGN KEY ("school_id", "year") REFERENCES "schedule_plan"("school_id", "year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_work" ADD CONSTRAINT "scheduled_work_school_id_year_fkey" FOREIGN KEY ("school_id", "year") REFERENCES "schedule_plan"("school_id", "year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_work" ADD CONSTRAINT "scheduled_work_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "schedule_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_edition" ADD CONSTRAINT "schedule_edition_school_id_year_fkey" FOREIGN KEY ("school_id", "year") REFERENCES "schedule_plan"("school_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_import" ADD CONSTRAINT "schedule_import_school_id_year_fkey" FOREIGN KEY ("school_id", "year") REFERENCES "schedule_plan"("school_id", "year") ON DELETE CASCADE ON UPDATE CASCADE;

-- What code promises, kept by the database as well.
ALTER TABLE "schedule_plan" ADD CONSTRAINT "schedule_plan_year" CHECK (year BETWEEN 2000 AND 2100 AND lesson_minutes BETWEEN 20 AND 90
  AND starts_on < ends_on AND (second_half_on IS NULL OR second_half_on BETWEEN starts_on AND ends_on));
ALTER TABLE "schedule_hours" ADD CONSTRAINT "schedule_hours_amount" CHECK (grade BETWEEN 1 AND 12 AND hours BETWEEN 1 AND 1000 AND lessons_per_week > 0 AND lessons_per_week <= 20);
ALTER TABLE "schedule_class" ADD CONSTRAINT "schedule_class_lessons" CHECK (cardinality(lessons) = 7 AND 0 <= ALL (lessons) AND 12 >= ALL (lessons));
ALTER TABLE "schedule_break" ADD CONSTRAINT "schedule_break_days" CHECK (kind IN ('holiday', 'workday') AND from_on <= to_on
  AND (kind = 'workday') = (as_weekday IS NOT NULL) AND (as_weekday IS NULL OR (from_on = to_on AND as_weekday BETWEEN 1 AND 7)));
ALTER TABLE "schedule_break" ADD CONSTRAINT "schedule_break_owner" CHECK (school_id IS NULL OR municipality_id IS NOT NULL);
ALTER TABLE "schedule_window" ADD CONSTRAINT "schedule_window_days" CHECK (opens_on <= closes_on AND minutes BETWEEN 1 AND 600 AND grade BETWEEN 1 AND 12
  AND (lesson IS NULL OR lesson BETWEEN 1 AND 12));
ALTER TABLE "schedule_window" ADD CONSTRAINT "schedule_window_level" CHECK (level IN ('federal', 'regional', 'municipal') AND (municipality_id IS NULL OR level = 'municipal'));
ALTER TABLE "schedule_window" ADD CONSTRAINT "schedule_window_subject" CHECK ((subject = '') = (cardinality(options) > 0));
ALTER TABLE "scheduled_work" ADD CONSTRAINT "scheduled_work_shape" CHECK (cardinality(class_labels) > 0 AND minutes BETWEEN 1 AND 600 AND grade BETWEEN 1 AND 12
  AND (lesson IS NULL OR lesson BETWEEN 1 AND 12) AND (subject <> '' OR cardinality(options) > 0));
ALTER TABLE "scheduled_work" ADD CONSTRAINT "scheduled_work_level" CHECK (level IN ('federal', 'regional', 'municipal', 'school') AND (level = 'school') = (window_id IS NULL));
ALTER TABLE "schedule_edition" ADD CONSTRAINT "schedule_edition_reason" CHECK (number = 1 OR reason <> '');
ALTER TABLE "schedule_window" ADD CONSTRAINT "schedule_window_clause" CHECK (clause_key IS NULL OR regulation_id IS NOT NULL);
ALTER TABLE "scheduled_work" ADD CONSTRAINT "scheduled_work_clause" CHECK (clause_key IS NULL OR regulation_id IS NOT NULL);

-- A school's schedule is read by everybody who works in it, teachers too (it holds no pupil), and changed by its administration and from above.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['schedule_plan', 'schedule_hours', 'schedule_class', 'scheduled_work', 'schedule_edition'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (school_id IN (SELECT visible_school_ids()))', t || '_read', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I FOR INSERT
      WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_add', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I FOR UPDATE
      USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
      WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_change', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I FOR DELETE
      USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_remove', t);
  END LOOP;
END $$;
-- Families read what is published: whole editions, never a draft.
CREATE POLICY "schedule_edition_public" ON "schedule_edition" FOR SELECT USING ((SELECT portal_scope()) = 'public');
-- A file in review is the paper of the school's administration.
ALTER TABLE "schedule_import" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "schedule_import" FORCE ROW LEVEL SECURITY;
CREATE POLICY "schedule_import_scope" ON "schedule_import"
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');

-- An office's windows are read by everybody in its area, and changed only from the office that they belong to or from above.
ALTER TABLE "schedule_window" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "schedule_window" FORCE ROW LEVEL SECURITY;
CREATE POLICY "schedule_window_read" ON "schedule_window" FOR SELECT
  USING (CASE WHEN municipality_id IS NULL THEN region_id IN (SELECT visible_region_ids())
    ELSE municipality_id IN (SELECT visible_municipality_ids()) END);
DO $$
DECLARE own text := $own$((SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality') AND region_id IN (SELECT visible_region_ids())
  AND CASE WHEN municipality_id IS NULL THEN (SELECT portal_scope()) <> 'municipality' ELSE municipality_id IN (SELECT visible_municipality_ids()) END)$own$;
BEGIN
  EXECUTE 'CREATE POLICY "schedule_window_add" ON "schedule_window" FOR INSERT WITH CHECK ' || own;
  EXECUTE 'CREATE POLICY "schedule_window_change" ON "schedule_window" FOR UPDATE USING ' || own || ' WITH CHECK ' || own;
  EXECUTE 'CREATE POLICY "schedule_window_remove" ON "schedule_window" FOR DELETE USING ' || own;
END $$;

-- Days without lessons: those of the area are read below it, those of a school by that school and above.
ALTER TABLE "schedule_break" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "schedule_break" FORCE ROW LEVEL SECURITY;
CREATE POLICY "schedule_break_read" ON "schedule_break" FOR SELECT
  USING (CASE WHEN school_id IS NOT NULL THEN school_id IN (SELECT visible_school_ids())
    WHEN municipality_id IS NOT NULL THEN municipality_id IN (SELECT visible_municipality_ids())
    ELSE region_id IN (SELECT visible_region_ids()) END);
DO $$
DECLARE own text := $own$(region_id IN (SELECT visible_region_ids()) AND (municipality_id IS NULL OR municipality_id IN (SELECT visible_municipality_ids()))
  AND CASE WHEN school_id IS NOT NULL THEN school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes'
    WHEN municipality_id IS NOT NULL THEN (SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality')
    ELSE (SELECT portal_scope()) IN ('system', 'all', 'region') END)$own$;
BEGIN
  EXECUTE 'CREATE POLICY "schedule_break_add" ON "schedule_break" FOR INSERT WITH CHECK ' || own;
  EXECUTE 'CREATE POLICY "schedule_break_change" ON "schedule_break" FOR UPDATE USING ' || own || ' WITH CHECK ' || own;
  EXECUTE 'CREATE POLICY "schedule_break_remove" ON "schedule_break" FOR DELETE USING ' || own;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "schedule_plan", "schedule_hours", "schedule_class", "schedule_break", "schedule_window", "scheduled_work", "schedule_import"
TO portal_app;
-- Editions are added, never rewritten.
GRANT SELECT, INSERT ON "schedule_edition" TO portal_app;
GRANT USAGE ON SEQUENCE "schedule_break_id_seq", "schedule_window_id_seq", "scheduled_work_id_seq", "schedule_import_id_seq" TO portal_app;
CREATE TRIGGER "schedule_edition_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "schedule_edition" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A work may stand in the window of an office above the school only.
CREATE POLICY "scheduled_work_window" ON "scheduled_work" AS RESTRICTIVE FOR INSERT
  WITH CHECK (window_id IS NULL OR window_id IN (SELECT id FROM schedule_window));
