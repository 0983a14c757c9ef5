-- CreateTable
CREATE TABLE "work" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "season" TEXT NOT NULL,
    "grade_tested" SMALLINT NOT NULL,
    "grade_writing" SMALLINT NOT NULL,
    "subject" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "max_score" SMALLINT NOT NULL,
    "opens_on" DATE,
    "closes_on" DATE,
    "origin" TEXT NOT NULL DEFAULT 'centre',
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_task" (
    "work_id" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "max" SMALLINT NOT NULL,
    "difficulty" TEXT,
    "codifier" TEXT NOT NULL DEFAULT '',
    "skill" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "work_task_pkey" PRIMARY KEY ("work_id","position")
);

-- CreateTable
CREATE TABLE "scale_edition" (
    "id" SERIAL NOT NULL,
    "work_id" INTEGER NOT NULL,
    "edition" SMALLINT NOT NULL,
    "min3" SMALLINT NOT NULL,
    "min4" SMALLINT NOT NULL,
    "min5" SMALLINT NOT NULL,
    "max_score" SMALLINT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "needs_check" BOOLEAN NOT NULL DEFAULT false,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scale_edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flag_rule_version" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "threshold_percent" SMALLINT NOT NULL,
    "minimum_participants" SMALLINT NOT NULL,
    "combine" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,

    CONSTRAINT "flag_rule_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "summary" (
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "school_year" SMALLINT NOT NULL,
    "work_id" INTEGER NOT NULL,
    "class_label" TEXT NOT NULL,
    "participants" INTEGER NOT NULL,
    "absent" INTEGER NOT NULL,
    "scored" INTEGER NOT NULL,
    "score_sum" BIGINT NOT NULL,
    "score_square_sum" BIGINT NOT NULL,
    "histogram" INTEGER[],
    "marks" INTEGER[],
    "scale_marks" INTEGER[],
    "mark_differences" INTEGER NOT NULL,
    "journal" INTEGER[],
    "task_counted" INTEGER[],
    "task_sum" INTEGER[],
    "task_not_attempted" INTEGER[],
    "task_not_taught" INTEGER[],
    "task_blank" INTEGER[],
    "task_rejected" INTEGER[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "summary_pkey" PRIMARY KEY ("school_id","year","work_id","class_label")
);

-- CreateTable
CREATE TABLE "area_summary" (
    "area_kind" TEXT NOT NULL,
    "area_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "schools" INTEGER NOT NULL,
    "participants" INTEGER NOT NULL,
    "absent" INTEGER NOT NULL,
    "scored" INTEGER NOT NULL,
    "score_sum" BIGINT NOT NULL,
    "score_square_sum" BIGINT NOT NULL,
    "histogram" INTEGER[],
    "marks" INTEGER[],
    "scale_marks" INTEGER[],
    "mark_differences" INTEGER NOT NULL,
    "journal" INTEGER[],
    "task_counted" INTEGER[],
    "task_sum" INTEGER[],
    "task_not_attempted" INTEGER[],
    "task_not_taught" INTEGER[],
    "task_blank" INTEGER[],
    "task_rejected" INTEGER[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "area_summary_pkey" PRIMARY KEY ("area_kind","area_id","work_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "role" TEXT NOT NULL,
    "region_id" INTEGER,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "class_labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "locale" TEXT NOT NULL DEFAULT 'ru',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chain" INTEGER NOT NULL,
    "actor_id" INTEGER,
    "actor_role" TEXT NOT NULL,
    "municipality_id" INTEGER,
    "school_id" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "report" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "unit_kind" TEXT NOT NULL,
    "school_id" INTEGER,
    "municipality_id" INTEGER,
    "region_id" INTEGER,
    "year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "work_ids" INTEGER[],
    "foreword" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_version" (
    "report_id" INTEGER NOT NULL,
    "version" SMALLINT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "confirmations" JSONB NOT NULL DEFAULT '[]',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" INTEGER NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" INTEGER,
    "withdrawn_reason" TEXT,

    CONSTRAINT "report_version_pkey" PRIMARY KEY ("report_id","version")
);

-- CreateTable
CREATE TABLE "report_snapshot" (
    "report_id" INTEGER NOT NULL,
    "version" SMALLINT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "report_snapshot_pkey" PRIMARY KEY ("report_id","version")
);

-- CreateTable
CREATE TABLE "published_cell" (
    "report_id" INTEGER NOT NULL,
    "version" SMALLINT NOT NULL,
    "unit_kind" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "municipality_id" INTEGER,
    "region_id" INTEGER,
    "value" INTEGER,

    CONSTRAINT "published_cell_pkey" PRIMARY KEY ("report_id","version","unit_kind","unit_id","work_id","measure")
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" SERIAL NOT NULL,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "school_id" INTEGER,
    "municipality_id" INTEGER,
    "region_id" INTEGER,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "layout" TEXT,
    "given" JSONB NOT NULL DEFAULT '{}',
    "understood" JSONB NOT NULL DEFAULT '{}',
    "refusal" JSONB,
    "error_count" INTEGER NOT NULL DEFAULT 0,
    "warning_count" INTEGER NOT NULL DEFAULT 0,
    "note_count" INTEGER NOT NULL DEFAULT 0,
    "applied_at" TIMESTAMPTZ(3),
    "applied_by" INTEGER,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" INTEGER,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_sheet" (
    "import_id" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "cells" BYTEA NOT NULL,

    CONSTRAINT "import_sheet_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "import_finding" (
    "import_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "sheet" TEXT,
    "row" INTEGER,
    "column" INTEGER,
    "raw" TEXT,
    "params" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "import_finding_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "import_target" (
    "import_id" INTEGER NOT NULL,
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "base_version" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "absent" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_target_pkey" PRIMARY KEY ("import_id","school_id","work_id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "participant_code" TEXT NOT NULL,
    "class_label" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "sex" TEXT,
    "status" TEXT NOT NULL,
    "items" SMALLINT[],
    "total_printed" SMALLINT,
    "total_items" SMALLINT NOT NULL,
    "mark_file" SMALLINT,
    "mark_scale" SMALLINT,
    "journal" SMALLINT,
    "source_import" INTEGER,
    "source_sheet" TEXT NOT NULL DEFAULT '',
    "source_row" INTEGER NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","side","school_id","work_id","participant_code")
);

-- CreateTable
CREATE TABLE "result_set" (
    "school_id" INTEGER NOT NULL,
    "work_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_import" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER NOT NULL,

    CONSTRAINT "result_set_pkey" PRIMARY KEY ("school_id","work_id")
);

-- CreateTable
-- Partitioned by year (house rule 7): Prisma models the parent, the partitions are ours.
CREATE TABLE "participation" (
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "school_year" SMALLINT NOT NULL,
    "work_id" INTEGER NOT NULL,
    "participant_code" TEXT NOT NULL,
    "class_label" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "sex" TEXT,
    "status" TEXT NOT NULL,
    "items" SMALLINT[],
    "total_printed" SMALLINT,
    "total_items" SMALLINT NOT NULL,
    "mark_file" SMALLINT,
    "mark_scale" SMALLINT,
    "journal" SMALLINT,
    "import_id" INTEGER NOT NULL,
    "source_sheet" TEXT NOT NULL DEFAULT '',
    "source_row" INTEGER NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("school_id","year","work_id","participant_code")
) PARTITION BY RANGE ("year");

-- CreateTable
CREATE TABLE "region" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school" (
    "id" SERIAL NOT NULL,
    "municipality_id" INTEGER NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'school',
    "locality" TEXT NOT NULL DEFAULT '',
    "locality_kind" TEXT NOT NULL DEFAULT 'unknown',
    "pupils" INTEGER,
    "correctional" BOOLEAN NOT NULL DEFAULT false,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "slug" TEXT NOT NULL,
    "closed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_lineage" (
    "id" SERIAL NOT NULL,
    "school_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "successor_id" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "school_lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_class" (
    "id" SERIAL NOT NULL,
    "school_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "label" TEXT NOT NULL,
    "pupils" SMALLINT,

    CONSTRAINT "school_class_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "work_code_key" ON "work"("code");

-- CreateIndex
CREATE UNIQUE INDEX "work_kind_year_season_grade_tested_subject_level_key" ON "work"("kind", "year", "season", "grade_tested", "subject", "level");

-- CreateIndex
CREATE UNIQUE INDEX "work_task_work_id_code_key" ON "work_task"("work_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "scale_edition_work_id_edition_key" ON "scale_edition"("work_id", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "flag_rule_version_region_id_version_key" ON "flag_rule_version"("region_id", "version");

-- CreateIndex
CREATE INDEX "summary_work_id_class_label_idx" ON "summary"("work_id", "class_label");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_school_id_idx" ON "person"("school_id");

-- CreateIndex
CREATE INDEX "person_municipality_id_idx" ON "person"("municipality_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE INDEX "audit_event_chain_id_idx" ON "audit_event"("chain", "id");

-- CreateIndex
CREATE INDEX "audit_event_school_id_id_idx" ON "audit_event"("school_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "report_slug_key" ON "report"("slug");

-- CreateIndex
CREATE INDEX "report_school_id_idx" ON "report"("school_id");

-- CreateIndex
CREATE INDEX "report_municipality_id_idx" ON "report"("municipality_id");

-- CreateIndex
CREATE INDEX "published_cell_work_id_unit_kind_unit_id_idx" ON "published_cell"("work_id", "unit_kind", "unit_id");

-- CreateIndex
CREATE INDEX "import_file_created_by_id_idx" ON "import_file"("created_by", "id");

-- CreateIndex
CREATE INDEX "import_file_school_id_id_idx" ON "import_file"("school_id", "id");

-- CreateIndex
CREATE INDEX "import_file_municipality_id_id_idx" ON "import_file"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "import_target_school_id_work_id_idx" ON "import_target"("school_id", "work_id");

-- CreateIndex
CREATE INDEX "result_set_work_id_idx" ON "result_set"("work_id");

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_code_key" ON "municipality"("code");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_slug_key" ON "municipality"("slug");

-- CreateIndex
CREATE INDEX "municipality_region_id_idx" ON "municipality"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "school_login_key" ON "school"("login");

-- CreateIndex
CREATE UNIQUE INDEX "school_slug_key" ON "school"("slug");

-- CreateIndex
CREATE INDEX "school_municipality_id_idx" ON "school"("municipality_id");

-- CreateIndex
CREATE INDEX "school_lineage_school_id_idx" ON "school_lineage"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "school_class_school_id_year_label_key" ON "school_class"("school_id", "year", "label");

-- AddForeignKey
ALTER TABLE "work_task" ADD CONSTRAINT "work_task_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scale_edition" ADD CONSTRAINT "scale_edition_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_snapshot" ADD CONSTRAINT "report_snapshot_report_id_version_fkey" FOREIGN KEY ("report_id", "version") REFERENCES "report_version"("report_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_sheet" ADD CONSTRAINT "import_sheet_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_finding" ADD CONSTRAINT "import_finding_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_target" ADD CONSTRAINT "import_target_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_lineage" ADD CONSTRAINT "school_lineage_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_lineage" ADD CONSTRAINT "school_lineage_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_class" ADD CONSTRAINT "school_class_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Partitions
CREATE TABLE "participation_2020" PARTITION OF "participation" FOR VALUES FROM (2020) TO (2021);
CREATE TABLE "participation_2021" PARTITION OF "participation" FOR VALUES FROM (2021) TO (2022);
CREATE TABLE "participation_2022" PARTITION OF "participation" FOR VALUES FROM (2022) TO (2023);
CREATE TABLE "participation_2023" PARTITION OF "participation" FOR VALUES FROM (2023) TO (2024);
CREATE TABLE "participation_2024" PARTITION OF "participation" FOR VALUES FROM (2024) TO (2025);
CREATE TABLE "participation_2025" PARTITION OF "participation" FOR VALUES FROM (2025) TO (2026);
CREATE TABLE "participation_2026" PARTITION OF "participation" FOR VALUES FROM (2026) TO (2027);
CREATE TABLE "participation_2027" PARTITION OF "participation" FOR VALUES FROM (2027) TO (2028);
CREATE TABLE "participation_2028" PARTITION OF "participation" FOR VALUES FROM (2028) TO (2029);
CREATE TABLE "participation_2029" PARTITION OF "participation" FOR VALUES FROM (2029) TO (2030);
CREATE TABLE "participation_2030" PARTITION OF "participation" FOR VALUES FROM (2030) TO (2031);
CREATE TABLE "participation_other" PARTITION OF "participation" DEFAULT;

-- Invariants that Prisma cannot say
ALTER TABLE "school" ADD CONSTRAINT "school_login_digits" CHECK ("login" ~ '^[0-9]{6}$');
ALTER TABLE "school" ADD CONSTRAINT "school_coordinates" CHECK (("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180) OR ("latitude" IS NULL AND "longitude" IS NULL));
ALTER TABLE "school_lineage" ADD CONSTRAINT "school_lineage_kind" CHECK ("kind" IN ('rename', 'merge'));
ALTER TABLE "school_lineage" ADD CONSTRAINT "school_lineage_not_itself" CHECK ("successor_id" IS DISTINCT FROM "school_id");
ALTER TABLE "school_class" ADD CONSTRAINT "school_class_grade" CHECK ("grade" BETWEEN 1 AND 12);
ALTER TABLE "person" ADD CONSTRAINT "person_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "person" ADD CONSTRAINT "person_role" CHECK ("role" IN ('admin', 'region', 'municipality', 'head', 'deputy', 'teacher', 'expert'));
ALTER TABLE "person" ADD CONSTRAINT "person_scope" CHECK (
  CASE "role"
    WHEN 'admin' THEN "region_id" IS NULL AND "municipality_id" IS NULL AND "school_id" IS NULL
    WHEN 'region' THEN "region_id" IS NOT NULL AND "municipality_id" IS NULL AND "school_id" IS NULL
    WHEN 'expert' THEN "region_id" IS NOT NULL AND "municipality_id" IS NULL AND "school_id" IS NULL
    WHEN 'municipality' THEN "municipality_id" IS NOT NULL AND "school_id" IS NULL
    ELSE "school_id" IS NOT NULL
  END);
ALTER TABLE "work" ADD CONSTRAINT "work_season" CHECK ("season" IN ('spring', 'autumn'));
ALTER TABLE "work" ADD CONSTRAINT "work_level" CHECK ("level" IN ('base', 'advanced'));
ALTER TABLE "work" ADD CONSTRAINT "work_origin" CHECK ("origin" IN ('centre', 'file'));
ALTER TABLE "work" ADD CONSTRAINT "work_max" CHECK ("max_score" > 0);
ALTER TABLE "work_task" ADD CONSTRAINT "work_task_max" CHECK ("max" > 0);
ALTER TABLE "work_task" ADD CONSTRAINT "work_task_difficulty" CHECK ("difficulty" IN ('Б', 'П', 'В'));
-- The three lowest scores in order mean that the bands cover 0…max exactly once.
ALTER TABLE "scale_edition" ADD CONSTRAINT "scale_edition_order" CHECK (0 < "min3" AND "min3" < "min4" AND "min4" < "min5" AND "min5" <= "max_score");
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_status" CHECK ("status" IN ('queued', 'reading', 'review', 'refused', 'applied', 'unchanged', 'undone', 'failed'));
ALTER TABLE "import_finding" ADD CONSTRAINT "import_finding_severity" CHECK ("severity" IN ('error', 'warning', 'note'));
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_side" CHECK ("side" IN ('after', 'before'));
ALTER TABLE "participation" ADD CONSTRAINT "participation_status" CHECK ("status" IN ('present', 'absent'));
ALTER TABLE "participation" ADD CONSTRAINT "participation_marks" CHECK ("mark_file" BETWEEN 2 AND 5 AND "mark_scale" BETWEEN 2 AND 5 AND "journal" BETWEEN 2 AND 5);
ALTER TABLE "area_summary" ADD CONSTRAINT "area_summary_kind" CHECK ("area_kind" IN ('municipality', 'region'));
ALTER TABLE "flag_rule_version" ADD CONSTRAINT "flag_rule_version_values" CHECK ("threshold_percent" BETWEEN 1 AND 100 AND "minimum_participants" BETWEEN 1 AND 100 AND "combine" IN ('OR', 'AND'));
ALTER TABLE "report" ADD CONSTRAINT "report_unit" CHECK (
  CASE "unit_kind"
    WHEN 'school' THEN "school_id" IS NOT NULL AND "municipality_id" IS NOT NULL AND "region_id" IS NOT NULL
    WHEN 'municipality' THEN "school_id" IS NULL AND "municipality_id" IS NOT NULL AND "region_id" IS NOT NULL
    WHEN 'region' THEN "school_id" IS NULL AND "municipality_id" IS NULL AND "region_id" IS NOT NULL
    ELSE false
  END);
