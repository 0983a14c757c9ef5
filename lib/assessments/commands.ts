import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { dayToDate } from "../platform/clock.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { changeProblem, sameShape } from "./plan.ts";
import { minimaOf, type Problem, scaleInForce, tasksProblem, usualGradeWriting, workCode } from "./rules.ts";
import { readScaleText } from "./scale-text.ts";
import type { AddWorkInput, AdoptScaleInput, EditWorkInput, TaskDraft } from "./schema.ts";
import { readTaskLines } from "./task-text.ts";
import { workStates } from "./work-state.ts";
import { insertEdition, insertWork, replaceTasks } from "./write-work.ts";

/** Describes a work. Its code follows from kind, year, season, subject, grade and level; a second work of the same code is refused. */
export async function addWork(
  viewer: Viewer,
  input: AddWorkInput,
  now: Date,
): Promise<{ workId: number; code: string }> {
  permit(viewer, "assessments.edit");
  const tasks = readTasks(input.tasks);
  refuseIf(tasksProblem(tasks, input.maxScore));
  const code = workCode(input);
  const draft = {
    ...input,
    gradeWriting: input.gradeWriting ?? usualGradeWriting(input.gradeTested, input.season),
    tasks,
    tasksNeedCheck: false,
    scale: null,
  };
  try {
    const workId = await inTransaction(viewer, async (tx) => {
      const id = await insertWork(tx, viewer, draft, "centre", now);
      await recordWork(
        tx,
        viewer,
        "assessments.add",
        id,
        { code, tasks: tasks.length, max: input.maxScore },
        now,
      );
      return id;
    });
    return { workId, code };
  } catch (error) {
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "assessments.refused.workExists", { code });
    throw error;
  }
}

/**
 * Changes tasks, maximum, window and note of a work as it was at `version`. Codes and maxima of tasks stand still once any
 * school has results. Saving with `checked` says that the centre has seen the description.
 */
export async function editWork(viewer: Viewer, input: EditWorkInput, now: Date): Promise<void> {
  permit(viewer, "assessments.edit");
  const tasks = readTasks(input.tasks);
  await inTransaction(viewer, async (tx) => {
    const work = await lockWork(tx, input.workId, input.version);
    const changes = {
      ...(sameShape(tasks, work.tasks) ? {} : { tasks }),
      ...(input.maxScore === work.maxScore ? {} : { maxScore: input.maxScore }),
    };
    refuseIf(changeProblem(work, changes));
    await tx.work.update({
      where: { id: work.id },
      data: {
        maxScore: input.maxScore,
        gradeWriting: input.gradeWriting ?? work.gradeWriting,
        opensOn: input.opensOn === null ? null : dayToDate(input.opensOn),
        closesOn: input.closesOn === null ? null : dayToDate(input.closesOn),
        note: input.note,
        ...(input.checked ? { origin: "centre", tasksNeedCheck: false } : {}),
        version: { increment: 1 },
      },
    });
    await replaceTasks(tx, work.id, tasks);
    const before = {
      max: work.maxScore,
      tasks: shapeOf(work.tasks),
      opensOn: work.opensOn,
      closesOn: work.closesOn,
    };
    const after = {
      max: input.maxScore,
      tasks: shapeOf(tasks),
      opensOn: input.opensOn,
      closesOn: input.closesOn,
    };
    await recordWork(
      tx,
      viewer,
      "assessments.edit",
      work.id,
      { code: work.code, before, after, checked: input.checked },
      now,
    );
  });
}

/** Takes back the description of a work that nobody has results for and no waiting import refers to. */
export async function removeWork(
  viewer: Viewer,
  input: { workId: number; version: number },
  now: Date,
): Promise<void> {
  permit(viewer, "assessments.edit");
  await inTransaction(viewer, async (tx) => {
    const work = await lockWork(tx, input.workId, input.version);
    if (work.hasResults) throw new RefusedError("conflict", "assessments.refused.workInUse");
    await tx.work.delete({ where: { id: work.id } });
    await recordWork(
      tx,
      viewer,
      "assessments.remove",
      work.id,
      { code: work.code, tasks: shapeOf(work.tasks) },
      now,
    );
  });
}

/**
 * Adopts a new edition of the scale; earlier ones stay for the results that were pinned to them. A scale that does not cover
 * 0 … max exactly once is refused with the range named; so is one that was written on an edition that is no longer the newest.
 */
export async function adoptScale(
  viewer: Viewer,
  input: AdoptScaleInput,
  now: Date,
): Promise<{ edition: number }> {
  permit(viewer, "assessments.edit");
  try {
    return await inTransaction(viewer, async (tx) => {
      const work = found((await workStates(tx, { id: input.workId }))[0]);
      const newest = scaleInForce(work.editions);
      if ((newest?.edition ?? 0) !== input.baseEdition) throw scaleChanged();
      const reading = readScaleText(input.scale, work.maxScore);
      if (!reading.ok) throw refusal(reading.problem);
      const { min3, min4, min5 } = minimaOf(reading.bands);
      const bordersStay = newest?.min3 === min3 && newest.min4 === min4 && newest.min5 === min5;
      if (
        bordersStay &&
        newest.maxScore === work.maxScore &&
        newest.disputed.length === 0 &&
        newest.needsCheck === input.needsCheck
      ) {
        throw new RefusedError("conflict", "assessments.refused.scaleSame", { edition: newest.edition });
      }
      const { source, note, needsCheck } = input;
      const edition = input.baseEdition + 1;
      const place = { workId: work.id, edition, maxScore: work.maxScore };
      await insertEdition(
        tx,
        viewer,
        place,
        { min3, min4, min5, disputed: [], source, note, needsCheck },
        now,
      );
      await recordWork(
        tx,
        viewer,
        "assessments.adoptScale",
        work.id,
        { code: work.code, edition, min3, min4, min5, source, needsCheck },
        now,
      );
      return { edition };
    });
  } catch (error) {
    // Two people adopted at the same moment: the number of the edition is taken.
    if (isDuplicateKey(error)) throw scaleChanged();
    throw error;
  }
}

function readTasks(text: string): TaskDraft[] {
  const reading = readTaskLines(text);
  if (!reading.ok) throw refusal(reading.problem);
  return reading.tasks;
}

/** The work, held until the transaction ends; a conflict when it is no longer the version that the person saw. */
async function lockWork(tx: WriteTx, workId: number, version: number) {
  await tx.$executeRaw`SELECT FROM work WHERE id = ${workId} FOR UPDATE`;
  const work = found((await workStates(tx, { id: workId }))[0]);
  if (work.version !== version) throw new RefusedError("conflict", "assessments.refused.changedMeanwhile");
  return work;
}

async function recordWork(
  tx: WriteTx,
  viewer: Viewer,
  action: string,
  workId: number,
  details: Record<string, unknown>,
  now: Date,
) {
  await record(tx, viewer, { action, subject: `work:${workId}`, municipalityId: null, details }, now);
}

const shapeOf = (tasks: readonly TaskDraft[]) => tasks.map((task) => `${task.code}:${task.max}`).join(" ");
const scaleChanged = () => new RefusedError("conflict", "assessments.refused.scaleChanged");
const refusal = (problem: Problem) => new RefusedError("invalid", problem.messageKey, problem.params);

function refuseIf(problem: Problem | null): void {
  if (problem)
    throw problem.messageKey.endsWith("tasksLocked")
      ? new RefusedError("conflict", problem.messageKey)
      : refusal(problem);
}
