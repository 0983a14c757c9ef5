import { addItem, combineTaskSums, emptyTaskSums, ITEM, type TaskSums } from "../task-sums.ts";

/** Groups by result: four from the lowest (marks 2–5, or bands of test scores), then those whose result is not known. */
export const GROUPS = 5;

/**
 * What is kept of a group of people in one examination: sums that add up, so a municipality is the sum of its schools. Histograms carry no zeros
 * at their end, because the greatest score of an examination may be unknown when the first protocol comes.
 */
export interface ExamSummary {
  /** Persons with a row in the protocol. */
  readonly participants: number;
  /** Persons by primary score; index = points. */
  readonly primary: readonly number[];
  /** Persons by what the protocol prints as «Балл»: the test score, or the mark (indexes 2–5). */
  readonly score: readonly number[];
  /** Persons whose printed result is not the one by the scale. */
  readonly differences: number;
  /** Task sums of each of the `GROUPS` groups. */
  readonly groups: readonly (readonly TaskSums[])[];
}

export interface ExamRow {
  /** Points of tasks or a code of `ITEM`; empty when the protocol's strings could not be read. */
  readonly items: readonly number[];
  readonly primary: number | null;
  readonly score: number | null;
  readonly scoreByScale: number | null;
}

/** The summary of no rows, neutral in `mergeExams`. */
export const nobody: ExamSummary = {
  participants: 0,
  primary: [],
  score: [],
  differences: 0,
  groups: Array.from({ length: GROUPS }, () => []),
};

/** One character of a protocol holds at most this many points. */
const MOST_POINTS = 9;

/**
 * Sums rows of one examination. `groupOf` says in which of the four groups a result belongs, lowest = 0.
 *
 * Units: persons, points; never null (`nobody` for no rows; RangeError for what is no score). R: `tapply`, `table`. Source:
 * handbook §2.
 *
 * @example summarizeExam([{ items: [1], primary: 1, score: 3, scoreByScale: 3 }], (s) => s - 2).score // [0, 0, 0, 1]
 */
export function summarizeExam(rows: Iterable<ExamRow>, groupOf: (score: number) => number): ExamSummary {
  const primary: number[] = [];
  const score: number[] = [];
  const groups = Array.from({ length: GROUPS }, (): ReturnType<typeof emptyTaskSums>[] => []);
  let participants = 0;
  let differences = 0;
  for (const row of rows) {
    participants++;
    count(primary, row.primary);
    count(score, row.score);
    if (row.score !== null && row.scoreByScale !== null && row.score !== row.scoreByScale) differences++;
    const place = row.score === null ? GROUPS - 1 : groupOf(row.score);
    const group = groups[place];
    if (!group || (row.score !== null && place > GROUPS - 2))
      throw new RangeError(`No group ${place} of results`);
    row.items.forEach((item, i) => {
      group[i] ??= emptyTaskSums();
      addItem(group[i]!, item, MOST_POINTS);
    });
  }
  return { participants, primary, score, differences, groups };
}

function count(histogram: number[], value: number | null): void {
  if (value === null) return;
  if (!Number.isInteger(value) || value < 0 || value > 999) throw new RangeError(`Not a score: ${value}`);
  while (histogram.length <= value) histogram.push(0);
  histogram[value]!++;
}

/**
 * Two groups without a common person as one. Associative, commutative, `nobody` is neutral.
 *
 * Units: none; never null. R: no equivalent. Source: ours.
 *
 * @example mergeExams({ ...nobody, participants: 2 }, { ...nobody, participants: 3 }).participants // 5
 */
export function mergeExams(first: ExamSummary, second: ExamSummary): ExamSummary {
  return combine(first, second, 1);
}

/**
 * What is left of a whole without a part of it; a RangeError when it is no part.
 *
 * Units: none; never null (RangeError unless a part). R: no equivalent. Source: ours.
 *
 * @example subtractExams({ ...nobody, participants: 5 }, { ...nobody, participants: 3 }).participants // 2
 */
export function subtractExams(whole: ExamSummary, part: ExamSummary): ExamSummary {
  const rest = combine(whole, part, -1);
  const counts = [rest.participants, rest.differences, ...rest.primary, ...rest.score];
  const tasks = rest.groups.flatMap((group) => group.flatMap((task) => Object.values<number>({ ...task })));
  if ([...counts, ...tasks].some((value) => value < 0))
    throw new RangeError("The second summary is not a part of the first");
  return rest;
}

function combine(first: ExamSummary, second: ExamSummary, sign: 1 | -1): ExamSummary {
  return {
    participants: first.participants + sign * second.participants,
    primary: histograms(first.primary, second.primary, sign),
    score: histograms(first.score, second.score, sign),
    differences: first.differences + sign * second.differences,
    groups: Array.from({ length: GROUPS }, (_, i) =>
      tasks(first.groups[i] ?? [], second.groups[i] ?? [], sign),
    ),
  };
}

function histograms(a: readonly number[], b: readonly number[], sign: 1 | -1): number[] {
  const sum = Array.from(
    { length: Math.max(a.length, b.length) },
    (_, i) => (a[i] ?? 0) + sign * (b[i] ?? 0),
  );
  while (sum.at(-1) === 0) sum.pop();
  return sum;
}

function tasks(a: readonly TaskSums[], b: readonly TaskSums[], sign: 1 | -1): TaskSums[] {
  const sum = Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
    combineTaskSums(a[i] ?? emptyTaskSums(), b[i] ?? emptyTaskSums(), sign),
  );
  while (sum.length > 0 && Object.values<number>({ ...sum.at(-1)! }).every((value) => value === 0)) sum.pop();
  return sum;
}

/**
 * Task sums of all groups together.
 *
 * Units: points, persons; never null. R: `Reduce("+", groups)`. Source: ours.
 *
 * @example allTasks(nobody) // []
 */
export function allTasks(summary: ExamSummary): TaskSums[] {
  return summary.groups.reduce<TaskSums[]>((sum, group) => tasks(sum, group, 1), []);
}

/**
 * Points of a row when every task could be read; null otherwise.
 *
 * Units: points. R: `sum(pmax(items, 0))`. Source: handbook §2.
 *
 * @example sumOfItems([2, 0, -1]) // 2
 */
export function sumOfItems(items: readonly number[]): number | null {
  if (items.length === 0 || items.some((item) => item === ITEM.rejected || item === ITEM.blank)) return null;
  return items.reduce((sum, item) => sum + Math.max(0, item), 0);
}
