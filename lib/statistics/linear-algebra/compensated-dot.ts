/** 2²⁷ + 1: multiplying by it splits a double into two halves of 26 digits, whose products are exact. */
const SPLITTER = 134_217_729;

/**
 * start + sign · Σ a[aFrom + i] · b[bFrom + i·bStep], computed as if with twice the digits of a double and then rounded once.
 * The error of every product and every addition is kept and added at the end, so that residuals survive cancellation.
 *
 * Units: those of the products. Never null; an empty sum is `start`. Exact to one rounding unless the numbers cancel by
 * more than 16 digits, or exceed 1e290. R: `sum(a * b)` in `Rmpfr` with 106 bits.
 * Source: Ogita, Rump and Oishi (2005), Accurate sum and dot product, SIAM J. Sci. Comput. 26:1955–1988, algorithm 5.3 (Dot2).
 *
 * @example compensatedDot(0, 1, [1e16, 1, -1e16], 0, [1, 1, 1], 0, 1, 3) // 1
 */
export function compensatedDot(
  start: number,
  sign: 1 | -1,
  a: ArrayLike<number>,
  aFrom: number,
  b: ArrayLike<number>,
  bFrom: number,
  bStep: number,
  length: number,
): number {
  let sum = start;
  let error = 0;
  for (let i = 0; i < length; i++) {
    const x = sign * a[aFrom + i]!;
    const y = b[bFrom + i * bStep]!;
    const product = x * y;
    const bigX = SPLITTER * x;
    const highX = bigX - (bigX - x);
    const lowX = x - highX;
    const bigY = SPLITTER * y;
    const highY = bigY - (bigY - y);
    const lowY = y - highY;
    const productError = lowX * lowY - (product - highX * highY - lowX * highY - highX * lowY);
    const next = sum + product;
    const part = next - sum;
    error += sum - (next - part) + (product - part) + productError;
    sum = next;
  }
  return sum + error;
}
