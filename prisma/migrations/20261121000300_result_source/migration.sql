-- Where a school's results came from, kept beside them: the school may see this even when an office brought a file of many schools.
ALTER TABLE "result_set" ADD COLUMN "source_name" TEXT NOT NULL DEFAULT '', ADD COLUMN "source_sha256" TEXT NOT NULL DEFAULT '',
ADD COLUMN "source_role" TEXT NOT NULL DEFAULT '';
