-- The timetable of a class since a day: which subjects its lessons are, by weekday and number. A later one takes its place from its day on.

CREATE TABLE "schedule_timetable" (
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "class_label" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "days" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,

    CONSTRAINT "schedule_timetable_pkey" PRIMARY KEY ("school_id","year","class_label","from_on")
);
ALTER TABLE "schedule_timetable" ADD CONSTRAINT "schedule_timetable_school_id_year_fkey" FOREIGN KEY ("school_id", "year") REFERENCES "schedule_plan"("school_id", "year") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule_timetable" ADD CONSTRAINT "schedule_timetable_days" CHECK (jsonb_typeof(days) = 'array' AND jsonb_array_length(days) = 7 AND class_label <> '');

-- The column of the first draft held a timetable without a day; nothing ever wrote it.
ALTER TABLE "schedule_class" DROP COLUMN "timetable";

-- A file in review is of works, or of timetables that begin on a day.
ALTER TABLE "schedule_import" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'works', ADD COLUMN "from_on" DATE;
ALTER TABLE "schedule_import" ADD CONSTRAINT "schedule_import_kind" CHECK (kind IN ('works', 'timetable') AND (kind = 'timetable') = (from_on IS NOT NULL));

-- Read by everybody who works in the school (it holds no pupil), changed by its administration and from above.
ALTER TABLE "schedule_timetable" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "schedule_timetable" FORCE ROW LEVEL SECURITY;
CREATE POLICY "schedule_timetable_read" ON "schedule_timetable" FOR SELECT USING (school_id IN (SELECT visible_school_ids()));
CREATE POLICY "schedule_timetable_add" ON "schedule_timetable" FOR INSERT
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');
CREATE POLICY "schedule_timetable_change" ON "schedule_timetable" FOR UPDATE
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');
CREATE POLICY "schedule_timetable_remove" ON "schedule_timetable" FOR DELETE
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');
GRANT SELECT, INSERT, UPDATE, DELETE ON "schedule_timetable" TO portal_app;
