import { taskCompletion } from "../statistics/completion.ts";
import { allTasks, type ExamSummary } from "../statistics/exams/exam-summary.ts";
import type { TaskSums } from "../statistics/task-sums.ts";

/** A task in the table of the statistical report: per cent done by all, and by each group of results. */
export interface TaskLine {
  /** Number within its part. */
  number: number;
  part: "short" | "extended";
  /** 0: several points, nobody has said how many; then there is no per cent. */
  max: number;
  counted: number;
  all: number | null;
  groups: (number | null)[];
}

/** Tasks of an examination in order. Null where nobody of the group had the task read, or its maximum is not known. */
export function taskLines(
  summary: ExamSummary,
  { shortMax, extendedMax }: { shortMax: readonly number[]; extendedMax: readonly number[] },
): TaskLine[] {
  const sums = allTasks(summary);
  const percent = (task: TaskSums | undefined, max: number) =>
    task === undefined || max === 0 ? null : taskCompletion(task, max);
  return [...shortMax, ...extendedMax].map((max, i) => ({
    number: i < shortMax.length ? i + 1 : i - shortMax.length + 1,
    part: i < shortMax.length ? "short" : "extended",
    max,
    counted: sums[i]?.counted ?? 0,
    all: percent(sums[i], max),
    groups: [0, 1, 2, 3].map((group) => percent(summary.groups[group]?.[i], max)),
  }));
}

/** So many tasks stand in each list of the statistical report. */
const LISTED = 3;
/** A task that fewer have had read says little. */
const FEWEST = 10;

/**
 * The tasks that were done best and worst by all, for the lists of the statistical report (САО); of equal ones the earlier. Null
 * when there are too few tasks with enough persons for two lists that do not meet.
 */
export function taskExtremes(lines: readonly TaskLine[]): { best: TaskLine[]; worst: TaskLine[] } | null {
  const told = lines.filter(({ all, counted }) => all !== null && counted >= FEWEST);
  if (told.length < 2 * LISTED) return null;
  const ordered = told.toSorted((a, b) => (b.all ?? 0) - (a.all ?? 0));
  const worst = ordered.slice(-LISTED).toSorted((a, b) => (a.all ?? 0) - (b.all ?? 0));
  return { best: ordered.slice(0, LISTED), worst };
}
