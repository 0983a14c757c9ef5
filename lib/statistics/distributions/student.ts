import { betaQuantile } from "./beta.ts";
import { normalQuantile } from "./normal.ts";

/**
 * Quantile of Student's t distribution: how many standard errors from the mean the share `p` ends when the standard
 * deviation itself is estimated. Read from the beta distribution, so degrees of freedom need not be whole (Welch).
 *
 * Units: standard errors. Never null; ±Infinity at 0 and 1; `degreesOfFreedom` may be Infinity (then normal); a
 * RangeError unless it is positive. R: `qt(p, df)`. Source: Abramowitz and Stegun (1964), 26.5.27 and 26.7.1.
 *
 * @example studentQuantile(0.975, 10) // 2.228138851964939
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0))
    throw new RangeError(`Degrees of freedom are positive, got ${degreesOfFreedom}`);
  if (!(p > 0 && p < 1) || degreesOfFreedom === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // t² / (t² + ν) and its complement are both beta; the smaller one keeps its digits.
  const inside = betaQuantile(1 - 2 * tail, 0.5, degreesOfFreedom / 2);
  const square =
    inside < 0.5
      ? (degreesOfFreedom * inside) / (1 - inside)
      : degreesOfFreedom * (1 / betaQuantile(2 * tail, degreesOfFreedom / 2, 0.5) - 1);
  return p < 0.5 ? -Math.sqrt(square) : Math.sqrt(square);
}
