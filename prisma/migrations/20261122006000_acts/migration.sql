-- The local act of a school on its internal system of quality assessment: what is being made, and what was adopted.

-- CreateTable
CREATE TABLE "local_act" (
    "id" SERIAL NOT NULL,
    "school_id" INTEGER NOT NULL,
    "school_year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "considered_by" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sections" JSONB NOT NULL DEFAULT '{}',
    "measures" JSONB NOT NULL DEFAULT '[]',
    "order_number" TEXT NOT NULL DEFAULT '',
    "adopted_on" DATE,
    "effective_from" DATE,
    "document" JSONB,
    "regulation_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" INTEGER,

    CONSTRAINT "local_act_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "local_act_school_id_idx" ON "local_act"("school_id");

-- AddForeignKey
ALTER TABLE "local_act" ADD CONSTRAINT "local_act_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "local_act" ADD CONSTRAINT "local_act_regulation_id_fkey" FOREIGN KEY ("regulation_id") REFERENCES "regulation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What code promises, kept by the database as well.
ALTER TABLE "local_act" ADD CONSTRAINT "local_act_state" CHECK (state IN ('draft', 'adopted'));
ALTER TABLE "local_act" ADD CONSTRAINT "local_act_title" CHECK (title <> '');
-- An adopted act says by which order, since when and what exactly.
ALTER TABLE "local_act" ADD CONSTRAINT "local_act_adopted" CHECK (
  (state = 'adopted') = (adopted_on IS NOT NULL AND effective_from IS NOT NULL AND order_number <> '' AND document IS NOT NULL));
-- One draft of a school at a time: two people do not write two acts side by side without knowing.
CREATE UNIQUE INDEX "local_act_one_draft" ON "local_act"("school_id") WHERE state = 'draft';

ALTER TABLE "local_act" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "local_act" FORCE ROW LEVEL SECURITY;
-- Teachers read what was adopted; a draft is the paper of the administration.
CREATE POLICY "local_act_read" ON "local_act" FOR SELECT
  USING (school_id IN (SELECT visible_school_ids()) AND (state = 'adopted' OR (SELECT portal_scope()) <> 'classes'));
CREATE POLICY "local_act_add" ON "local_act" FOR INSERT
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes' AND state = 'draft');
-- Only a draft is changed, and adoption is its last change.
CREATE POLICY "local_act_change" ON "local_act" FOR UPDATE
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes' AND state = 'draft')
  WITH CHECK (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes');
CREATE POLICY "local_act_remove" ON "local_act" FOR DELETE
  USING (school_id IN (SELECT visible_school_ids()) AND (SELECT portal_scope()) <> 'classes' AND state = 'draft');

GRANT SELECT, INSERT, UPDATE, DELETE ON "local_act" TO portal_app;
GRANT USAGE ON SEQUENCE "local_act_id_seq" TO portal_app;
