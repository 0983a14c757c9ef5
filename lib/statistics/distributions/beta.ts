import { logBeta } from "./gamma.ts";

const TINY = 1e-300;
const PRECISION = 1e-16;

/** Continued fraction of the incomplete beta function by Lentz's method; converges fast for x below the mean. */
function continuedFraction(x: number, a: number, b: number): number {
  const away = (v: number) => (Math.abs(v) < TINY ? TINY : v);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  // The number of steps grows like the square root of a and b; the limit is there for defects only.
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < PRECISION * 10) return h;
  }
  throw new RangeError(`The incomplete beta function does not converge at x = ${x}, a = ${a}, b = ${b}`);
}

function checkShape(a: number, b: number): void {
  if (!(a > 0 && b > 0))
    throw new RangeError(`A beta distribution needs positive parameters, got ${a} and ${b}`);
}

/**
 * Distribution function of the beta distribution (regularised incomplete beta function): the probability of a
 * value not above `x`. The binomial, t and F distributions are read from it.
 *
 * Units: fraction 0–1. Never null; 0 below 0 and 1 above 1. R: `pbeta(x, a, b)`.
 * Source: Abramowitz and Stegun (1964), 26.5.8; Lentz's method as in Press et al., Numerical Recipes, §6.4.
 *
 * @example betaCdf(0.5, 2, 3) // 0.6875 = 11/16
 */
export function betaCdf(x: number, a: number, b: number): number {
  checkShape(a, b);
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/**
 * Quantile of the beta distribution: the value below which the share `p` of it lies.
 * Newton's steps inside a bracket that only shrinks, so that it can neither leave [0, 1] nor circle.
 *
 * Units: fraction 0–1. Never null; a RangeError for p outside [0, 1]. R: `qbeta(p, a, b)`.
 *
 * @example betaQuantile(0.6875, 2, 3) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  checkShape(a, b);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}`);
  if (p === 0 || p === 1) return p;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 2_000; step++) {
    const excess = betaCdf(x, a, b) - p;
    if (excess === 0) return x;
    if (excess < 0) low = x;
    else high = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));
    const newton = x - excess / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= PRECISION * next || next === low || next === high) return next;
    x = next;
  }
  return x;
}
