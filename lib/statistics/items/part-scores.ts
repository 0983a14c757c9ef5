import { type ItemMoments, pairIndex } from "./item-moments.ts";

// A part of a test is a list of its items; its score is the sum of their points. Reliability, item–rest correlations
// and halves are all about covariances of such part scores, and those follow from the sufficient statistics.

/** Items 0 … items − 1. */
export function allItems({ items }: Pick<ItemMoments, "items">): number[] {
  return Array.from({ length: items }, (_, item) => item);
}

/** Below this share of what was added up, a difference is rounding. Sums of whole scores do not round. */
const ROUNDING = 1e-12;

/**
 * n·Σuv − Σu·Σv of the scores u and v of two parts, which is n(n − 1) times their covariance. Sums of whole scores are
 * multiplied as whole numbers of any size, so that a constant total has a variance of exactly 0.
 */
export function codeviation(moments: ItemMoments, u: readonly number[], v: readonly number[]): number {
  const { n, sums, products } = moments;
  let [product, size, sumU, sumV] = [0, 0, 0, 0];
  for (const i of u) {
    sumU += sums[i]!;
    for (const j of v) {
      const one = products[pairIndex(i, j)]!;
      product += one;
      size += Math.abs(one);
    }
  }
  for (const j of v) sumV += sums[j]!;
  const difference = n * product - sumU * sumV;
  if (Number.isSafeInteger(n * product) && Number.isSafeInteger(sumU * sumV)) return difference;
  if ([product, sumU, sumV].every(Number.isSafeInteger))
    return Number(BigInt(n) * BigInt(product) - BigInt(sumU) * BigInt(sumV));
  return Math.abs(difference) <= ROUNDING * n * size ? 0 : difference;
}

/** Covariance (divisor n − 1) of two part scores, in points squared; null when n < 2. R: `cov(u, v)`. */
export function partCovariance(
  moments: ItemMoments,
  u: readonly number[],
  v: readonly number[],
): number | null {
  const { n } = moments;
  return n < 2 ? null : codeviation(moments, u, v) / (n * (n - 1));
}

/**
 * Pearson correlation of two part scores; null when n < 2 or either does not vary. What differs from ±1 by rounding only
 * is ±1, because 1 + r is divided by later. R: `cor(u, v)`.
 */
export function partCorrelation(
  moments: ItemMoments,
  u: readonly number[],
  v: readonly number[],
): number | null {
  const spread = Math.sqrt(codeviation(moments, u, u)) * Math.sqrt(codeviation(moments, v, v));
  if (!(spread > 0)) return null;
  const correlation = codeviation(moments, u, v) / spread;
  return 1 - Math.abs(correlation) < 4 * Number.EPSILON ? Math.sign(correlation) : correlation;
}

/** Mean of a part score, in points; null when there is nobody. R: `mean(u)`. */
export function partMean({ n, origin, sums }: ItemMoments, part: readonly number[]): number | null {
  if (n === 0) return null;
  return part.reduce((mean, item) => mean + origin[item]! + sums[item]! / n, 0);
}
