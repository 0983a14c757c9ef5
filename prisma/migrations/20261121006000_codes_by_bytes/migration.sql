-- Codes of pupils are looked up and compared, never sorted for people by the key itself: by bytes, the keys of a form are written in
-- two thirds of the time that the rules of a language take. Lists for people say COLLATE natural_order.
ALTER TABLE "participation" ALTER COLUMN "participant_code" TYPE TEXT COLLATE "C";
ALTER TABLE "import_row" ALTER COLUMN "participant_code" TYPE TEXT COLLATE "C";
