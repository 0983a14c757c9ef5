import { momentsOf } from "../central-moments.ts";
import { mean, standardDeviation } from "../moments.ts";

/**
 * Standard score (z-оценка): how many standard deviations a value lies from the mean of a group. The deviation has the divisor n − 1. The value
 * is usually one of the group; then |z| cannot exceed (n − 1)/√n, so in a group of ten nothing reaches 3, and several outliers
 * hide each other: `modifiedStandardScore` does not suffer from either.
 *
 * Units: standard deviations. Null for a group of fewer than two and when all its values are equal. A RangeError for what is
 * no number. R: `(x - mean(g)) / sd(g)`. Source: Shiffler (1988), The American Statistician 42:79–80 (the bound).
 *
 * @example standardScore(90, [48, 52, 55, 57, 60, 61, 63, 90]) // 2.2845388259031236
 */
export function standardScore(value: number, group: readonly number[]): number | null {
  if (!Number.isFinite(value)) throw new RangeError(`Not a value: ${value}`);
  const moments = momentsOf(group);
  const [centre, spread] = [mean(moments), standardDeviation(moments)];
  return centre === null || !spread ? null : (value - centre) / spread;
}
