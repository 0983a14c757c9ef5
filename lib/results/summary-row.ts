import type { Summary } from "../statistics/summary.ts";

/** The columns in which a summary is stored; the tables `summary` and `area_summary` share them. */
export interface SummaryColumns {
  participants: number;
  absent: number;
  scored: number;
  score_sum: bigint | number;
  score_square_sum: bigint | number;
  histogram: number[];
  marks: number[];
  scale_marks: number[];
  mark_differences: number;
  journal: number[];
  task_counted: number[];
  task_sum: number[];
  task_not_attempted: number[];
  task_not_taught: number[];
  task_blank: number[];
  task_rejected: number[];
}

/** The names of these columns, in the order in which statements list them. */
export const summaryColumns = [
  "participants",
  "absent",
  "scored",
  "score_sum",
  "score_square_sum",
  "histogram",
  "marks",
  "scale_marks",
  "mark_differences",
  "journal",
  "task_counted",
  "task_sum",
  "task_not_attempted",
  "task_not_taught",
  "task_blank",
  "task_rejected",
] as const satisfies readonly (keyof SummaryColumns)[];

const ownColumns = ["school_id", "year", "school_year", "work_id", "class_label", ...summaryColumns].join(
  ", ",
);

/** Stores the summaries of schools and classes given as a JSON record set ($1), changed at $2. */
export const insertSummaries = `INSERT INTO summary (${ownColumns}, changed_at)
  SELECT ${ownColumns}, $2 FROM jsonb_populate_recordset(NULL::summary, $1::jsonb)`;

/** A stored row as a summary. */
export function toSummary(row: SummaryColumns): Summary {
  return {
    participants: row.participants,
    absent: row.absent,
    scored: row.scored,
    scoreSum: Number(row.score_sum),
    scoreSquareSum: Number(row.score_square_sum),
    histogram: row.histogram,
    marks: fourOf(row.marks),
    scaleMarks: fourOf(row.scale_marks),
    markDifferences: row.mark_differences,
    journal: row.journal,
    tasks: row.task_counted.map((counted, i) => ({
      counted,
      sum: row.task_sum[i] ?? 0,
      notAttempted: row.task_not_attempted[i] ?? 0,
      notTaught: row.task_not_taught[i] ?? 0,
      blank: row.task_blank[i] ?? 0,
      rejected: row.task_rejected[i] ?? 0,
    })),
  };
}

/** A summary as columns, ready for a JSON record set. */
export function toColumns(
  summary: Summary,
): Record<(typeof summaryColumns)[number], number | readonly number[]> {
  return {
    participants: summary.participants,
    absent: summary.absent,
    scored: summary.scored,
    score_sum: summary.scoreSum,
    score_square_sum: summary.scoreSquareSum,
    histogram: summary.histogram,
    marks: summary.marks,
    scale_marks: summary.scaleMarks,
    mark_differences: summary.markDifferences,
    journal: summary.journal,
    task_counted: summary.tasks.map((task) => task.counted),
    task_sum: summary.tasks.map((task) => task.sum),
    task_not_attempted: summary.tasks.map((task) => task.notAttempted),
    task_not_taught: summary.tasks.map((task) => task.notTaught),
    task_blank: summary.tasks.map((task) => task.blank),
    task_rejected: summary.tasks.map((task) => task.rejected),
  };
}

function fourOf(counts: readonly number[]): [number, number, number, number] {
  return [counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0, counts[3] ?? 0];
}
