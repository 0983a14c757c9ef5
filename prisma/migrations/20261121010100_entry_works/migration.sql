-- Drafts know their work by number, as the results themselves do: no foreign keys from what belongs to schools into dictionaries.
ALTER TABLE "entry" DROP CONSTRAINT "entry_work_id_fkey";
