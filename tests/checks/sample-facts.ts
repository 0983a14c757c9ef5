import type { CheckFacts, RowFacts } from "#lib/checks/facts.ts";
import { type Mark, mergeSummaries, type Summary, summarize } from "#lib/statistics/summary.ts";

/** The work of these tests: three tasks with maxima 1, 2, 3; marks from 2, 4 and 6 points. */
export const shape = { maxScore: 6, taskMaxima: [1, 2, 3] };
export const markOf = (total: number): Mark => (total >= 6 ? 5 : total >= 4 ? 4 : total >= 2 ? 3 : 2);

/** A row of a pupil who took part; the printed total is the sum unless another is given. */
export function row(
  code: string,
  classLabel: string,
  items: number[],
  given: Partial<RowFacts> = {},
): RowFacts {
  const totalItems = items.reduce((sum, item) => sum + Math.max(item, 0), 0);
  const marks = { markFile: null, markScale: markOf(totalItems) };
  return { code, classLabel, items, totalPrinted: totalItems, totalItems, ...marks, ...given };
}

/** The summary of rows; `journal` gives each the same journal mark. */
export function summaryOf(rows: readonly RowFacts[], journal: Mark | null = null): Summary {
  return summarize(
    rows.map((one) => ({
      ...{ status: "present" as const, items: one.items, totalPrinted: one.totalPrinted, journal },
      ...{ markFile: one.markFile as Mark | null, markScale: one.markScale as Mark | null },
    })),
    shape,
  );
}

/** Facts about a school of these rows. */
export function factsOf(
  rows: readonly RowFacts[],
  given: Partial<CheckFacts> = {},
  journal: Mark | null = null,
): CheckFacts {
  const classes = new Map(
    [...Map.groupBy(rows, ({ classLabel }) => classLabel)].map(([label, own]) => [
      label,
      summaryOf(own, journal),
    ]),
  );
  const whole = [...classes.values()].reduce<Summary>(mergeSummaries, summaryOf([]));
  const nothing = {
    sameWork: null,
    samePupils: null,
    municipality: [],
    municipalityBefore: [],
    ownBefore: [],
  };
  return { maxScore: shape.maxScore, whole, classes, rows, ...nothing, ...given };
}

/** So many pupils of a class with the same points. */
export function pupils(count: number, classLabel: string, items: number[], from = 1): RowFacts[] {
  return Array.from({ length: count }, (_, i) => row(`${classLabel}-${from + i}`, classLabel, items));
}
