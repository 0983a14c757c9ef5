import {
  bandsOf,
  type Level,
  type Problem,
  type Season,
  scaleProblem,
  tasksProblem,
  type WorkKind,
} from "./rules.ts";
import type { ScaleDraft, TaskDraft, WorkDraft } from "./schema.ts";

/** A work as it stands, for deciding what a description changes. */
export interface WorkState {
  id: number;
  kind: WorkKind;
  year: number;
  season: Season;
  level: Level;
  maxScore: number;
  gradeWriting: number;
  opensOn: string | null;
  closesOn: string | null;
  note: string;
  origin: "centre" | "file";
  tasksNeedCheck: boolean;
  tasks: readonly TaskDraft[];
  hasResults: boolean;
  /** newest first */
  editions: readonly (Omit<ScaleDraft, "source" | "note"> & { edition: number; maxScore: number })[];
}

/** What has to be written; parts that stay as they are are missing. */
export interface WorkChange {
  maxScore?: number;
  gradeWriting?: number;
  opensOn?: string;
  closesOn?: string;
  note?: string;
  tasks?: TaskDraft[];
  tasksNeedCheck?: boolean;
  origin?: "centre";
  scale?: ScaleDraft;
}
export type Part = keyof WorkChange;

/**
 * What a description changes in a work that exists, or why it cannot: once results are counted by its tasks, codes and
 * maxima are fixed, while difficulty, codifier and skill may still be added. A blank never erases what is known.
 */
export function planChange(
  work: WorkState,
  draft: WorkDraft,
): { ok: true; change: WorkChange } | { ok: false; problem: Problem } {
  const change: WorkChange = {};
  if (draft.tasks !== null) {
    const tasks = mergedTasks(work.tasks, draft.tasks);
    if (!sameTasks(tasks, work.tasks)) change.tasks = tasks;
    if (draft.tasksNeedCheck !== work.tasksNeedCheck) change.tasksNeedCheck = draft.tasksNeedCheck;
    if (work.origin === "file") change.origin = "centre";
  }
  if (draft.maxScore !== work.maxScore) change.maxScore = draft.maxScore;
  if (draft.gradeWriting !== work.gradeWriting) change.gradeWriting = draft.gradeWriting;
  if (draft.opensOn !== null && draft.opensOn !== work.opensOn) change.opensOn = draft.opensOn;
  if (draft.closesOn !== null && draft.closesOn !== work.closesOn) change.closesOn = draft.closesOn;
  if (draft.note !== "" && draft.note !== work.note) change.note = draft.note;
  if (draft.scale !== null && !sameScale(work, draft.scale, draft.maxScore)) change.scale = draft.scale;

  const problem = changeProblem(work, change);
  return problem ? { ok: false, problem } : { ok: true, change };
}

/** Why a description cannot stand by itself; null when it can. */
export function draftProblem({ tasks, maxScore, scale }: WorkDraft): Problem | null {
  return (
    tasksProblem(tasks ?? [], maxScore) ??
    (scale && scaleProblem(bandsOf({ ...scale, max: maxScore }), maxScore))
  );
}

/** What the definitions that ship with the portal may add: only what the centre has not described yet. */
export function planFilling(work: WorkState, draft: WorkDraft): WorkChange {
  if (draft.maxScore !== work.maxScore) return {};
  return {
    ...(work.tasks.length === 0 && draft.tasks !== null
      ? { tasks: draft.tasks, tasksNeedCheck: draft.tasksNeedCheck }
      : {}),
    ...(work.editions.length === 0 && draft.scale !== null ? { scale: draft.scale } : {}),
  };
}

/** Why tasks or the maximum may not become so; null when they may. */
export function changeProblem(
  work: WorkState,
  change: Pick<WorkChange, "tasks" | "maxScore">,
): Problem | null {
  const shapeChanges = change.tasks !== undefined && !sameShape(change.tasks, work.tasks);
  // Results of a work without tasks were taken by the file's own columns, so describing them later is a change as well.
  if (work.hasResults && (shapeChanges || change.maxScore !== undefined)) {
    return { messageKey: "assessments.refused.tasksLocked", params: {} };
  }
  return tasksProblem(change.tasks ?? work.tasks, change.maxScore ?? work.maxScore);
}

/** Known tasks in their order with what is newly said of them; the new list where codes or maxima differ. */
function mergedTasks(known: readonly TaskDraft[], said: readonly TaskDraft[]): TaskDraft[] {
  const byCode = new Map(said.map((task) => [task.code, task]));
  if (known.length !== said.length || known.some((task) => byCode.get(task.code)?.max !== task.max))
    return [...said];
  return known.map((task) => {
    const now = byCode.get(task.code);
    return {
      ...task,
      difficulty: now?.difficulty ?? task.difficulty,
      codifier: now?.codifier || task.codifier,
      skill: now?.skill || task.skill,
    };
  });
}

/** True when positions, codes and maxima are equal: stored points keep their meaning. */
export function sameShape(a: readonly TaskDraft[], b: readonly TaskDraft[]): boolean {
  return a.length === b.length && a.every((task, i) => task.code === b[i]?.code && task.max === b[i]?.max);
}

function sameTasks(a: readonly TaskDraft[], b: readonly TaskDraft[]): boolean {
  const said = ({ difficulty, codifier, skill }: TaskDraft) => [difficulty, codifier, skill].join("\n");
  return sameShape(a, b) && a.every((task, i) => said(task) === said(b[i] as TaskDraft));
}

/** True when the edition in force gives every score the same mark. */
function sameScale(work: WorkState, scale: ScaleDraft, maxScore: number): boolean {
  const force = work.editions.find((edition) => edition.maxScore === maxScore);
  if (!force) return false;
  const borders = (s: Pick<ScaleDraft, "min3" | "min4" | "min5" | "disputed">) =>
    [s.min3, s.min4, s.min5, ...s.disputed].join();
  return borders(force) === borders(scale);
}
