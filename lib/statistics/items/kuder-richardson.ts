import { USUAL_LEVEL } from "../interval.ts";
import { type Moments, mean, variance } from "../moments.ts";
import { cronbachAlpha } from "./cronbach-alpha.ts";
import type { ReliabilityEstimate } from "./feldt.ts";
import { type ItemMoments, pairIndex } from "./item-moments.ts";

/**
 * Kuder–Richardson formula 20: reliability of a test of items that are right (1) or wrong (0). It is Cronbach's α of
 * such items, whichever divisor the variances have, with the interval of α.
 *
 * Units: as `cronbachAlpha`, null where that is. A RangeError when some score is neither 0 nor 1.
 * R: `k / (k - 1) * (1 - sum(p * (1 - p)) / v)` with `p <- colMeans(x)`, `v` the variance of totals with divisor n.
 * Source: Kuder and Richardson (1937), Psychometrika 2:151–160.
 *
 * @example kuderRichardson20(itemMoments(scoreMatrix([[0, 0], [1, 0], [1, 1]])))!.value // 0.6666666666666666
 */
export function kuderRichardson20(
  moments: ItemMoments,
  level: number = USUAL_LEVEL,
): ReliabilityEstimate | null {
  if (!isDichotomous(moments)) throw new RangeError("KR-20 is for items that are right (1) or wrong (0)");
  return cronbachAlpha(moments, level);
}

/** Of whole numbers from 0 up only those have Σx² = Σx that are all 0 or 1; sums of others are not taken around 0. */
function isDichotomous({ items, origin, sums, products }: ItemMoments): boolean {
  for (let item = 0; item < items; item++)
    if (origin[item] !== 0 || products[pairIndex(item, item)] !== sums[item]) return false;
  return true;
}

/**
 * Kuder–Richardson formula 21: what KR-20 would be if all items were equally hard; from the total scores alone, so it
 * can be had where item scores were not kept. Never above KR-20; the more difficulties differ, the more it understates.
 * No interval: it is a bound, not an estimate.
 *
 * Units: a number up to 1. Null when there are fewer than 2 items, nobody, or all totals are equal.
 * A RangeError when the mean total is not between 0 and the number of items.
 * R: `k / (k - 1) * (1 - m * (k - m) / (k * v))`, `v` with divisor n. Source: Kuder and Richardson (1937).
 *
 * @example kuderRichardson21({ n: 3, sum: 3, squareSum: 5 }, 2) // 0.5
 */
export function kuderRichardson21(totals: Moments, items: number): number | null {
  if (!Number.isSafeInteger(items) || items < 0) throw new RangeError(`Not a number of items: ${items}`);
  const centre = mean(totals);
  const squared = variance(totals, "n");
  if (centre !== null && !(centre >= 0 && centre <= items))
    throw new RangeError(`The mean of ${items} items that are right or wrong cannot be ${centre}`);
  if (items < 2 || centre === null || !squared) return null;
  return (items / (items - 1)) * (1 - (centre * (items - centre)) / (items * squared));
}
