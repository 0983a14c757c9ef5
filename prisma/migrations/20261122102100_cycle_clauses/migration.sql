-- A line of the cycle may rest on a clause, named by the pair that stays the same through editions; its words stay where there is none.
ALTER TABLE "cycle_item" ADD COLUMN "regulation_id" INTEGER, ADD COLUMN "clause_key" TEXT;
ALTER TABLE "cycle_item" ADD CONSTRAINT "cycle_item_clause" CHECK ((regulation_id IS NULL) = (clause_key IS NULL));
CREATE INDEX "cycle_item_regulation_id_clause_key_idx" ON "cycle_item"("regulation_id", "clause_key");
