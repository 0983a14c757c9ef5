import { checkNumber, checkProbability } from "./arguments.ts";
import { type Tails, tailsAt } from "./beta.ts";
import { normalQuantile } from "./normal.ts";
import { excess, logBinomialTerm } from "./saddle-point.ts";

/** Tells apart a probability that was computed from one that was not reached: a few units of rounding, as R allows. */
const FUZZ = 8 * Number.EPSILON;

function checkTrials(n: number, p: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of trials: ${n}`);
  checkProbability(p);
}

/**
 * Binomial probability: that exactly `k` of `n` pupils succeed when each does so with the probability `p`, independently.
 *
 * Units: fraction 0–1. Never null; 0 outside 0…n; a RangeError unless k and n are whole. R: `dbinom(k, n, p)`.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 *
 * @example binomialProbability(2, 4, 0.5) // 0.375
 */
export function binomialProbability(k: number, n: number, p: number): number {
  checkTrials(n, p);
  if (!Number.isSafeInteger(k)) throw new RangeError(`Not a number of successes: ${k}`);
  if (k < 0 || k > n) return 0;
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;
  const q = 1 - p;
  return Math.exp(logBinomialTerm(k, n - k, p, q, excess(k, n - k, p, q, 1 - q - p)));
}

/** P(X ≥ k) as `lower`, P(X < k) as `upper` tail of the beta distribution they are. */
function tailsFrom(k: number, n: number, p: number): Tails {
  if (k <= 0) return { lower: 1, upper: 0 };
  if (k > n) return { lower: 0, upper: 1 };
  return tailsAt(p, k, n - k + 1);
}

/**
 * Binomial distribution function: the probability of at most `k` successes among `n`. Fast for any n, a whole country too.
 *
 * Units: fraction 0–1. Never null; 0 below 0, 1 from n on. R: `pbinom(k, n, p)`.
 * Source: Abramowitz and Stegun (1964), 26.5.24.
 *
 * @example binomialCdf(2, 4, 0.5) // 0.6875
 */
export function binomialCdf(k: number, n: number, p: number): number {
  checkTrials(n, p);
  checkNumber(k);
  return tailsFrom(Math.floor(k) + 1, n, p).upper;
}

/**
 * Upper tail of the binomial distribution: the probability of `k` or more successes among `n` (k itself is counted).
 * Computed as a tail.
 *
 * Units: fraction 0–1. Never null; 1 for k ≤ 0, 0 above n. R: `pbinom(k - 1, n, p, lower.tail = FALSE)`.
 * Source: Abramowitz and Stegun 26.5.24.
 *
 * @example binomialUpperTail(3, 4, 0.5) // 0.3125
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  checkTrials(n, p);
  checkNumber(k);
  return tailsFrom(Math.ceil(k), n, p).lower;
}

/**
 * Quantile of the binomial distribution: the least number of successes that is not exceeded with a probability of at
 * least `q`.
 *
 * Units: successes, 0…n. Never null; a RangeError for q or p outside [0, 1]. R: `qbinom(q, n, p)`, with its allowance for
 * rounding, so that binomialQuantile(binomialCdf(k, n, p), n, p) is k.
 * Source: its definition.
 *
 * @example binomialQuantile(0.975, 28, 0.25) // 12
 */
export function binomialQuantile(q: number, n: number, p: number): number {
  checkTrials(n, p);
  checkProbability(q);
  if (q === 0 || n === 0 || p === 0) return 0;
  if (q === 1 || p === 1) return n;
  const reached = (k: number) => {
    if (k < 0) return false;
    const { lower, upper } = tailsFrom(k + 1, n, p);
    return q <= 0.5 ? upper >= q * (1 - FUZZ) : lower <= 1 - q + FUZZ * q;
  };
  // Cornish and Fisher's guess, then steps that double until the answer is enclosed.
  const sd = Math.sqrt(n * p * (1 - p));
  const z = normalQuantile(q);
  const guess = Math.round(n * p + sd * z + ((1 - 2 * p) * (z * z - 1)) / 6);
  let high = Math.min(Math.max(guess, 0), n);
  let step = 1;
  for (; !reached(high); step *= 2) high = Math.min(high + step, n);
  let low = high - 1;
  for (step = 1; reached(low); step *= 2) {
    high = low;
    low -= step;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
