import { betaUpperTail } from "../distributions/beta.ts";
import { USUAL_LEVEL } from "../interval.ts";
import { type BetaParameters, type ShrunkenShare, shrinkShare } from "./shrunken-shares.ts";
import { checkShare, type UnitCount } from "./unit-count.ts";

/** Jeffreys' prior of a share: says almost nothing, and lets 0 of n mean "small", not "impossible". */
export const JEFFREYS: BetaParameters = { alpha: 0.5, beta: 0.5 };

/** How probable it is that a share lies above a limit, with the share it is read from and its interval. */
export interface Exceedance extends ShrunkenShare {
  readonly probability: number;
}

/**
 * Probability that a school's share of low results exceeds a limit (30 %, say): not whether the share seen does, but how
 * sure one may be that the share of such pupils does. From the beta posterior of the share.
 *
 * The prior is a choice and is passed: Jeffreys' by default, which leaves a small school on its own; or α and β of a fitted
 * beta–binomial, which lets other schools speak too. In a school of a few pupils the prior decides, and the interval shows
 * how little is known. `rate` is the posterior mean.
 *
 * Units: fractions 0–1. Null when the unit has no pupil. A RangeError for a limit of 30 instead of 0.3.
 * R: `pbeta(limit, x + a, n - x + b, lower.tail = FALSE)`.
 * Source: Gelman et al. (2013), Bayesian Data Analysis, §2.4; Brown, Cai and DasGupta (2001), Stat. Science 16:101–133.
 *
 * @example exceedanceProbability({ successes: 1, trials: 1 }, 0.5, { alpha: 1, beta: 1 })!.probability // 0.75
 */
export function exceedanceProbability(
  unit: UnitCount,
  limit: number,
  prior: BetaParameters = JEFFREYS,
  level: number = USUAL_LEVEL,
): Exceedance | null {
  checkShare(limit);
  const posterior = shrinkShare(unit, prior, level);
  if (posterior === null) return null;
  const a = unit.successes + prior.alpha;
  const b = unit.trials - unit.successes + prior.beta;
  return { probability: betaUpperTail(limit, a, b), ...posterior };
}
