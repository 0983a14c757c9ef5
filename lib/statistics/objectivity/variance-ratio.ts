import { chiSquaredCdf } from "../distributions/chi-squared.ts";
import { type MomentsLike, variance } from "../moments.ts";

/** How the spread of a school stands to the spread of its region. */
export interface VarianceRatio {
  /** Standard deviation of the school ÷ that of the region. */
  readonly sdRatio: number;
  /** (n − 1) · s² / S². */
  readonly chi2: number;
  /** Probability of so small a spread or a smaller one, if the school's pupils were drawn from the region. */
  readonly pLow: number;
}

/**
 * Ratio of the spread of a school to that of its region (отношение стандартных отклонений) with the lower tail of the
 * chi-squared test of a variance. The region's variance is taken as known, because it stands on thousands of pupils.
 *
 * What it cannot say: the tail assumes normal scores. At the top of an easy work, or at the bottom of a hard one, the spread
 * shrinks by itself, and a school that selects its pupils has a smaller one honestly.
 *
 * Units: a ratio; a probability. Null when the school has fewer than two pupils, the region has, or the region has no
 * spread. R: `sd(x) / sd(X)`, `pchisq((n - 1) * var(x) / var(X), n - 1)`. Source: handbook §4.2 M6.
 *
 * @example varianceRatio({ n: 3, sum: 6, squareSum: 14 }, { n: 3, sum: 12, squareSum: 56 })!.sdRatio // 0.5
 */
export function varianceRatio(school: MomentsLike, region: MomentsLike): VarianceRatio | null {
  const own = variance(school);
  const whole = variance(region);
  if (own === null || !whole) return null;
  const chi2 = ((school.n - 1) * own) / whole;
  return { sdRatio: Math.sqrt(own / whole), chi2, pLow: chiSquaredCdf(chi2, school.n - 1) };
}
