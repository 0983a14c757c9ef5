import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { checkEstimates, type Estimate } from "./estimate.ts";

/** How much of the spread of estimates is difference between units, with its interval. */
export interface RankingReliability extends Interval {
  readonly k: number;
  readonly reliability: number;
  /** Variance of the estimates (divisor k − 1), and the mean of their sampling variances. */
  readonly totalVariance: number;
  readonly meanErrorVariance: number;
}

/**
 * Reliability of a ranking: 1 − mean sampling variance / variance of the estimates, the share of the spread between units
 * that is not chance. At 0.5 half of what a list shows is noise; below about 0.7 its order should not be shown, and
 * 0 or less says that chance alone would spread the units as far.
 *
 * The interval takes the sampling variances as known and the units' values as normal: k − 1 times the ratio is compared
 * with chi-squared, as in Feldt's interval. It is exact for units of one size and approximate otherwise.
 *
 * Units: fraction, at most 1; may be negative. Null with fewer than two estimates or when all are equal.
 * R: `1 - mean(v) / var(y)`; `1 - (1 - r) * qchisq(c(.975, .025), k - 1) / (k - 1)`.
 * Source: Goldstein and Spiegelhalter (1996), JRSS A 159:385–443; Snijders and Bosker (2012), Multilevel Analysis, §3.5.
 *
 * @example rankingReliability([{ estimate: 0, variance: 1 }, { estimate: 2, variance: 0.5 }])!.reliability // 0.625
 */
export function rankingReliability(
  estimates: readonly (Estimate | null)[],
  level: number = USUAL_LEVEL,
): RankingReliability | null {
  checkEstimates(estimates);
  checkLevel(level);
  const used = estimates.filter((entry) => entry !== null);
  const k = used.length;
  if (k < 2) return null;
  const pivot = used[0]!.estimate;
  const centre = used.reduce((sum, { estimate }) => sum + (estimate - pivot), 0) / k;
  const squares = used.reduce((sum, { estimate }) => sum + (estimate - pivot - centre) ** 2, 0);
  if (used.every(({ estimate }) => estimate === pivot)) return null;
  const totalVariance = squares / (k - 1);
  const meanErrorVariance = used.reduce((sum, { variance }) => sum + variance, 0) / k;
  const ratio = meanErrorVariance / totalVariance;
  const at = (p: number) => 1 - (ratio * chiSquaredQuantile(p, k - 1)) / (k - 1);
  return {
    k,
    reliability: 1 - ratio,
    low: at((1 + level) / 2),
    high: at((1 - level) / 2),
    totalVariance,
    meanErrorVariance,
  };
}
