import { mean } from "../statistics/moments.ts";
import type { RowFacts } from "./row-facts.ts";

/** How far a class is typed, for the line under the grid. */
export interface ClassProgress {
  /** rows that are complete, and their mean primary score */
  complete: number;
  mean: number | null;
  partial: number;
  absent: number;
  /** wrong cells */
  wrong: number;
  /** tasks without a value in rows that are begun */
  blanks: number;
}

/** Counts the rows of a class by how far they are, with the mean of those that have a total. */
export function classProgress(rows: Iterable<RowFacts>): ClassProgress {
  const progress = { complete: 0, partial: 0, absent: 0, wrong: 0, blanks: 0 };
  const [scores, squares]: [number[], number[]] = [[], []];
  for (const { status, total, blanks, problems } of rows) {
    if (status === "complete" || status === "partial" || status === "absent") progress[status]++;
    progress.wrong += problems.size;
    progress.blanks += blanks;
    if (total === null) continue;
    scores.push(total);
    squares.push(total * total);
  }
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  return { ...progress, mean: mean({ n: scores.length, sum: sum(scores), squareSum: sum(squares) }) };
}
