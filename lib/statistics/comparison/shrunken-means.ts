import { normalQuantile } from "../distributions/normal.ts";
import { type Interval, USUAL_LEVEL } from "../interval.ts";
import type { Estimate } from "./estimate.ts";
import { type BetweenVarianceMethod, type RandomEffects, randomEffects } from "./random-effects.ts";

/** A unit's mean drawn towards that of all units, with its interval. */
export interface ShrunkenMean extends Interval {
  readonly mean: number;
  readonly standardError: number;
  /** Weight of the unit's own estimate: τ²/(τ² + v), its reliability. */
  readonly weight: number;
}

export interface ShrunkenMeans {
  readonly fit: RandomEffects;
  /** In the order of the argument; null where the unit had no usable estimate. */
  readonly units: readonly (ShrunkenMean | null)[];
}

/**
 * Empirical-Bayes shrinkage of means (normal–normal): each unit's estimate drawn towards the mean of all units by what of
 * its distance sampling explains. Use it where only estimates and standard errors are at hand; where pupils' moments are,
 * the random-intercept model of school-effects says more.
 *
 * The interval includes the uncertainty of the common mean but takes τ² as known. When τ² is 0 every unit stands at the
 * common mean with weight 0: no difference between units is supported.
 *
 * Units: those of the estimates. Null with fewer than two usable units; a unit with no estimate or a variance of 0 is null.
 * R: `metafor::blup(metafor::rma(y, v, method = "REML"))`.
 * Source: Morris (1983), JASA 78:47–55; Raudenbush and Bryk (1985), J. Educ. Stat. 10:75–98.
 *
 * @example shrunkenMeans([{ estimate: 0, variance: 1 }, { estimate: 4, variance: 1 }], "DL")!.units[0]!.mean // 0.25
 */
export function shrunkenMeans(
  estimates: readonly (Estimate | null)[],
  method: BetweenVarianceMethod,
  level: number = USUAL_LEVEL,
): ShrunkenMeans | null {
  const fit = randomEffects(estimates, method, level);
  if (fit === null) return null;
  const z = normalQuantile((1 + level) / 2);
  return {
    fit,
    units: estimates.map((entry) => {
      if (entry === null || entry.variance === 0) return null;
      const weight = fit.tau2 / (fit.tau2 + entry.variance);
      const mean = fit.mean + weight * (entry.estimate - fit.mean);
      const standardError = Math.sqrt(weight * entry.variance + ((1 - weight) * fit.standardError) ** 2);
      return { mean, standardError, weight, low: mean - z * standardError, high: mean + z * standardError };
    }),
  };
}
