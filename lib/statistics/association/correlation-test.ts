import { studentUpperTail } from "../distributions/student.ts";

export interface CorrelationTest {
  /** r √((n − 2) / (1 − r²)); infinite for r = ±1. */
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided probability of a correlation at least so far from 0 by chance. */
  readonly p: number;
}

/**
 * Test that a correlation is 0, from the coefficient and the number of pairs: for Pearson's exact when both quantities are
 * normal, for Spearman's on mid-ranks an approximation that serves from about ten pairs on, ties or not.
 *
 * Units: p is a fraction 0–1. Null for fewer than three pairs, and for a coefficient that is null itself. A RangeError for
 * a coefficient outside [−1, 1] or an n that is no count.
 * R: `cor.test(x, y)$p.value`; `cor.test(x, y, method = "spearman", exact = FALSE)$p.value`.
 * Source: Kendall and Gibbons (1990), §4.15.
 *
 * @example correlationTest(0.5, 18)!.p // 0.034599676728248596
 */
export function correlationTest(correlation: number | null, n: number): CorrelationTest | null {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of pairs: ${n}`);
  if (correlation === null) return null;
  if (!(correlation >= -1 && correlation <= 1))
    throw new RangeError(`A correlation lies between -1 and 1, got ${correlation}`);
  const degreesOfFreedom = n - 2;
  if (degreesOfFreedom < 1) return null;
  const t = correlation * Math.sqrt(degreesOfFreedom / ((1 - correlation) * (1 + correlation)));
  return { t, degreesOfFreedom, p: 2 * studentUpperTail(Math.abs(t), degreesOfFreedom) };
}
