import { checkNumber, checkProbability } from "./arguments.ts";
import { betaQuantiles, betaTails, type Tails } from "./beta.ts";
import { gammaQuantileOf, gammaTails } from "./gamma-distribution.ts";

function checkDegreesOfFreedom(d1: number, d2: number): void {
  if (!(d1 > 0 && d2 > 0)) throw new RangeError(`Degrees of freedom are positive, got ${d1} and ${d2}`);
}

function tails(x: number, d1: number, d2: number): Tails {
  checkNumber(x);
  checkDegreesOfFreedom(d1, d2);
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (d1 === Number.POSITIVE_INFINITY) {
    if (d2 === Number.POSITIVE_INFINITY) return x < 1 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
    const { lower, upper } = gammaTails(d2 / x / 2, d2 / 2);
    return { lower: upper, upper: lower };
  }
  if (d2 === Number.POSITIVE_INFINITY) return gammaTails((x * d1) / 2, d1 / 2);
  const ratio = (d1 / d2) * x;
  return ratio > 1
    ? betaTails(1 / (1 + 1 / ratio), 1 / ratio / (1 + 1 / ratio), d1 / 2, d2 / 2)
    : betaTails(ratio / (1 + ratio), 1 / (1 + ratio), d1 / 2, d2 / 2);
}

/**
 * Upper tail of the F distribution with `d1` and `d2` degrees of freedom: the p-value of an F test. Computed as a tail.
 *
 * Units: fraction 0–1. Never null; degrees of freedom need not be whole and may be Infinity; a RangeError unless positive.
 * R: `pf(x, d1, d2, lower.tail = FALSE)`. Source: Abramowitz and Stegun (1964), 26.6.2.
 *
 * @example fUpperTail(4.964602743730711, 1, 10) // 0.05
 */
export function fUpperTail(x: number, d1: number, d2: number): number {
  return tails(x, d1, d2).upper;
}

/**
 * Distribution function of the F distribution: the probability of a value not above `x`.
 *
 * Units: fraction 0–1. Never null. R: `pf(x, d1, d2)`.
 * Source: Abramowitz and Stegun 26.6.
 *
 * @example fCdf(1, 7, 7) // 0.5
 */
export function fCdf(x: number, d1: number, d2: number): number {
  return tails(x, d1, d2).lower;
}

/**
 * Quantile of the F distribution: the value below which the share `p` of it lies.
 *
 * Never null; 0 and Infinity at p = 0 and 1; a RangeError for p outside [0, 1]. R: `qf(p, d1, d2)`.
 * Units: fraction. Source: Abramowitz and Stegun 26.6.
 *
 * @example fQuantile(0.95, 1, 10) // 4.964602743730711
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  checkProbability(p);
  checkDegreesOfFreedom(d1, d2);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (d1 === Number.POSITIVE_INFINITY)
    return d2 === Number.POSITIVE_INFINITY ? 1 : d2 / (2 * gammaQuantileOf(1 - p, p, d2 / 2));
  if (d2 === Number.POSITIVE_INFINITY) return (2 * gammaQuantileOf(p, 1 - p, d1 / 2)) / d1;
  const [x, y] = betaQuantiles(p, 1 - p, d1 / 2, d2 / 2);
  return (x / y) * (d2 / d1);
}
