import type { ReadTx } from "../platform/access/as-viewer.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import { addItem, emptyTaskSums, type GrowingTaskSums } from "../statistics/task-sums.ts";
import type { UnitSums } from "./compute-figure.ts";
import type { ReportUnit } from "./schema.ts";

/**
 * Sums of tasks for the pupils of each mark (forms.md F-11), counted from the rows: summaries do not keep them apart. Only
 * for viewers who see every class of the unit. Equal cells are counted together, so it costs a few hundred rows.
 */
export async function groupsOf(
  tx: ReadTx,
  unit: ReportUnit,
  work: { id: number; year: number; tasks: readonly { max: number }[] },
): Promise<NonNullable<UnitSums["groups"]>> {
  const inUnit = {
    school: Prisma.sql`p.school_id = ${unit.id}`,
    municipality: Prisma.sql`p.school_id IN (SELECT id FROM school WHERE municipality_id = ${unit.id})`,
    region: Prisma.sql`p.school_id IN (SELECT s.id FROM school s JOIN municipality m ON m.id = s.municipality_id WHERE m.region_id = ${unit.id})`,
  }[unit.kind];
  const pupils = await tx.$queryRaw<{ mark: number; pupils: number }[]>`
    SELECT coalesce(mark_file, mark_scale)::int AS mark, count(*)::int AS pupils FROM participation p
    WHERE p.year = ${work.year} AND p.work_id = ${work.id} AND p.status = 'present' AND coalesce(mark_file, mark_scale) IS NOT NULL AND ${inUnit} GROUP BY 1`;
  const cells = await tx.$queryRaw<{ mark: number; at: number; item: number; pupils: number }[]>`
    SELECT coalesce(mark_file, mark_scale)::int AS mark, (i.at - 1)::int AS at, i.item::int AS item, count(*)::int AS pupils
    FROM participation p, unnest(p.items) WITH ORDINALITY AS i(item, at)
    WHERE p.year = ${work.year} AND p.work_id = ${work.id} AND p.status = 'present' AND coalesce(mark_file, mark_scale) IS NOT NULL AND ${inUnit} GROUP BY 1, 2, 3`;
  const groups = new Map(
    pupils.map((group) => [
      String(group.mark),
      { pupils: group.pupils, tasks: work.tasks.map(() => emptyTaskSums()) },
    ]),
  );
  for (const { mark, at, item, pupils: times } of cells) {
    const task = groups.get(String(mark))?.tasks[at];
    const max = work.tasks[at]?.max;
    if (task && max !== undefined) addTimes(task, item, max, times);
  }
  return groups;
}

/** The same cell of many pupils. */
function addTimes(task: GrowingTaskSums, item: number, max: number, times: number): void {
  const one = emptyTaskSums();
  addItem(one, item, max);
  for (const key of Object.keys(one) as (keyof GrowingTaskSums)[]) task[key] += times * one[key];
}

/** True for viewers who see every class of the schools in their sight. */
export function seesAllClasses(scope: { kind: string }): boolean {
  return scope.kind !== "classes";
}
