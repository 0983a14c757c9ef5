import { checkNumber, checkProbability } from "./arguments.ts";
import { betaQuantiles, betaTails } from "./beta.ts";
import { logBeta } from "./gamma.ts";
import { normalQuantile, normalUpperTail } from "./normal.ts";

function checkDegreesOfFreedom(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0))
    throw new RangeError(`Degrees of freedom are positive, got ${degreesOfFreedom}`);
}

/**
 * Upper tail of Student's t distribution: the probability of a value above `t`; twice it, for |t|, is the two-sided
 * p-value of a t test. Computed as a tail.
 *
 * Units: fraction 0–1. Never null; `degreesOfFreedom` need not be whole and may be Infinity (then normal); a RangeError
 * unless it is positive. R: `pt(t, df, lower.tail = FALSE)`. Source: Abramowitz and Stegun (1964), 26.7.1.
 *
 * @example studentUpperTail(2.2281388519862747, 10) // 0.025
 */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  checkNumber(t);
  checkDegreesOfFreedom(degreesOfFreedom);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalUpperTail(t);
  // t² and its share of t² + ν, without overflow for a large t.
  const ratio = (t / degreesOfFreedom) * t;
  if (ratio === Number.POSITIVE_INFINITY) return t > 0 ? 0 : 1;
  const outside = betaTails(1 / (1 + ratio), ratio / (1 + ratio), degreesOfFreedom / 2, 0.5);
  return t > 0 ? outside.lower / 2 : 0.5 + outside.upper / 2;
}

/**
 * Distribution function of Student's t distribution: the probability of a value not above `t`.
 *
 * Units: fraction 0–1. Never null. R: `pt(t, df)`.
 * Source: Abramowitz and Stegun 26.7.
 *
 * @example studentCdf(1, 1) // 0.75
 */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  return studentUpperTail(-t, degreesOfFreedom);
}

/** Where the upper tail is `tail` so far out that ν / t² is below the smallest number: there the tail is a power of t. */
function extremeQuantile(tail: number, degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  const logPower = Math.log(2 * tail) + Math.log(half) + logBeta(half, 0.5);
  return Math.exp(Math.log(degreesOfFreedom) / 2 - logPower / degreesOfFreedom);
}

/**
 * Quantile of Student's t distribution: how many standard errors from the mean the share `p` ends when the standard
 * deviation itself is estimated. Read from the beta distribution, so degrees of freedom need not be whole (Welch).
 *
 * Units: standard errors. Never null; ±Infinity at 0 and 1; `degreesOfFreedom` may be Infinity (then normal); a
 * RangeError unless it is positive. R: `qt(p, df)`. Source: Abramowitz and Stegun (1964), 26.5.27 and 26.7.1.
 *
 * @example studentQuantile(0.975, 10) // 2.228138851986274
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  checkProbability(p);
  checkDegreesOfFreedom(degreesOfFreedom);
  if (p === 0 || p === 1 || degreesOfFreedom === Number.POSITIVE_INFINITY) return normalQuantile(p);
  const tail = Math.min(p, 1 - p);
  // t² / (t² + ν) and its complement are both beta.
  const [inside, outside] = betaQuantiles(1 - 2 * tail, 2 * tail, 0.5, degreesOfFreedom / 2);
  const distance =
    outside > 0
      ? Math.sqrt(degreesOfFreedom) * Math.sqrt(inside / outside)
      : extremeQuantile(tail, degreesOfFreedom);
  return p < 0.5 ? -distance : distance;
}
