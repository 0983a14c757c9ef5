import type { MarkCounts } from "./marks.ts";
import type { Moments } from "./moments.ts";
import { addItem, combineTaskSums, emptyTaskSums, type TaskSums } from "./task-sums.ts";

export type Mark = 2 | 3 | 4 | 5;

/**
 * All that is kept of a group of pupils in one work: additive sums, so that a class, a school, a municipality and a
 * country are the same thing in different sizes, and no page ever counts pupils.
 */
export interface Summary {
  /** Pupils who took part. */
  readonly participants: number;
  readonly absent: number;
  /** Participants with a usable total: the base of everything about scores. */
  readonly scored: number;
  readonly scoreSum: number;
  readonly scoreSquareSum: number;
  /** Pupils by primary score 0…maximum of the work. */
  readonly histogram: readonly number[];
  /** Marks 2, 3, 4, 5: the mark of the file, else the mark by the scale. */
  readonly marks: MarkCounts;
  /** Marks 2, 3, 4, 5 by the scale alone. */
  readonly scaleMarks: MarkCounts;
  /** Pupils whose mark in the file is not the mark by the scale. */
  readonly markDifferences: number;
  /** Sixteen counts, index (mark − 2) · 4 + (journal mark − 2); only pupils who have both. */
  readonly journal: readonly number[];
  readonly tasks: readonly TaskSums[];
}

/** One checked row: one pupil in one work. */
export interface SummaryRow {
  readonly status: "present" | "absent" | "held";
  /** Points (0 and above) or a code of `ITEM`, one for each task. */
  readonly items: readonly number[];
  /** The printed total; null when it is missing or was refused. */
  readonly totalPrinted: number | null;
  readonly markFile: Mark | null;
  readonly markScale: Mark | null;
  /** The journal mark; null when there is none in 2–5. */
  readonly journal: Mark | null;
}

/** What a work looks like: its greatest primary score and the greatest score of each task, in order. */
export interface WorkShape {
  readonly maxScore: number;
  readonly taskMaxima: readonly number[];
}

/**
 * The summary of nobody: the neutral element of `mergeSummaries`. A RangeError unless `maxScore` and `taskCount` are
 * whole numbers from 0 up.
 *
 * Units: none; never null. R: no equivalent. Source: ours.
 *
 * @example emptySummary(2, 1).histogram // [0, 0, 0]
 */
export function emptySummary(maxScore: number, taskCount: number): Summary {
  if (!Number.isInteger(maxScore) || maxScore < 0) throw new RangeError(`Not a greatest score: ${maxScore}`);
  if (!Number.isInteger(taskCount) || taskCount < 0)
    throw new RangeError(`Not a number of tasks: ${taskCount}`);
  return {
    participants: 0,
    absent: 0,
    scored: 0,
    scoreSum: 0,
    scoreSquareSum: 0,
    histogram: Array<number>(maxScore + 1).fill(0),
    marks: [0, 0, 0, 0],
    scaleMarks: [0, 0, 0, 0],
    markDifferences: 0,
    journal: Array<number>(16).fill(0),
    tasks: Array.from({ length: taskCount }, emptyTaskSums),
  };
}

/**
 * Summary of rows. What enters where is table D.8 of forms.md: the printed total and never a repaired one; the file's
 * mark, else the scale's; the journal only beside a mark; X and «не пройд.» as 0 in the task; absent pupils nowhere;
 * rows held for a question nowhere.
 *
 * A RangeError for what the check must not have let through: a total outside 0…maximum, points above a task's maximum,
 * another number of tasks.
 *
 * Units: pupils, points. R: `tapply`, `table`.
 *
 * @example summarize([{ status: "present", items: [1], totalPrinted: 1, markFile: 3, markScale: 3, journal: 4 }], { maxScore: 1, taskMaxima: [1] }).histogram // [0, 1]
 */
export function summarize(rows: Iterable<SummaryRow>, { maxScore, taskMaxima }: WorkShape): Summary {
  const empty = emptySummary(maxScore, taskMaxima.length);
  let { participants, absent, scored, scoreSum, scoreSquareSum, markDifferences } = empty;
  const histogram = [...empty.histogram];
  const marks: [number, number, number, number] = [0, 0, 0, 0];
  const scaleMarks: [number, number, number, number] = [0, 0, 0, 0];
  const journal = [...empty.journal];
  const tasks = taskMaxima.map(emptyTaskSums);
  for (const row of rows) {
    if (row.status === "absent") absent++;
    if (row.status !== "present") continue;
    participants++;
    const total = row.totalPrinted;
    if (total !== null) {
      if (!Number.isInteger(total) || total < 0 || total > maxScore) {
        throw new RangeError(`A work with a maximum of ${maxScore} cannot have a total of ${total}`);
      }
      scored++;
      scoreSum += total;
      scoreSquareSum += total * total;
      histogram[total]!++;
    }
    const mark = row.markFile ?? row.markScale;
    if (mark !== null) marks[mark - 2]!++;
    if (row.markScale !== null) scaleMarks[row.markScale - 2]!++;
    if (row.markFile !== null && row.markScale !== null && row.markFile !== row.markScale) markDifferences++;
    if (mark !== null && row.journal !== null) journal[(mark - 2) * 4 + row.journal - 2]!++;
    if (row.items.length !== tasks.length) {
      throw new RangeError(`A work of ${tasks.length} tasks cannot have a row of ${row.items.length}`);
    }
    for (const [i, task] of tasks.entries()) addItem(task, row.items[i]!, taskMaxima[i]!);
  }
  return {
    participants,
    absent,
    scored,
    scoreSum,
    scoreSquareSum,
    histogram,
    marks,
    scaleMarks,
    markDifferences,
    journal,
    tasks,
  };
}

function combine(first: Summary, second: Summary, sign: 1 | -1): Summary {
  if (first.histogram.length !== second.histogram.length || first.tasks.length !== second.tasks.length) {
    throw new RangeError(
      "Summaries of works with another maximum or another number of tasks cannot be combined",
    );
  }
  const one = (a: number, b: number) => a + sign * b;
  const many = (a: readonly number[], b: readonly number[]) => a.map((value, i) => one(value, b[i]!));
  const four = (a: MarkCounts, b: MarkCounts): MarkCounts => [
    one(a[0], b[0]),
    one(a[1], b[1]),
    one(a[2], b[2]),
    one(a[3], b[3]),
  ];
  return {
    participants: one(first.participants, second.participants),
    absent: one(first.absent, second.absent),
    scored: one(first.scored, second.scored),
    scoreSum: one(first.scoreSum, second.scoreSum),
    scoreSquareSum: one(first.scoreSquareSum, second.scoreSquareSum),
    histogram: many(first.histogram, second.histogram),
    marks: four(first.marks, second.marks),
    scaleMarks: four(first.scaleMarks, second.scaleMarks),
    markDifferences: one(first.markDifferences, second.markDifferences),
    journal: many(first.journal, second.journal),
    tasks: first.tasks.map((task, i) => combineTaskSums(task, second.tasks[i]!, sign)),
  };
}

/**
 * Summary of two groups together; with `emptySummary` a commutative monoid, so the order of merging cannot matter.
 * The groups must have no pupil in common. A RangeError for summaries of differently shaped works.
 *
 * Units: none; never null. R: no equivalent. Source: ours.
 *
 * @example mergeSummaries({ ...emptySummary(0, 0), participants: 24 }, { ...emptySummary(0, 0), participants: 26 }).participants // 50
 */
export function mergeSummaries(first: Summary, second: Summary): Summary {
  return combine(first, second, 1);
}

/**
 * Summary of the rest: `whole` without `part`, for comparing a school with its municipality without itself.
 * A RangeError when `part` cannot be a part of `whole` (a count would fall below 0).
 *
 * Units: none; never null (RangeError unless a part). R: no equivalent. Source: ours.
 *
 * @example subtractSummaries({ ...emptySummary(0, 0), participants: 50 }, { ...emptySummary(0, 0), participants: 24 }).participants // 26
 */
export function subtractSummaries(whole: Summary, part: Summary): Summary {
  const rest = combine(whole, part, -1);
  const counts = [
    ...[
      rest.participants,
      rest.absent,
      rest.scored,
      rest.scoreSum,
      rest.scoreSquareSum,
      rest.markDifferences,
    ],
    ...[...rest.histogram, ...rest.marks, ...rest.scaleMarks, ...rest.journal],
    ...rest.tasks.flatMap((task) => Object.values<number>({ ...task })),
  ];
  if (counts.some((count) => count < 0))
    throw new RangeError("The second summary is not a part of the first");
  return rest;
}

/**
 * Moments of the primary scores, for mean, standard deviation and intervals.
 *
 * Units: points; `n` = pupils with a usable total. Never null (zeros for nobody).
 * R: `c(length(x), sum(x), sum(x^2))`. Source: forms.md D.8.
 *
 * @example scoreMoments({ ...emptySummary(2, 0), scored: 2, scoreSum: 3, scoreSquareSum: 5 }) // { n: 2, sum: 3, squareSum: 5 }
 */
export function scoreMoments(summary: Summary): Moments {
  return { n: summary.scored, sum: summary.scoreSum, squareSum: summary.scoreSquareSum };
}
