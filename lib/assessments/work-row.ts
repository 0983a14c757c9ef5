import type { Prisma } from "../platform/db/prisma/client.ts";
import { bandsOf, type Level, type Season, scaleInForce, type WorkKind } from "./rules.ts";
import type { WorkRow } from "./work-view.ts";

/** Which works are meant; whatever is missing does not matter. */
export interface WorksAsked {
  ids?: readonly number[];
  year?: number | undefined;
  subject?: string | undefined;
  gradeTested?: number | undefined;
  kind?: WorkKind | undefined;
}

export const editionsFirst = { scales: { orderBy: { edition: "desc" } } } as const;
export const tasksInOrder = { tasks: { orderBy: { position: "asc" } } } as const;

export function workCondition({ ids, year, subject, gradeTested, kind }: WorksAsked): Prisma.WorkWhereInput {
  return {
    ...(ids === undefined ? {} : { id: { in: [...ids] } }),
    ...(year === undefined ? {} : { year }),
    ...(subject === undefined ? {} : { subject }),
    ...(gradeTested === undefined ? {} : { gradeTested }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** The row of a stored work. */
export function workRow(
  work: Prisma.WorkGetPayload<{ include: { scales: true } }>,
  taskCount: number,
): WorkRow {
  const { id, code, year, gradeTested, gradeWriting, subject, maxScore, tasksNeedCheck } = work;
  // An edition for another maximum was made before the maximum was corrected: it is kept and no longer counts.
  const force = scaleInForce(work.scales.filter((scale) => scale.maxScore === maxScore));
  return {
    ...{ id, code, year, gradeTested, gradeWriting, subject, maxScore, tasksNeedCheck, taskCount },
    kind: work.kind as WorkKind,
    season: work.season as Season,
    level: work.level as Level,
    origin: work.origin as "centre" | "file",
    scale: force && {
      edition: force.edition,
      bands: bandsOf({ ...force, max: maxScore }, force.disputed),
      needsCheck: force.needsCheck,
    },
  };
}
