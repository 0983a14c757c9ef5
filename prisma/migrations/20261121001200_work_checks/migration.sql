-- What is still to be checked about a work, and who adopted a scale.

-- Tasks known by number only (columns of a form may be split), or taken from a file's header: the centre has not checked them.
ALTER TABLE "work" ADD COLUMN "tasks_need_check" BOOLEAN NOT NULL DEFAULT false;

-- Null: it came with the portal.
ALTER TABLE "scale_edition" ADD COLUMN "adopted_by" INTEGER;
-- Scores that the published table prints in two bands (ВПР 2021, география, 8 класс: 35). By such an edition they have
-- no recomputed mark; the next edition holds the decision.
ALTER TABLE "scale_edition" ADD COLUMN "disputed" SMALLINT[] NOT NULL DEFAULT ARRAY[]::SMALLINT[];
