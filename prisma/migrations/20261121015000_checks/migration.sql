-- Checks that live outside code: rules with versions, what they found, and what was asked and answered about it.

-- CreateTable
CREATE TABLE "check_rule_version" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "municipality_id" INTEGER,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "effective_on" DATE NOT NULL,
    "works_from" SMALLINT NOT NULL,
    "off" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,
    "adopted_by" INTEGER,

    CONSTRAINT "check_rule_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_rule_draft" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "municipality_id" INTEGER,
    "code" TEXT NOT NULL,
    "based_on" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER NOT NULL,

    CONSTRAINT "check_rule_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_run" (
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "results_version" INTEGER NOT NULL,
    "rules" TEXT[],
    "ran_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_run_pkey" PRIMARY KEY ("school_id","work_id")
);

-- CreateTable
CREATE TABLE "check_result" (
    "id" SERIAL NOT NULL,
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "rule_code" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "class_label" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "priority" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "numbers" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "gone_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by" INTEGER,
    "confirm_reason" TEXT NOT NULL DEFAULT '',
    "question" TEXT NOT NULL DEFAULT 'none',
    "asked_by" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "check_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_message" (
    "id" SERIAL NOT NULL,
    "result_id" INTEGER NOT NULL,
    "school_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" INTEGER,
    "author" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "check_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "check_rule_version_region_id_code_version_key" ON "check_rule_version"("region_id", "code", "version");
CREATE UNIQUE INDEX "check_rule_draft_region_id_code_key" ON "check_rule_draft"("region_id", "code");
CREATE UNIQUE INDEX "check_result_school_id_work_id_rule_code_rule_version_class_key" ON "check_result"("school_id", "work_id", "rule_code", "rule_version", "class_label", "fingerprint");
CREATE UNIQUE INDEX "check_result_id_school_id_key" ON "check_result"("id", "school_id");
CREATE INDEX "check_result_work_id_idx" ON "check_result"("work_id");
CREATE INDEX "check_message_result_id_id_idx" ON "check_message"("result_id", "id");

-- AddForeignKey
ALTER TABLE "check_message" ADD CONSTRAINT "check_message_result_id_school_id_fkey" FOREIGN KEY ("result_id", "school_id") REFERENCES "check_result"("id", "school_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What code promises, kept by the database as well.
ALTER TABLE "check_rule_version" ADD CONSTRAINT "check_rule_version_reason" CHECK (reason <> '');
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_severity" CHECK (severity IN ('error', 'warning'));
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_question" CHECK (question IN ('none', 'asked', 'answered', 'closed') AND asked_by IN ('', 'school', 'office') AND (question = 'none') = (asked_by = ''));
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_confirmed" CHECK ((confirmed_at IS NULL) = (confirm_reason = ''));
ALTER TABLE "check_message" ADD CONSTRAINT "check_message_kind" CHECK (kind IN ('ask', 'answer', 'close', 'confirm', 'reopen') AND (text <> '' OR kind = 'close'));

-- A rule is read by everybody in its area, and made only by the office that it belongs to or from above.
ALTER TABLE "check_rule_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "check_rule_version" FORCE ROW LEVEL SECURITY;
CREATE POLICY "check_rule_version_read" ON "check_rule_version" FOR SELECT
  USING (CASE WHEN municipality_id IS NULL THEN region_id IN (SELECT visible_region_ids())
    ELSE municipality_id IN (SELECT visible_municipality_ids()) END);
CREATE POLICY "check_rule_version_add" ON "check_rule_version" FOR INSERT WITH CHECK (
  (SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality') AND region_id IN (SELECT visible_region_ids())
  AND CASE WHEN municipality_id IS NULL THEN (SELECT portal_scope()) <> 'municipality' ELSE municipality_id IN (SELECT visible_municipality_ids()) END);
-- A draft is the office's own paper: schools do not see it, and a municipality does not see the region's.
ALTER TABLE "check_rule_draft" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "check_rule_draft" FORCE ROW LEVEL SECURITY;
CREATE POLICY "check_rule_draft_scope" ON "check_rule_draft" USING (
  (SELECT portal_scope()) IN ('system', 'all', 'region', 'municipality') AND region_id IN (SELECT visible_region_ids())
  AND CASE WHEN municipality_id IS NULL THEN (SELECT portal_scope()) <> 'municipality' ELSE municipality_id IN (SELECT visible_municipality_ids()) END);
-- Findings are made by the portal itself; the school and the offices above it talk about them. Teachers see none: they quote pupils' codes of other classes.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['check_run', 'check_result', 'check_message'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY %I ON %I FOR SELECT
      USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')$policy$, t || '_read', t);
  END LOOP;
END $$;
CREATE POLICY "check_run_portal" ON "check_run" USING ((SELECT portal_scope()) = 'system');
CREATE POLICY "check_result_portal" ON "check_result" FOR INSERT WITH CHECK ((SELECT portal_scope()) = 'system');
CREATE POLICY "check_result_change" ON "check_result" FOR UPDATE
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes')
  WITH CHECK (school_id IN (SELECT visible_school_ids()));
CREATE POLICY "check_message_add" ON "check_message" FOR INSERT
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');

-- Adopted versions and what was said are added, never rewritten.
GRANT SELECT, INSERT ON "check_rule_version", "check_message" TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "check_rule_draft" TO portal_app;
GRANT SELECT, INSERT, UPDATE ON "check_run", "check_result" TO portal_app;
GRANT USAGE ON SEQUENCE "check_rule_version_id_seq", "check_rule_draft_id_seq", "check_result_id_seq", "check_message_id_seq" TO portal_app;
CREATE TRIGGER "check_rule_version_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "check_rule_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "check_message_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "check_message" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whatever changes a school's results counts their version up; from here the checks of that change are set in motion, so
-- that no way of changing results can forget them. One job a statement: a regional file is one job, not a thousand.
CREATE FUNCTION check_changed_results() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE changed json;
BEGIN
  SELECT json_agg(json_build_object('schoolId', n.school_id, 'workId', n.work_id)) INTO changed
  FROM after_change n JOIN before_change o ON o.school_id = n.school_id AND o.work_id = n.work_id
  WHERE n.version <> o.version;
  -- Before the portal has started for the first time there is no queue yet; the nightly round finds what was not checked.
  IF changed IS NOT NULL AND to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM portal_enqueue('checks.run', json_build_object('targets', changed));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "result_set_checked" AFTER UPDATE ON "result_set"
  REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION check_changed_results();
