import { checkPositive } from "./arguments.ts";
import { excess, logBinomialTerm } from "./saddle-point.ts";

/**
 * Logarithm of the beta-binomial probability: that `k` of the `n` pupils of a school succeed when the schools' own
 * probabilities follow a beta distribution with the parameters a and b. The mean is a / (a + b), the correlation inside a
 * school 1 / (a + b + 1); with a + b without bound it is the binomial probability, and it gets there without losing digits.
 *
 * Never null; −Infinity when k lies outside 0…n; a RangeError unless k and n are whole and a, b > 0.
 * R: `lchoose(n, k) + lbeta(k + a, n - k + b) - lbeta(a, b)`. Source: Skellam (1948), JRSS B 10:257–261; written as a
 * product of three binomial terms (Loader 2000) whose powers cancel.
 * Units: natural logarithm.
 *
 * @example betaBinomialLogProbability(1, 2, 1, 1) // -1.0986122886681098 = log(1/3)
 */
export function betaBinomialLogProbability(k: number, n: number, a: number, b: number): number {
  checkPositive(a, "a");
  checkPositive(b, "b");
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of trials: ${n}`);
  if (!Number.isSafeInteger(k)) throw new RangeError(`Not a number of successes: ${k}`);
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  const failures = n - k;
  const sum = a + b + n;
  const share = (a + k) / sum;
  const rest = (b + failures) / sum;
  const term = (successes: number, others: number, difference: number) =>
    logBinomialTerm(successes, others, share, rest, difference);
  // Seen from the joint share, what the pupils have too much the beta distribution has too little.
  const difference = excess(k, failures, share, rest);
  return (
    term(k, failures, difference) +
    term(a, b, -difference) -
    term(a + k, b + failures, 0) +
    Math.log((a / (a + k)) * (b / (b + failures)) * (sum / (a + b)))
  );
}
