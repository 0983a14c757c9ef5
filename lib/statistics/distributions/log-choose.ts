import { logBeta } from "./gamma.ts";

/** Up to here the coefficient itself is multiplied out; it loses nothing. */
const MULTIPLIED_OUT = 30;

/**
 * Natural logarithm of the binomial coefficient: in how many ways `k` of `n` pupils can be chosen.
 *
 * Never null; −Infinity (the logarithm of no way at all) when k < 0 or k > n; a RangeError unless both are whole numbers
 * and n ≥ 0. R: `lchoose(n, k)`.
 * Units: natural logarithm. Source: its definition.
 *
 * @example logChoose(5, 2) // 2.302585092994046 = log 10
 */
export function logChoose(n: number, k: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of things to choose from: ${n}`);
  if (!Number.isSafeInteger(k)) throw new RangeError(`Not a number of things to choose: ${k}`);
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  const fewer = Math.min(k, n - k);
  if (fewer < MULTIPLIED_OUT) {
    let coefficient = 1;
    for (let i = 1; i <= fewer; i++) coefficient = (coefficient * (n - fewer + i)) / i;
    if (coefficient < Number.POSITIVE_INFINITY) return Math.log(coefficient);
  }
  return -Math.log1p(n) - logBeta(fewer + 1, n - fewer + 1);
}
