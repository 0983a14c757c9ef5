import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";
import { readAccounts } from "./account-reads.ts";
import { absenceTasks } from "./class-account.ts";
import { type Clock, readDelivery } from "./delivery-reads.ts";
import { isOpen } from "./rules.ts";
import { type OpenAbsence, officeTasks, schoolTasks, type Task } from "./tasks.ts";

export interface TaskList {
  tasks: readonly Task[];
  works: ReadonlyMap<number, NamedWork>;
}

/** What waits for this person today, with the works that it is about. */
export async function readTaskList(
  tx: ReadTx,
  viewer: Viewer,
  year: number,
  clock: Clock,
): Promise<TaskList> {
  const tasks = await readTasks(tx, viewer, year, clock);
  const works = await namedWorks(
    tx,
    tasks.flatMap((task) => ("workId" in task ? [task.workId] : [])),
  );
  return { tasks, works };
}

/** What waits for this person today, as far as the scope reaches. */
export async function readTasks(tx: ReadTx, viewer: Viewer, year: number, clock: Clock): Promise<Task[]> {
  switch (viewer.role) {
    case "head":
    case "deputy": {
      const board = await readDelivery(tx, { year }, clock);
      // Asked for, or already on its way: results of earlier years that nobody collects ask for nothing.
      const wanted = board.schools.flatMap(({ id, cells }) =>
        cells.flatMap((cell) =>
          cell.receivedAt !== null && isOpen(cell.stage) && (cell.asked || cell.stage !== "draft")
            ? [{ schoolId: id, workId: cell.workId }]
            : [],
        ),
      );
      return schoolTasks(board, viewer.role, await readAbsences(tx, wanted));
    }
    case "municipality":
    case "region":
      return officeTasks(await readDelivery(tx, { year }, clock, Number.MAX_SAFE_INTEGER));
    case "teacher":
      return (await ownAbsences(tx, viewer)).map((one) => ({ kind: "absence", ...one }));
    default:
      return [];
  }
}

/** Open questions about pupils of these results; one that was answered for the same number is not open. */
async function readAbsences(
  tx: ReadTx,
  places: readonly { schoolId: number; workId: number }[],
): Promise<OpenAbsence[]> {
  const open: OpenAbsence[] = [];
  for (const place of places) {
    const work = await tx.work.findUniqueOrThrow({ where: { id: place.workId } });
    const notes = await tx.absenceNote.findMany({ where: place });
    for (const { label, unaccounted } of absenceTasks(await readAccounts(tx, place.schoolId, work)))
      if (notes.find(({ classLabel }) => classLabel === label)?.explained !== unaccounted)
        open.push({ ...place, classLabel: label, count: unaccounted });
  }
  return open;
}

/** What was given to a teacher. A result that was handed over meanwhile asks for nothing any more. */
async function ownAbsences(tx: ReadTx, viewer: Viewer): Promise<OpenAbsence[]> {
  const notes = await tx.absenceNote.findMany({ where: { ownerId: viewer.personId } });
  const places = [...new Map(notes.map((note) => [`${note.schoolId}:${note.workId}`, note])).values()];
  const own = new Set(notes.map((note) => `${note.workId}:${note.classLabel}`));
  const locked = await tx.resultSet.findMany({
    where: { lockedAt: { not: null } },
    select: { workId: true },
  });
  const done = new Set(locked.map(({ workId }) => workId));
  const open = await readAbsences(
    tx,
    places.flatMap(({ schoolId, workId }) => (done.has(workId) ? [] : [{ schoolId, workId }])),
  );
  return open.filter((one) => own.has(`${one.workId}:${one.classLabel}`));
}
