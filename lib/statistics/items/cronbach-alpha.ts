import { USUAL_LEVEL } from "../interval.ts";
import { feldtInterval, type ReliabilityEstimate } from "./feldt.ts";
import type { ItemMoments } from "./item-moments.ts";
import { allItems, codeviation, partCorrelation } from "./part-scores.ts";

/** α of the part of the test made of these items; null where it is not defined. */
function alphaOf(moments: ItemMoments, part: readonly number[]): number | null {
  const k = part.length;
  if (k < 2 || moments.n < 2) return null;
  const total = codeviation(moments, part, part);
  if (!(total > 0)) return null;
  const between = part.reduce((sum, item) => sum - codeviation(moments, [item], [item]), total);
  return Math.min(1, ((k / (k - 1)) * between) / total);
}

/**
 * Cronbach's α, the internal consistency of a test: which share of the variance of total scores the items have in
 * common; the mean of all split-half reliabilities, and a lower bound of reliability when errors are uncorrelated.
 * Of 0–1 items it is KR-20. With Feldt's interval, exact under the two-way model of α itself.
 *
 * Units: a number up to 1; negative when items contradict each other, and then shown as it is. Items that do not vary
 * stay in and add nothing. Null when there are fewer than 2 items or 2 persons with all scores, or all totals are equal.
 * R: `k / (k - 1) * (1 - sum(diag(V)) / sum(V))` for `V <- cov(x)`; `psych::alpha(x)$total$raw_alpha`.
 * Source: Cronbach (1951), Psychometrika 16:297–334.
 *
 * @example cronbachAlpha(itemMoments(scoreMatrix([[1, 2], [2, 1], [3, 4], [4, 3]])))!.value // 0.75
 */
export function cronbachAlpha(moments: ItemMoments, level: number = USUAL_LEVEL): ReliabilityEstimate | null {
  const value = alphaOf(moments, allItems(moments));
  return value === null ? null : { value, ...feldtInterval(value, moments.n, moments.items, level) };
}

/**
 * Cronbach's α of the test without each item in turn: an item whose removal raises α does not measure what the others
 * do. For comparing items with each other; an interval of each comes from `feldtInterval(value, n, items - 1)`, but two
 * such intervals say little about the difference, because the same persons gave both.
 *
 * Units: as `cronbachAlpha`. Null for an item when the rest has fewer than 2 items or does not vary, or n < 2.
 * R: `sapply(seq_len(k), function(i) alpha(x[, -i]))`; `psych::alpha(x)$alpha.drop$raw_alpha`.
 * Source: Cronbach 1951.
 *
 * @example alphaIfDropped(itemMoments(scoreMatrix([[1, 2], [2, 1], [3, 4], [4, 3]]))) // [null, null]
 */
export function alphaIfDropped(moments: ItemMoments): (number | null)[] {
  const items = allItems(moments);
  return items.map((dropped) =>
    alphaOf(
      moments,
      items.filter((item) => item !== dropped),
    ),
  );
}

/**
 * Standardised α: α of the items after each has been given the same variance; from the mean correlation r̄ of pairs,
 * k·r̄ / (1 + (k − 1)·r̄). Says what α would be if items with many points did not weigh more. A description beside α,
 * whose interval is that of α.
 *
 * Units: as `cronbachAlpha`. Null when there are fewer than 2 items or persons, when an item does not vary (its
 * correlations are not defined), and when 1 + (k − 1)·r̄ is not positive.
 * R: `psych::alpha(x)$total$std.alpha`. Source: Cronbach (1951); Osburn (2000), Psychological Methods 5:343–355.
 *
 * @example standardisedAlpha(itemMoments(scoreMatrix([[1, 2], [2, 1], [3, 4], [4, 3]]))) // 0.75
 */
export function standardisedAlpha(moments: ItemMoments): number | null {
  const k = moments.items;
  if (k < 2) return null;
  let sum = 0;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) {
      const correlation = partCorrelation(moments, [i], [j]);
      if (correlation === null) return null;
      sum += correlation;
    }
  const mean = sum / ((k * (k - 1)) / 2);
  const scale = 1 + (k - 1) * mean;
  // Items that cancel each other leave rounding where nothing should be.
  return scale > 1e-12 ? (k * mean) / scale : null;
}
