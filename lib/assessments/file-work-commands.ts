import { asViewer, inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import {
  type Difficulty,
  sumOfTasks,
  tasksFit,
  tasksProblem,
  usualGradeWriting,
  type WorkIdentity,
  workCode,
} from "./rules.ts";
import type { WorkDraft } from "./schema.ts";
import { readSubject } from "./subjects.ts";
import { workStates } from "./work-state.ts";
import { insertWork, replaceTasks } from "./write-work.ts";

/** A task as the header of a form prints it. */
export interface HeaderTask {
  code: string;
  max: number | null;
  difficulty: Difficulty | null;
}
/** A work as a file of results describes it by its title and header. */
export interface HeaderFacts extends Omit<WorkIdentity, "subject"> {
  subject: string;
  /** default: the grade tested, in autumn the next one */
  gradeWriting?: number;
  tasks: readonly HeaderTask[];
}

/**
 * Describes a work by the header of a file of results, so that a school that brings a form before the centre has described
 * the work gets its analysis the same evening. There is no scale: marks are those that the file prints. If the work is
 * known by now, it is answered as it stands. Until the centre has checked it, the interface says where the description is from.
 */
export async function addWorkFromFile(
  viewer: Viewer,
  header: HeaderFacts,
  now: Date,
): Promise<{ workId: number; code: string; added: boolean }> {
  permit(viewer, "results.import");
  const subject = readSubject(header.subject);
  const { kind, year, season, gradeTested, level } = header;
  if (subject === null)
    throw new RefusedError("invalid", "assessments.refused.subjectUnknown", {
      raw: header.subject.slice(0, 60),
    });
  const tasks = headerTasks(header.tasks);
  const draft: WorkDraft = {
    ...{ kind, year, season, gradeTested, subject, level, tasks, tasksNeedCheck: true },
    gradeWriting: header.gradeWriting ?? usualGradeWriting(gradeTested, season),
    ...{ maxScore: sumOfTasks(tasks), opensOn: null, closesOn: null, note: "", scale: null },
  };
  const code = workCode(draft);
  const known = () => asViewer(viewer, (tx) => tx.work.findUnique({ where: { code }, select: { id: true } }));
  const there = await known();
  if (there) return { workId: there.id, code, added: false };
  try {
    const workId = await inTransaction(viewer, async (tx) => {
      const id = await insertWork(tx, viewer, draft, "file", now);
      const details = { code, tasks: tasks.length, max: draft.maxScore };
      await record(
        tx,
        viewer,
        {
          action: "assessments.addFromFile",
          subject: `work:${id}`,
          municipalityId: viewer.municipalityId,
          schoolId: viewer.schoolId,
          details,
        },
        now,
      );
      return id;
    });
    return { workId, code, added: true };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { workId: found(await known()).id, code, added: false };
  }
}

/**
 * Takes over the columns of a file's header where the description knows none (only the scale was published) or knows the
 * tasks by number alone and the columns are their parts. Refused when the header is another work, or results are counted.
 */
export async function takeTasksFromFile(
  viewer: Viewer,
  workId: number,
  header: readonly HeaderTask[],
  now: Date,
): Promise<{ changed: boolean }> {
  permit(viewer, "results.import");
  const tasks = headerTasks(header);
  // The columns of the work are one thing for all schools, so the database lets no school change them; this rule does, and only this.
  return inTransaction(systemViewer, async (tx) => {
    await tx.$executeRaw`SELECT FROM work WHERE id = ${workId} FOR UPDATE`;
    const work = found((await workStates(tx, { id: workId }))[0]);
    const fit = tasksFit(work.tasks, tasks);
    if (fit === "same") return { changed: false };
    const open = fit === "unknown" || (fit === "finer" && work.tasksNeedCheck);
    const problem = tasksProblem(tasks, work.maxScore);
    if (!open || problem || work.hasResults)
      throw new RefusedError("conflict", "assessments.refused.otherTasks", { code: work.code });
    const known = new Map(work.tasks.map((task) => [task.code, task]));
    await replaceTasks(
      tx,
      workId,
      tasks.map((task) => ({
        ...task,
        difficulty: task.difficulty ?? known.get(task.code)?.difficulty ?? null,
      })),
    );
    await tx.work.update({
      where: { id: workId },
      data: { tasksNeedCheck: true, version: { increment: 1 } },
    });
    const details = { code: work.code, tasks: tasks.map((task) => `${task.code}:${task.max}`).join(" ") };
    await record(
      tx,
      viewer,
      {
        action: "assessments.takeTasks",
        subject: `work:${workId}`,
        municipalityId: viewer.municipalityId,
        schoolId: viewer.schoolId,
        details,
      },
      now,
    );
    return { changed: true };
  });
}

/** Tasks whose maxima are all stated; without them there is no per cent of a task and no maximum of the work. */
function headerTasks(tasks: readonly HeaderTask[]) {
  const complete = tasks.map((task) => {
    if (task.max === null)
      throw new RefusedError("invalid", "assessments.refused.headerIncomplete", { task: task.code });
    return { code: task.code, max: task.max, difficulty: task.difficulty, codifier: "", skill: "" };
  });
  const problem = tasksProblem(complete, sumOfTasks(complete));
  if (complete.length === 0 || problem)
    throw new RefusedError(
      "invalid",
      problem?.messageKey ?? "assessments.refused.headerEmpty",
      problem?.params ?? {},
    );
  return complete;
}
