import { logChoose } from "../distributions/log-choose.ts";
import type { UnitCount } from "./unit-count.ts";

/**
 * Counts of units of which the beta–binomial likelihood is made. With π the mean and θ = ρ/(1 − ρ) the log-likelihood is
 * Σⱼ Hⱼ·log(π + jθ) + Mⱼ·log(1 − π + jθ) − Tⱼ·log(1 + jθ) + constant, where Hⱼ, Mⱼ, Tⱼ units have more than j hits,
 * misses, pupils. No gamma function, so nothing cancels, and θ = 0 (the binomial) is an ordinary point of it.
 */
export interface BetaBinomialCounts {
  readonly units: number;
  readonly hits: Float64Array;
  readonly misses: Float64Array;
  readonly totals: Float64Array;
  /** Σ log of binomial coefficients. */
  readonly constant: number;
}

/** Log-likelihood with its first and second derivatives in π and θ. */
export interface BetaBinomialPoint {
  readonly logLik: number;
  readonly gradient: readonly [number, number];
  readonly hessian: readonly [number, number, number];
}

/** How many of the values lie above 0, 1, 2 …, as long as any does. */
function above(values: readonly number[]): Float64Array {
  const result = new Float64Array(values.reduce((most, value) => Math.max(most, value), 0));
  for (const value of values) if (value > 0) result[value - 1]! += 1;
  for (let j = result.length - 2; j >= 0; j--) result[j]! += result[j + 1]!;
  return result;
}

/** Counts of the units that have pupils. */
export function betaBinomialCounts(units: readonly UnitCount[]): BetaBinomialCounts {
  return {
    units: units.length,
    hits: above(units.map(({ successes }) => successes)),
    misses: above(units.map(({ successes, trials }) => trials - successes)),
    totals: above(units.map(({ trials }) => trials)),
    constant: units.reduce((sum, { successes, trials }) => sum + logChoose(trials, successes), 0),
  };
}

/** The log-likelihood at a mean in (0, 1) and θ ≥ 0, with derivatives. */
export function betaBinomialPoint(
  counts: BetaBinomialCounts,
  mean: number,
  theta: number,
): BetaBinomialPoint {
  const { hits, misses, totals } = counts;
  let logLik = counts.constant;
  let byMean = 0;
  let byTheta = 0;
  let byMeanTwice = 0;
  let byBoth = 0;
  let byThetaTwice = 0;
  const add = (many: Float64Array, base: number, sign: number) => {
    for (let j = 0; j < many.length; j++) {
      const inverse = 1 / (base + j * theta);
      const first = many[j]! * inverse;
      const second = first * inverse;
      logLik -= many[j]! * Math.log(inverse);
      byMean += sign * first;
      byTheta += j * first;
      byMeanTwice -= second;
      byBoth -= sign * j * second;
      byThetaTwice -= j * j * second;
    }
  };
  add(hits, mean, 1);
  add(misses, 1 - mean, -1);
  for (let j = 1; j < totals.length; j++) {
    const inverse = 1 / (1 + j * theta);
    const first = totals[j]! * j * inverse;
    logLik -= totals[j]! * Math.log1p(j * theta);
    byTheta -= first;
    byThetaTwice += first * j * inverse;
  }
  return { logLik, gradient: [byMean, byTheta], hessian: [byMeanTwice, byBoth, byThetaTwice] };
}

/** Slope and curvature of the log-likelihood in the mean alone: what `bestMean` needs, without a logarithm. */
function meanSlope({ hits, misses }: BetaBinomialCounts, mean: number, theta: number): [number, number] {
  let slope = 0;
  let curvature = 0;
  for (let j = 0; j < hits.length; j++) {
    const inverse = 1 / (mean + j * theta);
    const first = hits[j]! * inverse;
    slope += first;
    curvature -= first * inverse;
  }
  for (let j = 0; j < misses.length; j++) {
    const inverse = 1 / (1 - mean + j * theta);
    const first = misses[j]! * inverse;
    slope -= first;
    curvature -= first * inverse;
  }
  return [slope, curvature];
}

/**
 * The mean with the highest likelihood at this θ, from a guess: the likelihood is concave in it, so Newton's steps in a
 * bracket find it.
 */
export function bestMean(counts: BetaBinomialCounts, theta: number, guess: number): number {
  let low = 0;
  let high = 1;
  let mean = guess;
  for (let step = 0; step < 200; step++) {
    const [slope, curvature] = meanSlope(counts, mean, theta);
    if (slope > 0) low = mean;
    else high = mean;
    const newton = mean - slope / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - mean) <= 2 * Number.EPSILON * mean || next === low || next === high) return next;
    mean = next;
  }
  return mean;
}
