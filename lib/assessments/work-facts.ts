import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Difficulty, WorkFacts } from "./rules.ts";
import { editionsFirst, tasksInOrder, type WorksAsked, workCondition, workRow } from "./work-row.ts";

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
    include: { ...editionsFirst, ...tasksInOrder },
    orderBy: { id: "asc" },
  });
  return works.map((work) => {
    const { id, code, year, subject, gradeTested, gradeWriting, season, level, maxScore, scale } = workRow(
      work,
      0,
    );
    return {
      ...{ id, code, year, subject, gradeTested, gradeWriting, season, level, maxScore },
      tasks: work.tasks.map((task) => ({
        code: task.code,
        max: task.max,
        difficulty: task.difficulty as Difficulty | null,
      })),
      scale: scale && { edition: scale.edition, bands: scale.bands },
    };
  });
}
