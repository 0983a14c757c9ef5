import type { ReadTx } from "../platform/access/as-viewer.ts";
import { schoolYearOf } from "../platform/clock.ts";
import type { WorkShape } from "../statistics/summary.ts";

/** What counting needs to know of a work. */
export interface CountedWork extends WorkShape {
  id: number;
  year: number;
  schoolYear: number;
}

/** Shapes of works by id. */
export async function countedWorks(tx: ReadTx, ids: readonly number[]): Promise<Map<number, CountedWork>> {
  const works = await tx.work.findMany({
    where: { id: { in: [...new Set(ids)] } },
    include: { tasks: { orderBy: { position: "asc" } } },
  });
  return new Map(
    works.map((work) => [
      work.id,
      {
        id: work.id,
        year: work.year,
        schoolYear: schoolYearOf(work.year, work.season === "autumn" ? "autumn" : "spring"),
        maxScore: work.maxScore,
        taskMaxima: work.tasks.map((task) => task.max),
      },
    ]),
  );
}
