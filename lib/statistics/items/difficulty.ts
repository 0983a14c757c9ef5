import { type Interval, USUAL_LEVEL } from "../interval.ts";
import { ITEM } from "../task-sums.ts";
import { wilsonOfShare } from "../wilson.ts";
import type { ScoreMatrix } from "./score-matrix.ts";

/** Difficulty of one item on the persons who have a score on it. */
export interface Difficulty extends Interval {
  /** Mean points over the maximum; the higher, the easier. */
  readonly value: number;
  readonly n: number;
}

/**
 * Difficulty of each item (facility, p-value, решаемость): mean points over the maximum, the share of right answers for
 * an item of one point. High means easy, as everywhere in test theory. From everyone who has a score on the item,
 * X as 0. With Wilson's interval on the number of persons: exact enough for one point, cautious for more.
 *
 * Units: fraction 0–1. Null for an item on which nobody has a score, or whose maximum, taken from the data, is 0.
 * R: `colMeans(x, na.rm = TRUE) / max`; for one point `prop.test(sum, n, correct = FALSE)$conf.int`.
 * Source: Lord and Novick (1968), §15.2.
 *
 * @example itemDifficulties(scoreMatrix([[1, 2], [0, 3]], [1, 4])).map((item) => item?.value) // [0.5, 0.625]
 */
export function itemDifficulties(matrix: ScoreMatrix, level: number = USUAL_LEVEL): (Difficulty | null)[] {
  const { persons, items, maxima, scores, missing } = matrix;
  return maxima.map((max, item) => {
    const n = persons - missing[item]!;
    if (n === 0 || max === 0) return null;
    let points = 0;
    for (let at = item; at < scores.length; at += items) if (scores[at] !== ITEM.blank) points += scores[at]!;
    const value = Math.min(1, points / (n * max));
    const interval = wilsonOfShare(value, n, level);
    return interval && { value, n, ...interval };
  });
}

/**
 * Share of persons who did not begin the item (X), of those who have a score on it. Many X at the end of a work say that
 * time was short; the item then looks harder than it is.
 *
 * Units: fraction 0–1, by item. Null when nobody has a score. R: `colMeans(x == "X", na.rm = TRUE)`.
 * Source: its definition.
 *
 * @example notAttemptedShares(scoreMatrix([[ITEM.notAttempted], [1]])) // [0.5]
 */
export function notAttemptedShares({ persons, notAttempted, missing }: ScoreMatrix): (number | null)[] {
  return notAttempted.map((count, item) => {
    const n = persons - missing[item]!;
    return n === 0 ? null : count / n;
  });
}
