import { checkPositive, checkProbability } from "./arguments.ts";
import { gammaQuantileOf, gammaTails } from "./gamma-distribution.ts";

function tails(x: number, degreesOfFreedom: number) {
  checkPositive(degreesOfFreedom, "The number of degrees of freedom");
  return gammaTails(x / 2, degreesOfFreedom / 2);
}

/**
 * Upper tail of the chi-squared distribution: the p-value of a chi-squared test, the probability of a statistic above `x`
 * when nothing but chance is at work. Computed as a tail, so that it is not 0 before 1e-300.
 *
 * Units: fraction 0–1. Never null; degrees of freedom need not be whole; a RangeError unless positive.
 * R: `pchisq(x, df, lower.tail = FALSE)`. Source: Abramowitz and Stegun (1964), 26.4.19.
 *
 * @example chiSquaredUpperTail(3.841458820694124, 1) // 0.05
 */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  return tails(x, degreesOfFreedom).upper;
}

/**
 * Distribution function of the chi-squared distribution: the probability of a value not above `x`.
 *
 * Units: fraction 0–1. Never null. R: `pchisq(x, df)`.
 * Source: Abramowitz and Stegun 26.4.
 *
 * @example chiSquaredCdf(2, 2) // 0.6321205588285577 = 1 − 1/e
 */
export function chiSquaredCdf(x: number, degreesOfFreedom: number): number {
  return tails(x, degreesOfFreedom).lower;
}

/**
 * Quantile of the chi-squared distribution: the value below which the share `p` of it lies.
 *
 * Never null; 0 and Infinity at p = 0 and 1; a RangeError outside [0, 1]. R: `qchisq(p, df)`.
 * Units: fraction. Source: Abramowitz and Stegun 26.4.
 *
 * @example chiSquaredQuantile(0.95, 1) // 3.841458820694124
 */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  checkProbability(p);
  checkPositive(degreesOfFreedom, "The number of degrees of freedom");
  return 2 * gammaQuantileOf(p, 1 - p, degreesOfFreedom / 2);
}
