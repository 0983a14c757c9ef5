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
