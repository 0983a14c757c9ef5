-- Handing over results: submissions and their decisions, campaigns with their days, absent pupils, letters.

-- Read by lib/results itself before it changes anything; set and cleared by the commands of submissions.
ALTER TABLE "result_set" ADD COLUMN "locked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "submission" (
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "results_version" INTEGER,
    "submitted_by" INTEGER,
    "submitted_at" TIMESTAMPTZ(3),
    "first_submitted_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "submission_pkey" PRIMARY KEY ("school_id","work_id")
);

-- CreateTable
CREATE TABLE "submission_event" (
    "id" SERIAL NOT NULL,
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER,
    "actor_role" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "confirmed" JSONB NOT NULL DEFAULT '{}',
    "results_version" INTEGER,

    CONSTRAINT "submission_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "municipality_id" INTEGER,
    "year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_work" (
    "campaign_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,

    CONSTRAINT "campaign_work_pkey" PRIMARY KEY ("campaign_id","work_id")
);

-- CreateTable
CREATE TABLE "campaign_exception" (
    "campaign_id" INTEGER NOT NULL,
    "school_id" INTEGER NOT NULL,
    "until_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "given_by" INTEGER,

    CONSTRAINT "campaign_exception_pkey" PRIMARY KEY ("campaign_id","school_id")
);

-- CreateTable
CREATE TABLE "absence_note" (
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "class_label" TEXT NOT NULL,
    "owner_id" INTEGER,
    "explained" SMALLINT,
    "explanation" TEXT NOT NULL DEFAULT '',
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,

    CONSTRAINT "absence_note_pkey" PRIMARY KEY ("school_id","work_id","class_label")
);

-- CreateTable
CREATE TABLE "mail_outbox" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "on_day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "failure" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "mail_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_choice" (
    "person_id" INTEGER NOT NULL,
    "digest" BOOLEAN NOT NULL,

    CONSTRAINT "mail_choice_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "submission_work_id_idx" ON "submission"("work_id");
CREATE INDEX "submission_event_school_id_work_id_id_idx" ON "submission_event"("school_id", "work_id", "id");
CREATE INDEX "campaign_region_id_municipality_id_idx" ON "campaign"("region_id", "municipality_id");
CREATE INDEX "campaign_work_work_id_idx" ON "campaign_work"("work_id");
CREATE INDEX "campaign_exception_school_id_idx" ON "campaign_exception"("school_id");
CREATE UNIQUE INDEX "mail_outbox_person_id_on_day_kind_key" ON "mail_outbox"("person_id", "on_day", "kind");

-- AddForeignKey
ALTER TABLE "campaign_work" ADD CONSTRAINT "campaign_work_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "campaign_exception" ADD CONSTRAINT "campaign_exception_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What code promises, kept by the database as well.
ALTER TABLE "submission" ADD CONSTRAINT "submission_state" CHECK (state IN ('draft', 'submitted', 'approved', 'accepted', 'returned', 'locked'));
ALTER TABLE "submission_event" ADD CONSTRAINT "submission_event_reason" CHECK (verb NOT IN ('sendBack', 'return', 'unlock') OR reason <> '');
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_days" CHECK (opens_on <= due_on AND due_on <= closes_on);
ALTER TABLE "campaign_exception" ADD CONSTRAINT "campaign_exception_reason" CHECK (reason <> '');

-- Who sees which rows.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['submission', 'submission_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I
      USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
      WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_scope', t);
  END LOOP;
END $$;
-- A teacher sees what was asked of him or her, and answers it.
ALTER TABLE "absence_note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "absence_note" FORCE ROW LEVEL SECURITY;
CREATE POLICY "absence_note_scope" ON "absence_note"
  USING (school_id IN (SELECT visible_school_ids()) AND ((SELECT portal_scope()) <> 'classes' OR owner_id = (SELECT portal_person_id())))
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND ((SELECT portal_scope()) <> 'classes' OR owner_id = (SELECT portal_person_id())));
-- A campaign is read by everybody in its area, and changed only from the office that it belongs to or from above.
ALTER TABLE "campaign" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "campaign" FORCE ROW LEVEL SECURITY;
CREATE POLICY "campaign_read" ON "campaign" FOR SELECT
  USING (CASE WHEN municipality_id IS NULL THEN region_id IN (SELECT visible_region_ids())
    ELSE municipality_id IN (SELECT visible_municipality_ids()) END);
CREATE POLICY "campaign_add" ON "campaign" FOR INSERT WITH CHECK (
  (SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality') AND region_id IN (SELECT visible_region_ids())
  AND CASE WHEN municipality_id IS NULL THEN (SELECT portal_scope()) <> 'municipality' ELSE municipality_id IN (SELECT visible_municipality_ids()) END);
CREATE POLICY "campaign_change" ON "campaign" FOR UPDATE
  USING ((SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality')
    AND CASE WHEN municipality_id IS NULL THEN (SELECT portal_scope()) <> 'municipality' AND region_id IN (SELECT visible_region_ids())
      ELSE municipality_id IN (SELECT visible_municipality_ids()) END)
  WITH CHECK (region_id IN (SELECT visible_region_ids())
    AND CASE WHEN municipality_id IS NULL THEN (SELECT portal_scope()) <> 'municipality' ELSE municipality_id IN (SELECT visible_municipality_ids()) END);
ALTER TABLE "campaign_work" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "campaign_work" FORCE ROW LEVEL SECURITY;
CREATE POLICY "campaign_work_read" ON "campaign_work" FOR SELECT USING (campaign_id IN (SELECT id FROM campaign));
CREATE POLICY "campaign_work_add" ON "campaign_work" FOR INSERT
  WITH CHECK (campaign_id IN (SELECT id FROM campaign) AND (SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality'));
-- An exception is of one school; the school and the offices above it see it, only offices give it.
ALTER TABLE "campaign_exception" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "campaign_exception" FORCE ROW LEVEL SECURITY;
CREATE POLICY "campaign_exception_read" ON "campaign_exception" FOR SELECT USING (school_id IN (SELECT visible_school_ids()));
CREATE POLICY "campaign_exception_add" ON "campaign_exception" FOR INSERT WITH CHECK (
  school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality'));
CREATE POLICY "campaign_exception_change" ON "campaign_exception" FOR UPDATE
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality'))
  WITH CHECK (school_id IN (SELECT visible_school_ids()));
-- Letters are composed and sent by the portal; each person may read the own ones.
ALTER TABLE "mail_outbox" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mail_outbox" FORCE ROW LEVEL SECURITY;
CREATE POLICY "mail_outbox_portal" ON "mail_outbox" USING ((SELECT portal_scope()) = 'system');
CREATE POLICY "mail_outbox_own" ON "mail_outbox" FOR SELECT USING (person_id = (SELECT portal_person_id()));
ALTER TABLE "mail_choice" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mail_choice" FORCE ROW LEVEL SECURITY;
CREATE POLICY "mail_choice_scope" ON "mail_choice" USING ((SELECT portal_scope()) = 'system' OR person_id = (SELECT portal_person_id()));

GRANT SELECT, INSERT, UPDATE ON "submission", "campaign", "campaign_exception", "absence_note", "mail_outbox", "mail_choice" TO portal_app;
-- Decisions are added, never rewritten.
GRANT SELECT, INSERT ON "submission_event", "campaign_work" TO portal_app;
GRANT USAGE ON SEQUENCE "submission_event_id_seq", "campaign_id_seq", "mail_outbox_id_seq" TO portal_app;
CREATE TRIGGER "submission_event_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "submission_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where the changes of a school's results came from. The file of an office is not shown to a school, but when and by which
-- kind of office its own rows were changed is. Runs as the owner, whom FORCE binds too: hence the policies of its own.
CREATE POLICY "import_file_owner" ON "import_file" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "import_target_owner" ON "import_target" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "person_owner" ON "person" FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION results_trace(which_school int, which_work int)
  RETURNS TABLE (import_id int, applied_at timestamptz, undone_at timestamptz, applied_role text, undone_role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT f.id, f.applied_at, f.undone_at, a.role, u.role
  FROM import_target t JOIN import_file f ON f.id = t.import_id
  LEFT JOIN person a ON a.id = f.applied_by LEFT JOIN person u ON u.id = f.undone_by
  WHERE t.school_id = which_school AND t.work_id = which_work AND f.applied_at IS NOT NULL
    AND which_school IN (SELECT visible_school_ids()) AND portal_scope() <> 'classes'
$$;
