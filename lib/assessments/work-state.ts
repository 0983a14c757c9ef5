import type { ReadTx } from "../platform/access/as-viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import type { WorkState } from "./plan.ts";
import type { Difficulty, Level, Season, WorkKind } from "./rules.ts";

/** Works as the rules see them, by what the condition asks for. */
export async function workStates(
  tx: ReadTx,
  where: Prisma.WorkWhereInput,
): Promise<(WorkState & { code: string; version: number; subject: string; gradeTested: number })[]> {
  const works = await tx.work.findMany({
    where,
    include: { tasks: { orderBy: { position: "asc" } }, scales: { orderBy: { edition: "desc" } } },
  });
  const counted = await withResults(
    tx,
    works.map(({ id }) => id),
  );
  return works.map((work) => ({
    ...work,
    kind: work.kind as WorkKind,
    season: work.season as Season,
    level: work.level as Level,
    origin: work.origin as "centre" | "file",
    opensOn: dateToDay(work.opensOn),
    closesOn: dateToDay(work.closesOn),
    tasks: work.tasks.map((task) => ({ ...task, difficulty: task.difficulty as Difficulty | null })),
    hasResults: counted.has(work.id),
    editions: work.scales,
  }));
}

/** Those of the works that any school has results for, also schools out of the viewer's scope. */
export async function withResults(tx: ReadTx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await tx.$queryRaw<
    { id: number }[]
  >`SELECT id FROM work WHERE id = ANY(${[...ids]}::int[]) AND work_has_results(id)`;
  return new Set(rows.map(({ id }) => id));
}
