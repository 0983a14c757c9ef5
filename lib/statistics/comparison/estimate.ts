import { checkCounts } from "../interval.ts";
import { type Moments, mean, variance } from "../moments.ts";

/** A unit's estimate with its sampling variance (the squared standard error), both from the unit's own pupils. */
export interface Estimate {
  readonly estimate: number;
  readonly variance: number;
}

/** Refuses estimates that are no numbers and negative variances. */
export function checkEstimates(estimates: readonly (Estimate | null)[]): void {
  for (const entry of estimates) {
    if (entry === null) continue;
    if (!Number.isFinite(entry.estimate)) throw new RangeError(`Not an estimate: ${entry.estimate}`);
    if (!(entry.variance >= 0 && entry.variance < Number.POSITIVE_INFINITY))
      throw new RangeError(`A sampling variance is 0 or more and finite, got ${entry.variance}`);
  }
}

/**
 * A unit's mean with its sampling variance, for comparing units of different sizes.
 *
 * Units: those of the values, and squared. Null with fewer than two values, and when all values are equal: a handful of
 * equal scores does not make a mean certain, and a variance of 0 would outweigh all other units.
 * R: `c(mean(x), var(x) / length(x))`.
 * Source: its definition.
 *
 * @example meanEstimate({ n: 2, sum: 4, squareSum: 10 }) // { estimate: 2, variance: 1 }
 */
export function meanEstimate(moments: Moments): Estimate | null {
  const spread = variance(moments);
  return spread === null || spread === 0 ? null : { estimate: mean(moments)!, variance: spread / moments.n };
}

/**
 * A unit's share with its sampling variance p(1 − p)/n. For pooling many units; the interval of one school's share is
 * Wilson's, not made from this.
 *
 * Units: fraction 0–1, and squared. Null without pupils and at 0 and 1, where the formula claims certainty.
 * R: `c(p, p * (1 - p) / n)`; `metafor::escalc("PR", xi = x, ni = n)` without its correction of zeros.
 * Source: its definition.
 *
 * @example shareEstimate(1, 4) // { estimate: 0.25, variance: 0.046875 }
 */
export function shareEstimate(successes: number, trials: number): Estimate | null {
  checkCounts(successes, trials);
  if (successes === 0 || successes === trials) return null;
  const share = successes / trials;
  return { estimate: share, variance: (share * (1 - share)) / trials };
}
