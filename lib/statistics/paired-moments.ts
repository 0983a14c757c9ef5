import { compensatedDot } from "./linear-algebra/compensated-dot.ts";

/**
 * Sufficient statistics of two quantities of the same pupils, say a prior score x and the score y: how many pairs, sums,
 * sums of squares and of products. Additive; covariance, correlation and a straight line follow from them.
 */
export interface PairedMoments {
  readonly n: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly sumXX: number;
  readonly sumYY: number;
  readonly sumXY: number;
}

/** The pairs of nobody: the neutral element of `mergePairedMoments`. */
export const NO_PAIRS: PairedMoments = { n: 0, sumX: 0, sumY: 0, sumXX: 0, sumYY: 0, sumXY: 0 };

/**
 * Paired moments of two lists in the same order. Exact for whole scores; for values far from 0 with small differences
 * subtract a constant first, or use `pearson` on the lists.
 *
 * Units: those of x and y and their products. `NO_PAIRS` for empty lists. A RangeError for different lengths and for values
 * that are not finite. R: `c(length(x), sum(x), sum(y), sum(x^2), sum(y^2), sum(x * y))`.
 * Never null. Source: its definition.
 *
 * @example pairedMoments([1, 2], [3, 5]) // { n: 2, sumX: 3, sumY: 8, sumXX: 5, sumYY: 34, sumXY: 13 }
 */
export function pairedMoments(x: readonly number[], y: readonly number[]): PairedMoments {
  if (x.length !== y.length) throw new RangeError(`${x.length} and ${y.length} values do not make pairs`);
  let { n, sumX, sumY, sumXX, sumYY, sumXY } = NO_PAIRS;
  x.forEach((value, i) => {
    const other = y[i]!;
    if (!Number.isFinite(value) || !Number.isFinite(other))
      throw new RangeError("Moments need finite values: leave incomplete pairs out first");
    n++;
    sumX += value;
    sumY += other;
    sumXX += value * value;
    sumYY += other * other;
    sumXY += value * other;
  });
  return { n, sumX, sumY, sumXX, sumYY, sumXY };
}

function combine(first: PairedMoments, second: PairedMoments, sign: 1 | -1): PairedMoments {
  return {
    n: first.n + sign * second.n,
    sumX: first.sumX + sign * second.sumX,
    sumY: first.sumY + sign * second.sumY,
    sumXX: first.sumXX + sign * second.sumXX,
    sumYY: first.sumYY + sign * second.sumYY,
    sumXY: first.sumXY + sign * second.sumXY,
  };
}

/**
 * Pairs of two groups together; with `NO_PAIRS` a commutative monoid.
 *
 * Units: none; never null. R: no equivalent. Source: its definition.
 *
 * @example mergePairedMoments(pairedMoments([1], [3]), pairedMoments([2], [5])) // { n: 2, sumX: 3, sumY: 8, sumXX: 5, sumYY: 34, sumXY: 13 }
 */
export function mergePairedMoments(first: PairedMoments, second: PairedMoments): PairedMoments {
  return combine(first, second, 1);
}

/**
 * Pairs of the rest: `whole` without `part`. A RangeError when a count or a sum of squares would fall below 0.
 *
 * Units: none; never null. R: no equivalent. Source: its definition.
 *
 * @example subtractPairedMoments(pairedMoments([1, 2], [3, 5]), pairedMoments([2], [5])) // { n: 1, sumX: 1, sumY: 3, sumXX: 1, sumYY: 9, sumXY: 3 }
 */
export function subtractPairedMoments(whole: PairedMoments, part: PairedMoments): PairedMoments {
  const rest = combine(whole, part, -1);
  if (rest.n < 0 || rest.sumXX < 0 || rest.sumYY < 0)
    throw new RangeError("The second group is not a part of the first");
  return rest;
}

/** n·Σab − Σa·Σb, exactly for whole sums, else with twice the digits of a double; rounding noise counts as 0. */
function scaledProduct(n: number, sumA: number, sumB: number, sumAB: number, size: number): number {
  if ([n, sumA, sumB, sumAB].every(Number.isSafeInteger))
    return Number(BigInt(n) * BigInt(sumAB) - BigInt(sumA) * BigInt(sumB));
  const product = compensatedDot(0, 1, [n, -sumA], 0, [sumAB, sumB], 0, 1, 2);
  return Math.abs(product) <= size * n * 2 ** -50 ? 0 : product;
}

/** n²·times the variances and the covariance with the divisor n. */
function scaled({ n, sumX, sumY, sumXX, sumYY, sumXY }: PairedMoments) {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of pairs: ${n}`);
  const xx = scaledProduct(n, sumX, sumX, sumXX, sumXX);
  const yy = scaledProduct(n, sumY, sumY, sumYY, sumYY);
  const xy = scaledProduct(n, sumX, sumY, sumXY, Math.sqrt(sumXX) * Math.sqrt(sumYY));
  if (!(xx >= 0 && yy >= 0)) throw new RangeError("No values have these sums");
  return { xx, yy, xy };
}

/**
 * Covariance with the divisor n − 1.
 *
 * Units: those of x times those of y. Null for fewer than two pairs. R: `cov(x, y)`.
 * Source: its definition.
 *
 * @example covariance({ n: 2, sumX: 3, sumY: 8, sumXX: 5, sumYY: 34, sumXY: 13 }) // 1
 */
export function covariance(moments: PairedMoments): number | null {
  const { n } = moments;
  const { xy } = scaled(moments);
  return n < 2 ? null : xy / n / (n - 1);
}

/**
 * Pearson's correlation from sums, so that no list of pupils is needed.
 *
 * Units: none, −1 to 1. Null for fewer than two pairs and when all x or all y are equal. R: `cor(x, y)`.
 * Source: its definition.
 *
 * @example pairedCorrelation({ n: 3, sumX: 6, sumY: 7, sumXX: 14, sumYY: 21, sumXY: 17 }) // 0.9819805060619657
 */
export function pairedCorrelation(moments: PairedMoments): number | null {
  const { xx, yy, xy } = scaled(moments);
  if (moments.n < 2 || xx === 0 || yy === 0) return null;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}
