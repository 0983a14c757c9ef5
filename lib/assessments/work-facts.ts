import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { WorkFacts } from "./rules.ts";
import { editionsFirst, type WorksAsked, workCondition, workRow } from "./work-row.ts";

// Apart from queries.ts: imports of results also run from jobs and the command line.

/** What checking a file must know of the works asked for (all, when nothing is asked): tasks in their order, the scale in force. */
export function workFacts(viewer: Viewer, asked: WorksAsked = {}): Promise<WorkFacts[]> {
  permit(viewer, "assessments.read");
  return asViewer(viewer, (tx) => readWorkFacts(tx, asked));
}

/** The same inside a transaction that is already open. */
export async function readWorkFacts(tx: ReadTx, asked: WorksAsked = {}): Promise<WorkFacts[]> {
  const works = await tx.work.findMany({
    where: workCondition(asked),
    include: editionsFirst,
    orderBy: { id: "asc" },
  });
  const tasks = await tasksOf(
    tx,
    works.map((work) => work.id),
  );
  return works.map((work) => {
    const { id, code, year, subject, gradeTested, gradeWriting, season, level, maxScore, scale } = workRow(
      work,
      0,
    );
    return {
      ...{ id, code, year, subject, gradeTested, gradeWriting, season, level, maxScore },
      tasks: tasks.get(work.id) ?? [],
      scale: scale && { edition: scale.edition, bands: scale.bands },
    };
  });
}

/** One line for a work: a bank has thousands of tasks, too many to be taken over one by one while people wait. */
async function tasksOf(tx: ReadTx, workIds: readonly number[]): Promise<Map<number, WorkFacts["tasks"]>> {
  const rows = await tx.$queryRaw<{ workId: number; tasks: WorkFacts["tasks"] }[]>`
    SELECT work_id AS "workId", json_agg(json_build_object('code', code, 'max', max, 'difficulty', difficulty) ORDER BY position) AS tasks
    FROM work_task WHERE work_id = ANY (${[...workIds]}::int[]) GROUP BY work_id`;
  return new Map(rows.map((row) => [row.workId, row.tasks]));
}
