import type { Equation } from "../statistics/disclosure/table.ts";
import { marked, qualityCount } from "../statistics/marks.ts";
import type { Summary } from "../statistics/summary.ts";

/** What a published report says of a unit and a work; all whole numbers, linked by sums. */
export const measures = ["n", "2", "3", "4", "5", "low", "high", "score"] as const;
export type Measure = (typeof measures)[number];
export type Counts = Readonly<Record<Measure, number>>;

/**
 * The published counts of a summary: pupils with a mark, each mark, «2» and «3» together, «4» and «5» together, and the
 * sum of primary scores (behind the per cent of work done).
 */
export function countsOf(summary: Pick<Summary, "marks" | "scoreSum">): Counts {
  const [two, three, four, five] = summary.marks;
  return {
    n: marked(summary.marks),
    "2": two,
    "3": three,
    "4": four,
    "5": five,
    low: two + three,
    high: qualityCount(summary.marks),
    score: summary.scoreSum,
  };
}

/** Sums that hold inside one unit; `name` makes the id of a cell. */
export function innerEquations(name: (measure: Measure) => string): Equation[] {
  return [
    { total: name("n"), parts: [name("low"), name("high")] },
    { total: name("low"), parts: [name("2"), name("3")] },
    { total: name("high"), parts: [name("4"), name("5")] },
  ];
}
