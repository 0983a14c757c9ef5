import type { WriteTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import type { WorkChange } from "./plan.ts";
import { workCode } from "./rules.ts";
import type { ScaleDraft, TaskDraft, WorkDraft } from "./schema.ts";

/** Adds a work with its tasks and the first edition of its scale. */
export async function insertWork(
  tx: WriteTx,
  viewer: Viewer,
  draft: WorkDraft,
  origin: "centre" | "file",
  now: Date,
): Promise<number> {
  const { tasks, scale, opensOn, closesOn, ...rest } = draft;
  const { id } = await tx.work.create({
    data: {
      ...rest,
      code: workCode(draft),
      origin,
      opensOn: opensOn === null ? null : dayToDate(opensOn),
      closesOn: closesOn === null ? null : dayToDate(closesOn),
    },
  });
  if (tasks !== null) await insertTasks(tx, id, tasks);
  if (scale !== null)
    await insertEdition(tx, viewer, { workId: id, edition: 1, maxScore: draft.maxScore }, scale, now);
  return id;
}

/** Writes what a plan changes and counts the version up. `edition` is the newest one there is. */
export async function writeChange(
  tx: WriteTx,
  viewer: Viewer,
  work: { id: number; maxScore: number; edition: number },
  change: WorkChange,
  now: Date,
): Promise<void> {
  const { tasks, scale, opensOn, closesOn, ...rest } = change;
  await tx.work.update({
    where: { id: work.id },
    data: {
      ...rest,
      ...(opensOn === undefined ? {} : { opensOn: dayToDate(opensOn) }),
      ...(closesOn === undefined ? {} : { closesOn: dayToDate(closesOn) }),
      version: { increment: 1 },
    },
  });
  if (tasks) await replaceTasks(tx, work.id, tasks);
  if (scale) {
    const place = { workId: work.id, edition: work.edition + 1, maxScore: change.maxScore ?? work.maxScore };
    await insertEdition(tx, viewer, place, scale, now);
  }
}

export async function replaceTasks(tx: WriteTx, workId: number, tasks: readonly TaskDraft[]): Promise<void> {
  await tx.workTask.deleteMany({ where: { workId } });
  await insertTasks(tx, workId, tasks);
}

export async function insertEdition(
  tx: WriteTx,
  viewer: Viewer,
  place: { workId: number; edition: number; maxScore: number },
  scale: ScaleDraft,
  now: Date,
): Promise<void> {
  const { disputed, ...rest } = scale;
  await tx.scaleEdition.create({
    data: { ...place, ...rest, disputed: [...disputed], adoptedAt: now, adoptedBy: viewer.personId },
  });
}

async function insertTasks(tx: WriteTx, workId: number, tasks: readonly TaskDraft[]): Promise<void> {
  await tx.workTask.createMany({ data: tasks.map((task, i) => ({ workId, position: i + 1, ...task })) });
}
