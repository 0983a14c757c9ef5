import { compensatedDot } from "../linear-algebra/compensated-dot.ts";
import { stirlingError } from "./gamma.ts";

const TWO_PI = 6.283185307179586;

/**
 * a·y − b·x, for y = 1 − x the same as a − (a + b)·x: how far a is above its expectation. The products are kept with the
 * digits that rounding takes from them; with a thousand million pupils these decide. `yRest` is what y lacks.
 */
export function excess(a: number, b: number, x: number, y: number, yRest = 0): number {
  return compensatedDot(0, 1, [a, -b, a], 0, [y, x, yRest], 0, 1, 3);
}

/**
 * x log(x / m) + m − x, half the deviance of x seen where m was expected; `difference` is x − m to all its digits.
 * Near m the terms would cancel, there it is a series in (x − m) / (x + m).
 *
 * Source: Loader (2000), as `stirlingError`; R's internal `bd0`.
 */
export function halfDeviance(x: number, m: number, difference: number): number {
  if (x === 0) return m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let power = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Logarithm of Γ(a+b+1) / (Γ(a+1) Γ(b+1)) · xᵃ yᵇ with y = 1 − x: for whole numbers the probability of a successes and
 * b failures. Built so that nothing large cancels; `difference` is a·y − b·x (see `excess`).
 *
 * Source: Loader (2000); R's internal `dbinom_raw`.
 */
export function logBinomialTerm(a: number, b: number, x: number, y: number, difference: number): number {
  const n = a + b;
  // The smaller of x and y has all its digits, the logarithm of the larger one is better taken from it.
  if (a === 0) return b * (x < 0.5 ? Math.log1p(-x) : Math.log(y));
  if (b === 0) return a * (y < 0.5 ? Math.log1p(-y) : Math.log(x));
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    halfDeviance(a, n * x, difference) -
    halfDeviance(b, n * y, -difference) -
    0.5 * Math.log((a / n) * b * TWO_PI)
  );
}

/** Logarithm of xᵃ e⁻ˣ / Γ(a+1): for a whole a the probability of a events where x are expected. */
export function logPoissonTerm(a: number, x: number): number {
  return -stirlingError(a) - halfDeviance(a, x, a - x) - 0.5 * Math.log(TWO_PI * a);
}
