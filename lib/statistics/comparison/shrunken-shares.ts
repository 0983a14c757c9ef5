import { betaQuantile } from "../distributions/beta.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { wilson } from "../wilson.ts";
import { type BetaBinomialFit, betaBinomialMoments } from "./beta-binomial.ts";
import {
  type BetaBinomialMaximum,
  betaBinomialMaximumLikelihood,
} from "./beta-binomial-maximum-likelihood.ts";
import { checkUnits, type UnitCount } from "./unit-count.ts";

/** Parameters of a beta distribution that stands for what is known of a share before the unit's own pupils are seen. */
export interface BetaParameters {
  readonly alpha: number;
  readonly beta: number;
}

/** A unit's share drawn towards that of all units, with its interval. */
export interface ShrunkenShare extends Interval {
  readonly rate: number;
  /** Weight of the unit's own pupils: n/(n + α + β); the rest is that of the other units. */
  readonly weight: number;
}

export interface ShrunkenShares {
  readonly fit: BetaBinomialFit | BetaBinomialMaximum;
  /** In the order of the argument; null where nothing can be said (see `shrunkenShares`). */
  readonly units: readonly (ShrunkenShare | null)[];
}

/** Refuses parameters that make no beta distribution. */
export function checkBetaParameters({ alpha, beta }: BetaParameters): void {
  const positive = (value: number) => value > 0 && value < Number.POSITIVE_INFINITY;
  if (!(positive(alpha) && positive(beta)))
    throw new RangeError(`A beta distribution needs positive parameters, got ${alpha} and ${beta}`);
}

/**
 * Posterior of one share: the beta distribution of what was known before, updated by the unit's own pupils.
 *
 * Units: fractions 0–1. Null when the unit has no pupil: what remains then is knowledge of others, not of this unit.
 * R: `(x + a) / (n + a + b)`; `qbeta(c(.025, .975), x + a, n - x + b)`.
 * Source: Gelman et al. (2013), Bayesian Data Analysis, §2.4 and 5.3.
 *
 * @example shrinkShare({ successes: 3, trials: 4 }, { alpha: 2, beta: 14 })!.rate // 0.25
 */
export function shrinkShare(
  unit: UnitCount,
  prior: BetaParameters,
  level: number = USUAL_LEVEL,
): ShrunkenShare | null {
  checkUnits([unit]);
  checkBetaParameters(prior);
  checkLevel(level);
  const { successes, trials } = unit;
  if (trials === 0) return null;
  const a = successes + prior.alpha;
  const b = trials - successes + prior.beta;
  return {
    rate: a / (a + b),
    low: betaQuantile((1 - level) / 2, a, b),
    high: betaQuantile((1 + level) / 2, a, b),
    weight: trials / (trials + prior.alpha + prior.beta),
  };
}

/**
 * Empirical-Bayes shrinkage of shares: each school's share drawn towards that of all schools, the more the fewer pupils it
 * has, because an extreme share of a small school is mostly chance. The beta distribution of the schools' true shares is
 * fitted to the schools themselves, by moments (Kleinman) or by maximum likelihood.
 *
 * The fit is taken as known, so with under about twenty units the intervals are somewhat too narrow.
 * Without over-dispersion (`fit.dispersion` "none") the data support one common share: every unit's rate is the fitted mean
 * with weight 0 and the Wilson interval of the pooled counts. When `fit.dispersion` is "complete" no posterior exists and
 * every unit is null.
 *
 * Units: fractions 0–1. Null when nothing can be fitted (see `betaBinomialMoments`); a unit without pupils is null.
 * R: `qbeta(c(.025, .975), x + a, n - x + b)` with the fitted a, b.
 * Source: Kleinman (1973), JASA 68:46–54; Clayton and Kaldor (1987), Biometrics 43:671–681.
 *
 * @example
 * shrunkenShares([0, 3, 2].map((successes) => ({ successes, trials: 4 })), "moments")!.units[1]!.rate // 0.6759… = 73/108
 */
export function shrunkenShares(
  units: readonly UnitCount[],
  method: "moments" | "maximumLikelihood",
  level: number = USUAL_LEVEL,
): ShrunkenShares | null {
  const fit =
    method === "moments" ? betaBinomialMoments(units, level) : betaBinomialMaximumLikelihood(units, level);
  if (fit === null) return null;
  const { alpha, beta } = fit;
  if (alpha !== null && beta !== null)
    return { fit, units: units.map((unit) => shrinkShare(unit, { alpha, beta }, level)) };
  if (fit.dispersion === "complete") return { fit, units: units.map(() => null) };
  const hits = units.reduce((sum, { successes }) => sum + successes, 0);
  const pupils = units.reduce((sum, { trials }) => sum + trials, 0);
  const common = { rate: fit.mean, weight: 0, ...wilson(hits, pupils, level)! };
  return { fit, units: units.map(({ trials }) => (trials === 0 ? null : common)) };
}
