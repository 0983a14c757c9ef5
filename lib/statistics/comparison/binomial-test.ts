import { clopperPearson } from "../clopper-pearson.ts";
import { binomialCdf, binomialProbability, binomialUpperTail } from "../distributions/binomial.ts";
import { checkCounts, type Interval, USUAL_LEVEL } from "../interval.ts";
import { checkShare } from "./unit-count.ts";

/** An observed share with its exact interval, and how surprising it is if the true share is the hypothetical one. */
export interface BinomialTest extends Interval {
  readonly share: number;
  /** Two-sided probability. */
  readonly p: number;
}

/** Outcomes whose probability differs from that of the observed one by rounding only are as probable as it (as in R). */
const SLACK = 1 + 1e-7;

/** The first whole number in [from, to] where `holds`, which once true stays true; to + 1 when nowhere. */
function firstWhere(from: number, to: number, holds: (i: number) => boolean): number {
  let low = from;
  let high = to + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function twoSided(successes: number, trials: number, share: number): number {
  if (share === 0 || share === 1) return successes === trials * share ? 1 : 0;
  const expected = trials * share;
  if (successes === expected) return 1;
  const bar = binomialProbability(successes, trials, share) * SLACK;
  const probability = (i: number) => binomialProbability(i, trials, share);
  if (successes < expected) {
    // Above the mean the probabilities fall: those not above the bar are a tail.
    const from = firstWhere(Math.ceil(expected), trials, (i) => probability(i) <= bar);
    const other = from > trials ? 0 : binomialUpperTail(from, trials, share);
    return Math.min(1, binomialCdf(successes, trials, share) + other);
  }
  const after = firstWhere(0, Math.floor(expected), (i) => probability(i) > bar);
  const other = after === 0 ? 0 : binomialCdf(after - 1, trials, share);
  return Math.min(1, binomialUpperTail(successes, trials, share) + other);
}

/**
 * Exact two-sided binomial test: if the true share of such pupils were `share`, how probable would be a result that is no
 * more probable than the one seen? With the share seen and its Clopper–Pearson interval.
 * Exact and not normal, because schools have few pupils; the sum over no more probable outcomes, as in R, and not twice
 * the smaller tail. The interval, made of equal tails, can therefore disagree with p at the margin.
 *
 * Units: p and shares are fractions 0–1. Null when there is no pupil. R: `binom.test(k, n, share)`, `$p.value`.
 * Source: Clopper and Pearson (1934), Biometrika 26:404–413; Hirji (2006), Exact Analysis of Discrete Data, §2.7.
 *
 * @example binomialTest(1, 10, 0.5) // { share: 0.1, p: 0.021484375, low: 0.0025…, high: 0.4450… }, p = 22/1024
 */
export function binomialTest(
  successes: number,
  trials: number,
  share: number,
  level: number = USUAL_LEVEL,
): BinomialTest | null {
  checkCounts(successes, trials);
  checkShare(share);
  const interval = clopperPearson(successes, trials, level);
  if (interval === null) return null;
  return { share: successes / trials, p: twoSided(successes, trials, share), ...interval };
}
