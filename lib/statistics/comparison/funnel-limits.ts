import {
  binomialCdf,
  binomialProbability,
  binomialQuantile,
  binomialUpperTail,
} from "../distributions/binomial.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { checkShare } from "./unit-count.ts";

/** The two pairs of limits that a funnel plot shows: about 2 and about 3 standard errors from the target. */
export const FUNNEL_LEVELS = [USUAL_LEVEL, 0.998] as const;

function checkTrials(trials: number): void {
  if (!Number.isSafeInteger(trials) || trials < 0) throw new RangeError(`Not a number of trials: ${trials}`);
}

/**
 * Normal funnel limits: between which bounds the share of a school with `trials` pupils falls in `level` of all cases when
 * the school differs from the target by chance alone. Target ± z standard errors.
 *
 * Not clipped: a lower limit below 0 says that a school of this size cannot be told from the target on that side,
 * whatever its result. For small schools (trials · target · (1 − target) below about 5) prefer the exact limits.
 *
 * Units: fraction. Null when there is no pupil. With a target of 0 or 1 both limits are the target.
 * R: `t + c(-1, 1) * qnorm((1 + level) / 2) * sqrt(t * (1 - t) / n)`.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24:1185–1202, section 3 and appendix A.1.1.
 *
 * @example normalFunnelLimits(0.2, 64) // { low: 0.1020018…, high: 0.2979981… }
 */
export function normalFunnelLimits(
  target: number,
  trials: number,
  level: number = USUAL_LEVEL,
): Interval | null {
  checkShare(target);
  checkTrials(trials);
  checkLevel(level);
  if (trials === 0) return null;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((target * (1 - target)) / trials);
  return { low: target - half, high: target + half };
}

/**
 * Exact funnel limits: as the normal ones, but from the binomial distribution, whose steps are joined by straight lines so
 * that the funnel is smooth in the number of pupils.
 *
 * Not clipped: the lower limit of a small school may be below 0, and then no result of it can be flagged as low.
 * As published, both limits lie up to one pupil low (the mirror image of the lower limit is the upper one less 1/n):
 * "below" is called cautiously, "above" too readily in schools of few pupils (all of n is always above when even that
 * is no surprise). Draw the funnel with these limits; flag by `exactPosition`.
 *
 * Units: fraction. Null when there is no pupil. With a target of 0 or 1 both limits are the target.
 * R: `k <- qbinom(a, n, t); (k - (pbinom(k, n, t) - a) / dbinom(k, n, t)) / n` for a = (1 ∓ level)/2.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24:1185–1202, appendix A.1.1.
 *
 * @example exactFunnelLimits(0.5, 2) // { low: -0.45, high: 0.95 }
 */
export function exactFunnelLimits(
  target: number,
  trials: number,
  level: number = USUAL_LEVEL,
): Interval | null {
  checkShare(target);
  checkTrials(trials);
  checkLevel(level);
  if (trials === 0) return null;
  if (target === 0 || target === 1) return { low: target, high: target };
  const tail = (1 - level) / 2;
  const lower = binomialQuantile(tail, trials, target);
  const upper = binomialQuantile(1 - tail, trials, target);
  const belowLower = binomialCdf(lower, trials, target) - tail;
  // F(k) − (1 − tail), taken from the upper tail where it keeps its digits.
  const belowUpper = tail - (upper === trials ? 0 : binomialUpperTail(upper + 1, trials, target));
  return {
    low: (lower - belowLower / binomialProbability(lower, trials, target)) / trials,
    high: (upper - belowUpper / binomialProbability(upper, trials, target)) / trials,
  };
}
