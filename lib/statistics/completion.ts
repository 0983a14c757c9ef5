import { checkCounts, type Interval, toPercent, USUAL_LEVEL } from "./interval.ts";
import { meanInterval } from "./mean-interval.ts";
import { type Summary, scoreMoments } from "./summary.ts";
import type { TaskSums } from "./task-sums.ts";
import { wilsonOfShare } from "./wilson.ts";

/**
 * Which pupils stand in the base of a task: all with a readable cell, or without those whose class had not been taught
 * the topic. No official text says which; the portal shows both and names the base.
 */
export type TaskBase = "all" | "taught";

/** Points that pupils got and could get: the two sides of every per cent of completion. */
export interface PointsGot {
  readonly pupils: number;
  readonly sum: number;
  readonly possible: number;
}

/**
 * Greatest sum of points that so many pupils can get.
 *
 * Units: points; never null. A RangeError for what is no count and no score. R: `n * max`. Source: handbook §5.3 (коэффициент усвоения).
 *
 * @example possiblePoints(24, 20) // 480
 */
export function possiblePoints(pupils: number, max: number): number {
  checkCounts(0, pupils);
  if (!(max >= 0 && max < Number.POSITIVE_INFINITY)) throw new RangeError(`Not a greatest score: ${max}`);
  return pupils * max;
}

function base(task: TaskSums, of: TaskBase): number {
  return of === "all" ? task.counted : task.counted - task.notTaught;
}

function percentOf(points: number, pupils: number, max: number): number | null {
  if (!(max > 0)) throw new RangeError(`A greatest score is above 0, got ${max}`);
  return pupils === 0 ? null : (100 * points) / (pupils * max);
}

/**
 * Points behind the per cent of work done.
 *
 * Units: points, pupils; never null. R: `c(length(x), sum(x), length(x) * max)`. Source: handbook §5.3.
 *
 * @example workPoints({ ...emptySummary(2, 0), scored: 2, scoreSum: 3 }) // { pupils: 2, sum: 3, possible: 4 }
 */
export function workPoints(summary: Summary): PointsGot {
  const { scored: pupils, scoreSum: sum, histogram } = summary;
  return { pupils, sum, possible: possiblePoints(pupils, histogram.length - 1) };
}

/**
 * Points behind the completion of a task.
 *
 * Units: points, pupils; never null. R: `c(length(x), sum(x), length(x) * max)`. Source: handbook §1.6.5.
 *
 * @example taskPoints({ ...emptyTaskSums(), counted: 10, sum: 12, notTaught: 2 }, 2, "taught") // { pupils: 8, sum: 12, possible: 16 }
 */
export function taskPoints(task: TaskSums, max: number, of: TaskBase = "all"): PointsGot {
  const pupils = base(task, of);
  return { pupils, sum: task.sum, possible: possiblePoints(pupils, max) };
}

/**
 * Per cent of work done (процент выполнения работы): the points all pupils got of the points they could get, which is the
 * mean score over the maximum of the work.
 *
 * Units: per cent 0–100. Null when nobody has a usable total or the work has no points. R: `100 * mean(x) / max`.
 * Source: handbook §5.3 (коэффициент усвоения).
 *
 * @example workCompletion({ ...emptySummary(20, 0), scored: 4, scoreSum: 43 }) // 53.75
 */
export function workCompletion(summary: Summary): number | null {
  const max = summary.histogram.length - 1;
  return max === 0 ? null : percentOf(summary.scoreSum, summary.scored, max);
}

/**
 * t interval of the per cent of work done.
 *
 * Units: per cent. Null when fewer than two pupils have a total or all totals are equal.
 * R: `100 * t.test(x)$conf.int / max`. Source: Student (1908), Biometrika 6:1–25.
 *
 * @example workCompletionInterval({ ...emptySummary(20, 0), scored: 4, scoreSum: 20, scoreSquareSum: 136 }) // { low: -2.5607934655561765, high: 52.560793465556185 }
 */
export function workCompletionInterval(summary: Summary, level: number = USUAL_LEVEL): Interval | null {
  const max = summary.histogram.length - 1;
  const interval = meanInterval(scoreMoments(summary), level);
  return interval && { low: (100 * interval.low) / max, high: (100 * interval.high) / max };
}

/**
 * Task completion (решаемость, «% выполнения задания»): the points pupils got for the task of the points they could get.
 * X counts as 0 and stays in the base.
 *
 * Units: per cent 0–100. Null when nobody is in the base. A RangeError unless `max` > 0.
 * R: `100 * sum(x) / (length(x) * max)`. Source: handbook §1.6.5, §5.3; forms.md D.8.
 *
 * @example taskCompletion({ ...emptyTaskSums(), counted: 10, sum: 12 }, 2) // 60
 */
export function taskCompletion(task: TaskSums, max: number, of: TaskBase = "all"): number | null {
  return percentOf(task.sum, base(task, of), max);
}

/**
 * Interval of a task's completion: Wilson's on the number of pupils. For a task of one point that is the share who solved
 * it; for more points the scores spread at most as much as yes and no would, so the interval is cautious, never too narrow.
 *
 * Units: per cent 0–100. Null when nobody is in the base. R for one point: `100 * prop.test(sum, n, correct = FALSE)$conf.int`.
 * Source: Wilson (1927), JASA 22:209–212.
 *
 * @example taskCompletionInterval({ ...emptyTaskSums(), counted: 28, sum: 9 }, 1) // { low: 17.933246922494966, high: 50.66115681914239 }
 */
export function taskCompletionInterval(
  task: TaskSums,
  max: number,
  of: TaskBase = "all",
  level: number = USUAL_LEVEL,
): Interval | null {
  const pupils = base(task, of);
  percentOf(task.sum, pupils, max);
  return pupils === 0 ? null : toPercent(wilsonOfShare(task.sum / (pupils * max), pupils, level));
}

/**
 * Points behind the completion of several tasks together.
 *
 * Units: points; never null (zeros for no task). R: `c(sum(points), sum(base * max))`. Source: ФИОКО 2026, p. 5.
 *
 * @example jointPoints([]) // { sum: 0, possible: 0 }
 */
export function jointPoints(
  tasks: readonly { readonly task: TaskSums; readonly max: number }[],
  of: TaskBase = "all",
): Pick<PointsGot, "sum" | "possible"> {
  let sum = 0;
  let possible = 0;
  for (const { task, max } of tasks) {
    const points = taskPoints(task, max, of);
    sum += points.sum;
    possible += points.possible;
  }
  return { sum, possible };
}

/**
 * Completion of several tasks together (of one difficulty level, one skill): all points got of all points possible, so a
 * task of three points weighs three times a task of one.
 *
 * Units: per cent 0–100. Null when there are no tasks or nobody is in their base.
 * R: `100 * sum(points) / sum(base * max)`. Source: individual result card, ФИОКО 2026, p. 5 (% of Б, П, В tasks).
 *
 * @example jointCompletion([{ task: { ...emptyTaskSums(), counted: 10, sum: 6 }, max: 1 }, { task: { ...emptyTaskSums(), counted: 10, sum: 9 }, max: 2 }]) // 50
 */
export function jointCompletion(
  tasks: readonly { readonly task: TaskSums; readonly max: number }[],
  of: TaskBase = "all",
): number | null {
  const { sum, possible } = jointPoints(tasks, of);
  return possible === 0 ? null : (100 * sum) / possible;
}

/** The difficulty levels of a task as the description of the work prints them: базовый, повышенный, высокий. */
export type Difficulty = "Б" | "П" | "В";

/**
 * Completion by difficulty level. `tasks[i]` describes the i-th task of the summary; tasks without a level are left out.
 *
 * Units: per cent 0–100; null for a level that no task has or nobody has attempted.
 * R: `tapply(points, level, sum) / tapply(base * max, level, sum)`. Source: individual result card, ФИОКО 2026, p. 5.
 *
 * @example completionByDifficulty([{ ...emptyTaskSums(), counted: 10, sum: 6 }], [{ max: 1, difficulty: "Б" }]) // { Б: 60, П: null, В: null }
 */
export function completionByDifficulty(
  sums: readonly TaskSums[],
  tasks: readonly { readonly max: number; readonly difficulty: Difficulty | null }[],
  of: TaskBase = "all",
): Record<Difficulty, number | null> {
  if (sums.length !== tasks.length)
    throw new RangeError(`${sums.length} tasks summed, ${tasks.length} described`);
  const level = (difficulty: Difficulty) =>
    jointCompletion(
      sums.flatMap((task, i) => (tasks[i]!.difficulty === difficulty ? [{ task, max: tasks[i]!.max }] : [])),
      of,
    );
  return { Б: level("Б"), П: level("П"), В: level("В") };
}
