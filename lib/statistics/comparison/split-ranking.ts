import { pearson } from "../association/pearson.ts";
import { spearman } from "../association/spearman.ts";
import { type Interval, USUAL_LEVEL } from "../interval.ts";
import { correlationInterval } from "../items/correlation-interval.ts";
import { spearmanBrown } from "../items/spearman-brown.ts";

/** A correlation so near ±1 is ±1 up to rounding. */
const ROUNDING = 1e-12;

/** How well two halves of the pupils rank the same units. */
export interface SplitRanking {
  readonly k: number;
  /** Pearson's correlation of the units' results in the two halves, and Spearman's of their ranks. */
  readonly correlation: number;
  readonly rankCorrelation: number;
  /** 2r/(1 + r): the reliability of results from all pupils. */
  readonly reliability: number;
  readonly interval: Interval;
}

/**
 * Split-half reliability of a ranking: each unit's pupils are divided in two at random, and the units' results in one
 * half are compared with those in the other. What of the order survives when other pupils of the same schools are
 * measured? Stepped up from half to all pupils by Spearman and Brown. It needs no formula for the standard errors, which
 * `rankingReliability` does; the random division is the caller's (with a passed generator).
 *
 * Units: correlations −1 to 1; reliability at most 1. The interval is Fisher's of the correlation, carried over. Null with
 * fewer than four units (no interval), when the results of a half are all equal, and when r is −1 or 1.
 * R: `r <- cor(a, b); 2 * r / (1 + r)`; interval from `cor.test(a, b)$conf.int`.
 * Source: Spearman (1910) and Brown (1910), British Journal of Psychology 3:271–322.
 *
 * @example splitRanking([1, 2, 3, 4], [2, 1, 4, 3])!.reliability // 0.75
 */
export function splitRanking(
  first: readonly number[],
  second: readonly number[],
  level: number = USUAL_LEVEL,
): SplitRanking | null {
  const correlation = pearson(first, second);
  const rankCorrelation = spearman(first, second);
  if (correlation === null || rankCorrelation === null || 1 - Math.abs(correlation) < ROUNDING) return null;
  const interval = correlationInterval(correlation, first.length, level);
  if (interval === null) return null;
  return {
    k: first.length,
    correlation,
    rankCorrelation,
    reliability: spearmanBrown(correlation, 2)!,
    interval: { low: spearmanBrown(interval.low, 2)!, high: spearmanBrown(interval.high, 2)! },
  };
}
