import { checkNumber, checkPositive, checkProbability } from "./arguments.ts";
import { largeBetaTail } from "./beta-expansion.ts";
import { excess, logBinomialTerm } from "./saddle-point.ts";
import { invertTail } from "./tail-inverse.ts";

/** The two sides of a distribution at one place, each with all its digits; they add up to 1. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const PRECISION = 3e-16;
/** Far more steps than any case of practice takes; the limit is there for defects only. */
const MOST_STEPS = 2_000_000;

/** xᵃ yᵇ / B(a, b). */
function front(a: number, b: number, x: number, y: number, difference: number): number {
  return (a / (a + b)) * b * Math.exp(logBinomialTerm(a, b, x, y, difference));
}

/**
 * Lower tail by the continued fraction of Didonato and Morris, written in a·y − b·x so that an x close to 1 costs no
 * digits. Fast for an x below the mean.
 */
function continuedFraction(a: number, b: number, x: number, y: number, below: number): number {
  const c = below + 1;
  const c1 = 1 / a + 1;
  let p = 1;
  let s = a + 1;
  let over = 0;
  let under = 1;
  let nextOver = 1;
  let nextUnder = c / c1;
  let r = c1 / c;
  for (let n = 1; n < MOST_STEPS; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + b / a) * e * e * w * x;
    const beta = n + w / s + ((t + 1) / (c1 + t + t)) * (c + n * (y + 1));
    p = t + 1;
    s += 2;
    [over, nextOver] = [nextOver, alpha * over + beta * nextOver];
    [under, nextUnder] = [nextUnder, alpha * under + beta * nextUnder];
    const before = r;
    r = nextOver / nextUnder;
    if (Math.abs(r - before) <= PRECISION * Math.abs(r)) return r;
    over /= nextUnder;
    under /= nextUnder;
    nextOver = r;
    nextUnder = 1;
  }
  throw new RangeError(`The incomplete beta function does not converge at x = ${x}, a = ${a}, b = ${b}`);
}

/** Lower tail for an x not above the mean. */
function tailBelowMean(a: number, b: number, x: number, y: number, below: number): number {
  const least = Math.min(a, b);
  if (least >= 100 && below <= 0.03 * least) return largeBetaTail(a, b, x, y, below);
  const outside = front(a, b, x, y, below);
  return outside === 0 ? 0 : outside * continuedFraction(a, b, x, y, below);
}

/**
 * Both tails of the beta distribution at x, given with y = 1 − x because one of the two has digits that the other lacks
 * (`yRest`: what y still lacks). The smaller tail is computed, never subtracted from 1.
 *
 * R: `pbeta(x, a, b)`, `pbeta(x, a, b, lower.tail = FALSE)`.
 * Source: Didonato and Morris (1992), ACM TOMS 18:360–373.
 *
 * Units: fraction; never null.
 *
 * @example betaTails(0.5, 0.5, 2, 3) // { lower: 0.6875, upper: 0.3125 }
 */
export function betaTails(x: number, y: number, a: number, b: number, yRest = 0): Tails {
  checkPositive(a, "a");
  checkPositive(b, "b");
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const difference = excess(a, b, x, y, yRest);
  const mirrored = difference < 0;
  const near = mirrored ? tailBelowMean(b, a, y, x, -difference) : tailBelowMean(a, b, x, y, difference);
  // A tail below the mean can be the larger one for a very skew distribution; then the other is computed as well.
  const far = near <= 0.9 ? 1 - near : otherTail(a, b, x, y, difference, near);
  return mirrored ? { lower: far, upper: near } : { lower: near, upper: far };
}

/** The small tail on the far side of the mean; the continued fraction is slow there only for x or y next to 0. */
function otherTail(a: number, b: number, x: number, y: number, difference: number, near: number): number {
  const [first, second, u, v, below] = difference < 0 ? [a, b, x, y, difference] : [b, a, y, x, -difference];
  if (v < 1e-8 || below + 1 <= 0) return Math.max(0, 1 - near);
  return front(first, second, u, v, below) * continuedFraction(first, second, u, v, below);
}

/**
 * Distribution function of the beta distribution (regularised incomplete beta function): the probability of a
 * value not above `x`. The binomial, t and F distributions are read from it.
 *
 * Units: fraction 0–1. Never null; 0 below 0 and 1 above 1; a RangeError unless a, b > 0. R: `pbeta(x, a, b)`.
 * Source: as `betaTails`.
 *
 * @example betaCdf(0.5, 2, 3) // 0.6875 = 11/16
 */
export function betaCdf(x: number, a: number, b: number): number {
  checkNumber(x);
  return tailsAt(x, a, b).lower;
}

/**
 * Upper tail of the beta distribution: the probability of a value above `x`, computed as a tail.
 *
 * Units: fraction 0–1. Never null. R: `pbeta(x, a, b, lower.tail = FALSE)`.
 * Source: Didonato and Morris 1992.
 *
 * @example betaUpperTail(0.5, 2, 3) // 0.3125 = 5/16
 */
export function betaUpperTail(x: number, a: number, b: number): number {
  checkNumber(x);
  return tailsAt(x, a, b).upper;
}

/** Tails at a double x: y = 1 − x is exact together with its rest. */
export function tailsAt(x: number, a: number, b: number): Tails {
  const within = Math.min(Math.max(x, 0), 1);
  const y = 1 - within;
  return betaTails(within, y, a, b, 1 - y - within);
}

/**
 * The place where the lower tail is `p` and the upper tail `q` = 1 − p, as [x, 1 − x], each with all its digits.
 * R: `qbeta(p, a, b)`, `qbeta(p, b, a, lower.tail = FALSE)`.
 *
 * Units: fraction; never null. Source: Didonato and Morris 1992.
 *
 * @example betaQuantiles(0.6875, 0.3125, 2, 3) // [0.5, 0.5]
 */
export function betaQuantiles(p: number, q: number, a: number, b: number): readonly [number, number] {
  checkPositive(a, "a");
  checkPositive(b, "b");
  if (p <= 0) return [0, 1];
  if (q <= 0) return [1, 0];
  // Search for whichever of x and 1 − x is not above a half.
  const half = betaTails(0.5, 0.5, a, b);
  if (p <= 0.5 ? p > half.lower : q < half.upper) {
    const [y, x] = smallQuantile(q, p, b, a);
    return [x, y];
  }
  return smallQuantile(p, q, a, b);
}

function smallQuantile(p: number, q: number, a: number, b: number): readonly [number, number] {
  const lower = p <= 0.5;
  const tail = (x: number) => tailsAt(x, a, b)[lower ? "lower" : "upper"];
  const density = (x: number) => front(a, b, x, 1 - x, excess(a, b, x, 1 - x)) / x / (1 - x);
  const x = invertTail(tail, density, lower, lower ? p : q, a / (a + b), 0.5);
  return [x, 1 - x];
}

/**
 * Quantile of the beta distribution: the value below which the share `p` of it lies.
 *
 * Units: fraction 0–1. Never null; a RangeError for p outside [0, 1]. R: `qbeta(p, a, b)`.
 * Source: Didonato and Morris 1992.
 *
 * @example betaQuantile(0.6875, 2, 3) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  checkProbability(p);
  return betaQuantiles(p, 1 - p, a, b)[0];
}
