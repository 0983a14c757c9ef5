import { quantile } from "../quantile.ts";
import { checkConventions, FIOKO_2019, type OfficialConventions } from "./conventions.ts";

/** What rule C needs of one school in one year: pupils, the sum of their primary scores, the maximum of the work. */
export interface CohortYear {
  readonly n: number;
  readonly sum: number;
  readonly maxScore: number;
}

/** Limits of rule C over a sample of schools. */
export interface ChangeLimits {
  /** Schools in the sample. */
  readonly schools: number;
  readonly q25: number;
  readonly q75: number;
  /** A ratio below is a sharp rise. */
  readonly low: number;
  /** A ratio above is a sharp fall. */
  readonly high: number;
  /** Whether the sample is large enough for any school to lie beyond, whatever its result. */
  readonly decidable: boolean;
}

/**
 * Can any school lie beyond the limits at all? In a small sample the outlier draws its own quartile along: when Q3 holds the
 * share w of the greatest value, Q3 + 3 · IQR grows by 4w for each 1 by which that value grows. With type 7 this takes five
 * schools, with type 6 seven.
 */
function isDecidable(schools: number, { quantileType, fence }: OfficialConventions): boolean {
  const onlyGreatest = Array.from({ length: schools }, (_, i) => (i === schools - 1 ? 1 : 0));
  const third = quantile(onlyGreatest, 0.75, quantileType)!;
  const first = quantile(onlyGreatest, 0.25, quantileType)!;
  return third + fence * (third - first) < 1;
}

/**
 * Ratio K of one cohort (отношение результатов одной параллели): mean per cent of the earlier work ÷ mean per cent of the
 * later one. Above 1 the results fell, below 1 they rose. Computed with one division, so that equal results give equal K.
 *
 * Units: a ratio. Null when a year has fewer pupils than the least cohort, and when the later result is 0.
 * A RangeError for a maximum that is not positive and for a negative or broken sum. R: `(mean(x4) / max4) / (mean(x5) / max5)`.
 * Source: ФИОКО 2019, appendix; handbook §4.1.2 C.
 *
 * @example cohortRatio({ n: 10, sum: 120, maxScore: 20 }, { n: 8, sum: 120, maxScore: 30 }) // 1.2 = 0.6 / 0.5
 */
export function cohortRatio(
  earlier: CohortYear,
  later: CohortYear,
  conventions: OfficialConventions = FIOKO_2019,
): number | null {
  checkConventions(conventions);
  for (const { n, sum, maxScore } of [earlier, later]) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of pupils: ${n}`);
    if (!(sum >= 0 && Number.isFinite(sum))) throw new RangeError(`Not a sum of scores: ${sum}`);
    if (!(maxScore > 0 && Number.isFinite(maxScore)))
      throw new RangeError(`Not a greatest score: ${maxScore}`);
  }
  if (Math.min(earlier.n, later.n) < conventions.minimumCohort || later.sum === 0) return null;
  return (earlier.sum * later.n * later.maxScore) / (earlier.n * earlier.maxScore * later.sum);
}

/**
 * Limits of rule C: [Q1 − 3 · IQR, Q3 + 3 · IQR] of the ratios of all schools of the sample ("the whole sample" is not
 * defined in the method: say which schools it was).
 *
 * Units: ratios. Null without ratios. A RangeError for a ratio that is negative or not a number.
 * R: `q <- quantile(K, c(.25, .75), type = 7); c(q[1] - 3 * (q[2] - q[1]), q[2] + 3 * (q[2] - q[1]))`.
 * Source: ФИОКО 2019, appendix; handbook §4.1.2 C and §4.1.3 (type of the quantile).
 *
 * @example changeLimits([0.9, 0.95, 1, 1.02, 1.05, 1.08, 1.12, 1.5])!.high // 1.3975
 */
export function changeLimits(
  ratios: readonly number[],
  conventions: OfficialConventions = FIOKO_2019,
): ChangeLimits | null {
  checkConventions(conventions);
  for (const ratio of ratios)
    if (!(ratio >= 0 && Number.isFinite(ratio))) throw new RangeError(`Not a ratio of results: ${ratio}`);
  const { quantileType, fence } = conventions;
  const q25 = quantile(ratios, 0.25, quantileType);
  const q75 = quantile(ratios, 0.75, quantileType);
  if (q25 === null || q75 === null) return null;
  const range = q75 - q25;
  return {
    ...{ schools: ratios.length, q25, q75 },
    low: q25 - fence * range,
    high: q75 + fence * range,
    decidable: isDecidable(ratios.length, conventions),
  };
}
