import { binomialCdf } from "../distributions/binomial.ts";
import { chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { checkCounts } from "../interval.ts";

export interface McNemar {
  /** (b − c)² / (b + c), without correction, and its probability with one degree of freedom. */
  readonly chiSquared: number;
  readonly p: number;
  /** (|b − c| − 1)² / (b + c), with Edwards' correction; 0 when b = c. */
  readonly chiSquaredCorrected: number;
  readonly pCorrected: number;
  /** Two-sided exact binomial probability: the one to use below 25 changes. */
  readonly pExact: number;
}

/**
 * McNemar's test of change: the same pupils judged yes or no twice; `b` went from yes to no, `c` from no to yes. Did more go
 * one way than chance explains? Those who stay say nothing. All three versions, because sources differ; the exact one holds
 * for any number.
 *
 * Units: p is a fraction 0–1. Null when nobody changed (b + c = 0). A RangeError for what is no count.
 * R: `mcnemar.test(t, correct = FALSE)`, `mcnemar.test(t)`, `binom.test(b, b + c)`.
 * Source: McNemar (1947), Psychometrika 12:153–157; Edwards (1948).
 *
 * @example mcnemar(10, 2)!.pExact // 0.03857421875 = 158/4096
 */
export function mcnemar(b: number, c: number): McNemar | null {
  const n = b + c;
  checkCounts(b, n);
  if (n === 0) return null;
  const difference = Math.abs(b - c);
  const chiSquared = (difference / n) * difference;
  const corrected = Math.max(0, difference - 1);
  const chiSquaredCorrected = (corrected / n) * corrected;
  return {
    chiSquared,
    p: chiSquaredUpperTail(chiSquared, 1),
    chiSquaredCorrected,
    pCorrected: chiSquaredUpperTail(chiSquaredCorrected, 1),
    pExact: Math.min(1, 2 * binomialCdf(Math.min(b, c), n, 0.5)),
  };
}
