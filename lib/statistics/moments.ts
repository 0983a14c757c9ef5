import type { CentralMoments } from "./central-moments.ts";
import { compensatedDot } from "./linear-algebra/compensated-dot.ts";

/** Sufficient statistics of one quantity: how many values, their sum, the sum of their squares. Additive. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squareSum: number;
}

/** What the sum of squared deviations is divided by: n − 1 (a sample of pupils) or n (exactly these pupils). */
export type Divisor = "n-1" | "n";

/** Sums of whole scores, or central moments of any values: mean and spread are read from either. */
export type MomentsLike = Moments | CentralMoments;

function isCentral(moments: MomentsLike): moments is CentralMoments {
  return "m2" in moments;
}

/**
 * n·Σx² − (Σx)², the sum of squared deviations times n. Sums of whole scores are whole, so it is taken in whole numbers
 * of any size: nothing cancels, however many rows were added up. Other sums are multiplied with twice the digits; what is
 * left below the rounding of Σx² itself is no spread (use `momentsOf` where that matters).
 */
function scaledDeviation({ n, sum, squareSum }: Moments): number {
  if (Number.isSafeInteger(sum) && Number.isSafeInteger(squareSum))
    return Number(BigInt(n) * BigInt(squareSum) - BigInt(sum) * BigInt(sum));
  const deviation = compensatedDot(0, 1, [n, -sum], 0, [squareSum, sum], 0, 1, 2);
  return Math.abs(deviation) <= n * squareSum * 2 ** -50 ? 0 : deviation;
}

/** Sum of squared distances from the mean. */
function deviationSum(moments: MomentsLike): number {
  if (isCentral(moments)) return moments.m2;
  const scaled = scaledDeviation(moments);
  if (!(scaled >= 0)) throw new RangeError("No values have these sums: the squares are too small");
  return scaled / moments.n;
}

function checkSize(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of pupils or values: ${n}`);
}

/**
 * Moments of a histogram of primary scores: `histogram[s]` pupils have the score `s`. A RangeError for what is no count.
 *
 * R: `c(length(x), sum(x), sum(x^2))` for `x <- rep(seq_along(h) - 1, h)`.
 * Units: points; never null. Source: its definition.
 *
 * @example histogramMoments([1, 0, 2]) // { n: 3, sum: 4, squareSum: 8 }
 */
export function histogramMoments(histogram: readonly number[]): Moments {
  let n = 0;
  let sum = 0;
  let squareSum = 0;
  histogram.forEach((count, score) => {
    checkSize(count);
    n += count;
    sum += count * score;
    squareSum += count * score * score;
  });
  return { n, sum, squareSum };
}

/**
 * Arithmetic mean.
 *
 * Units: those of the values. Null when there is no value. R: `mean(x)`.
 * Source: its definition.
 *
 * @example mean({ n: 3, sum: 4, squareSum: 8 }) // 1.3333333333333333
 */
export function mean(moments: MomentsLike): number | null {
  checkSize(moments.n);
  if (moments.n === 0) return null;
  return isCentral(moments) ? moments.mean : moments.sum / moments.n;
}

/**
 * Variance: the mean squared distance from the mean. With the divisor n − 1 by default, because pupils are taken as a
 * sample of those the school could have taught; `"n"` describes exactly these pupils (СКО of handbook §5.3).
 *
 * Units: squared units of the values. Null when n = 0, and for n − 1 also when n = 1. A RangeError for sums that no values
 * have. R: `var(x)`; for `"n"`: `mean((x - mean(x))^2)`.
 *
 * @example variance({ n: 3, sum: 4, squareSum: 8 }) // 1.3333333333333333
 */
export function variance(moments: MomentsLike, divisor: Divisor = "n-1"): number | null {
  checkSize(moments.n);
  const by = divisor === "n" ? moments.n : moments.n - 1;
  return by < 1 ? null : deviationSum(moments) / by;
}

/**
 * Standard deviation: the usual distance of a value from the mean, square root of the variance.
 *
 * Units: those of the values. Null where the variance is. R: `sd(x)`.
 * Source: its definition.
 *
 * @example standardDeviation({ n: 2, sum: 4, squareSum: 10 }) // 1.4142135623730951
 */
export function standardDeviation(moments: MomentsLike, divisor: Divisor = "n-1"): number | null {
  const squared = variance(moments, divisor);
  return squared === null ? null : Math.sqrt(squared);
}

/**
 * Coefficient of variation: the standard deviation in per cent of the mean; how uneven the group is.
 *
 * Units: per cent. Null where the standard deviation is, and when the mean is 0. R: `100 * sd(x) / mean(x)`.
 * Source: handbook §5.3.
 *
 * @example coefficientOfVariation({ n: 2, sum: 4, squareSum: 10 }) // 70.71067811865476
 */
export function coefficientOfVariation(moments: MomentsLike, divisor: Divisor = "n-1"): number | null {
  const spread = standardDeviation(moments, divisor);
  const centre = mean(moments);
  return spread === null || !centre ? null : (100 * spread) / centre;
}
