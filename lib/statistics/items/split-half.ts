import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { correlationInterval } from "./correlation-interval.ts";
import type { ItemMoments } from "./item-moments.ts";
import { allItems, codeviation, partCorrelation } from "./part-scores.ts";
import { spearmanBrown } from "./spearman-brown.ts";

/** How well two halves of a test agree, and what follows for the whole. */
export interface SplitHalf {
  /** Pearson correlation of the two half scores. */
  readonly correlation: number;
  /** Reliability of the whole test: 2r / (1 + r). Null when the halves contradict each other wholly (r = −1). */
  readonly spearmanBrown: number | null;
  /** Fisher's z interval of the correlation carried over to `spearmanBrown`; null when n < 4 or |r| = 1. */
  readonly interval: Interval | null;
  /** Flanagan's and Rulon's form, 4·cov / variance of totals, which does not ask the halves to vary alike: Guttman's λ₄ of this split. */
  readonly flanaganRulon: number | null;
}

/**
 * Split-half reliability, of odd against even positions unless `first` names the items of one half. Depends on the
 * split, which α (the mean over all splits) does not: shown because practice knows it.
 *
 * Units: numbers up to 1. Null when a half has no item or does not vary, or n < 2. A RangeError when `first` repeats an
 * item or names one that is not there.
 * R: `h <- cor(odd, even); 2 * h / (1 + h)` with `odd <- rowSums(x[, seq(1, k, 2)])`; interval from
 * `tanh(atanh(h) + c(-1, 1) * qnorm((1 + level) / 2) / sqrt(n - 3))`.
 * Source: Spearman (1910); Rulon (1939), Harvard Educational Review 9:99–103; Guttman (1945).
 *
 * @example splitHalf(itemMoments(scoreMatrix([[0, 0], [1, 0], [1, 1]])))!.spearmanBrown // 0.6666666666666666
 */
export function splitHalf(
  moments: ItemMoments,
  first?: readonly number[],
  level: number = USUAL_LEVEL,
): SplitHalf | null {
  checkLevel(level);
  const items = allItems(moments);
  const half = first ?? items.filter((item) => item % 2 === 0);
  const named = new Set(half);
  if (named.size !== half.length || half.some((item) => items[item] === undefined))
    throw new RangeError(`Not a half of ${items.length} items: ${half.join(", ")}`);
  const other = items.filter((item) => !named.has(item));
  const correlation = partCorrelation(moments, half, other);
  if (correlation === null) return null;
  const total = codeviation(moments, items, items);
  return {
    correlation,
    spearmanBrown: spearmanBrown(correlation, 2),
    interval: intervalOf(correlation, moments.n, level),
    flanaganRulon: total > 0 ? (4 * codeviation(moments, half, other)) / total : null,
  };
}

function intervalOf(correlation: number, n: number, level: number): Interval | null {
  const halves = correlationInterval(correlation, n, level);
  const [low, high] = [halves && spearmanBrown(halves.low, 2), halves && spearmanBrown(halves.high, 2)];
  return low === null || high === null ? null : { low, high };
}
