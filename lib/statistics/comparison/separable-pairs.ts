import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, USUAL_LEVEL } from "../interval.ts";
import { checkEstimates, type Estimate } from "./estimate.ts";

/** Of all pairs of units, those of which one may say which is higher. */
export interface SeparablePairs {
  readonly pairs: number;
  readonly separable: number;
  readonly share: number;
}

/**
 * Separable pairs: for how many pairs of units the difference is larger than its own margin of error. The plainest
 * answer to "who is better": in Goldstein and Spiegelhalter's schools two thirds of the pairs could not be told apart.
 * Each pair is taken alone; among many, some are separable by chance (1 − level of those that do not differ).
 *
 * A description of these units and no estimate, so it has no interval.
 *
 * Units: pairs; fraction 0–1. Null with fewer than two estimates. A pair with two variances of 0 is separable when its
 * values differ. R: `d <- abs(outer(y, y, "-")) > qnorm(.975) * sqrt(outer(v, v, "+")); mean(d[upper.tri(d)])`.
 * Source: Goldstein and Spiegelhalter (1996), JRSS A 159:385–443.
 *
 * @example separablePairs([{ estimate: 0, variance: 1 }, { estimate: 3, variance: 1 }])!.share // 1
 */
export function separablePairs(
  estimates: readonly (Estimate | null)[],
  level: number = USUAL_LEVEL,
): SeparablePairs | null {
  checkEstimates(estimates);
  checkLevel(level);
  const used = estimates.filter((entry) => entry !== null);
  if (used.length < 2) return null;
  const z = normalQuantile((1 + level) / 2);
  const y = Float64Array.from(used, ({ estimate }) => estimate);
  const v = Float64Array.from(used, ({ variance }) => variance);
  let separable = 0;
  for (let i = 1; i < y.length; i++)
    for (let j = 0; j < i; j++) if (Math.abs(y[i]! - y[j]!) > z * Math.sqrt(v[i]! + v[j]!)) separable++;
  const pairs = (y.length * (y.length - 1)) / 2;
  return { pairs, separable, share: separable / pairs };
}
