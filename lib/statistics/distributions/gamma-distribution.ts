import { checkNumber, checkPositive, checkProbability } from "./arguments.ts";
import type { Tails } from "./beta.ts";
import { logGamma, logGammaOnePlus } from "./gamma.ts";
import { largeGammaTails } from "./gamma-expansion.ts";
import { normalQuantile } from "./normal.ts";
import { logPoissonTerm } from "./saddle-point.ts";
import { invertTail } from "./tail-inverse.ts";

const PRECISION = 2e-16;

/** Lower tail divided by xᵃ e⁻ˣ / Γ(a+1): a series of positive terms, short for an x below a. */
function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = a + 1; term > sum * PRECISION; n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

/** Upper tail divided by xᵃ e⁻ˣ / Γ(a): continued fraction by Lentz's method, short for an x above a. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; ; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const change = c * d;
    h *= change;
    if (Math.abs(change - 1) <= PRECISION * 2) return h;
  }
}

/**
 * Upper tail for a shape so small that nearly everything lies below a small x: 1 − xᵃ/Γ(a+1) · (1 + a·s) with both parts of
 * the difference written out.
 */
function smallShapeUpper(a: number, x: number): number {
  const logPower = a * Math.log(x) - logGammaOnePlus(a);
  let sum = 0;
  let term = 1;
  for (let n = 1; Math.abs(term) > PRECISION * Math.abs(sum); n++) {
    term *= -x / n;
    sum += term / (a + n);
  }
  return -Math.expm1(logPower) - Math.exp(logPower) * a * sum;
}

/**
 * Both tails of the gamma distribution with shape a and scale 1 at x. The smaller tail is computed, never subtracted.
 *
 * R: `pgamma(x, a)`, `pgamma(x, a, lower.tail = FALSE)`.
 * Source: Abramowitz and Stegun (1964), 6.5.29 and 6.5.31; large a: Temme (1979), SIAM J. Math. Anal. 10:757–766.
 */
export function gammaTails(x: number, a: number): Tails {
  checkNumber(x);
  checkPositive(a, "The shape");
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (a >= 1e5 && Math.abs(x - a) < 0.3 * a) return largeGammaTails(x, a);
  const front = Math.exp(logPoissonTerm(a, x));
  if (x > a + 1) {
    const upper = front === 0 ? 0 : front * a * continuedFraction(a, x);
    return { lower: 1 - upper, upper };
  }
  const lower = front === 0 ? 0 : Math.min(1, front * series(a, x));
  return { lower, upper: lower > 0.9 && a <= 0.5 ? smallShapeUpper(a, x) : 1 - lower };
}

/**
 * Distribution function of the gamma distribution with scale 1 (regularised lower incomplete gamma function): the
 * probability of a value not above `x`. The chi-squared and Poisson distributions are read from it.
 *
 * Units: fraction 0–1. Never null; a RangeError unless shape > 0. R: `pgamma(x, shape)`. Source: as `gammaTails`.
 *
 * @example gammaCdf(1, 1) // 0.6321205588285577 = 1 − 1/e
 */
export function gammaCdf(x: number, shape: number): number {
  return gammaTails(x, shape).lower;
}

/**
 * Upper tail of the gamma distribution with scale 1: the probability of a value above `x`, computed as a tail.
 *
 * Units: fraction 0–1. Never null. R: `pgamma(x, shape, lower.tail = FALSE)`.
 * Source: Temme 1979.
 *
 * @example gammaUpperTail(1, 1) // 0.36787944117144233 = 1/e
 */
export function gammaUpperTail(x: number, shape: number): number {
  return gammaTails(x, shape).upper;
}

/**
 * The place where the lower tail is `p` and the upper tail `q` = 1 − p; one of the two may be too small to be seen
 * in the other. R: `qgamma(p, shape)`, `qgamma(q, shape, lower.tail = FALSE)`.
 */
export function gammaQuantileOf(p: number, q: number, shape: number): number {
  checkPositive(shape, "The shape");
  if (p <= 0) return 0;
  if (q <= 0) return Number.POSITIVE_INFINITY;
  const lower = p <= 0.5;
  const z = lower ? normalQuantile(p) : -normalQuantile(q);
  const cubed = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  // Wilson and Hilferty's start; near 0 the first term of the series is better.
  const start = cubed > 0.1 ? shape * cubed ** 3 : Math.exp((Math.log(p) + logGamma(shape + 1)) / shape);
  return invertTail(
    (x) => gammaTails(x, shape)[lower ? "lower" : "upper"],
    (x) => Math.exp(logPoissonTerm(shape, x)) * (shape / x),
    lower,
    lower ? p : q,
    start,
    1e300,
  );
}

/**
 * Quantile of the gamma distribution with scale 1: the value below which the share `p` of it lies.
 *
 * Never null; 0 and Infinity at p = 0 and 1; a RangeError outside [0, 1]. R: `qgamma(p, shape)`.
 * Units: fraction. Source: Temme 1979.
 *
 * @example gammaQuantile(0.5, 1) // 0.6931471805599453 = log 2
 */
export function gammaQuantile(p: number, shape: number): number {
  checkProbability(p);
  return gammaQuantileOf(p, 1 - p, shape);
}
