import { type MomentsLike, mean } from "../moments.ts";
import type { MarkerResult } from "./marker.ts";
import { type VarianceRatio, varianceRatio } from "./variance-ratio.ts";

export interface VarianceCollapseParameters {
  /** The ratio of the standard deviations below which there is a sign. */
  readonly limit: number;
  /** The sign is strong when chance alone gives so small a spread less often than this. */
  readonly level: number;
  /** Whether only a mean above the region's counts: all doing equally badly is no sign of help. */
  readonly highMeanOnly: boolean;
  readonly minimumPupils: number;
}

/** Handbook §4.2 M6; the level and the least number of pupils are those of its other markers. */
export const VARIANCE_COLLAPSE: VarianceCollapseParameters = {
  limit: 0.6,
  level: 0.01,
  highMeanOnly: true,
  minimumPupils: 10,
};

export interface VarianceCollapse extends MarkerResult<"varianceCollapse"> {
  readonly namespace: "ours";
  readonly ratio: VarianceRatio | null;
  /** The school's mean is above the region's; null when there is no mean. */
  readonly isMeanHigher: boolean | null;
}

/**
 * Variance collapse (схлопывание разброса), our M6: the pupils of a school differ far less from each other than those of
 * the region, while their mean is higher. Statistic = ratio of the standard deviations; weak below 0.6, strong when the
 * chi-squared tail is below 1 % as well. A ratio at the limit is no marker.
 *
 * What it cannot say: see `varianceRatio`; an easy work at a good school collapses by itself.
 *
 * "insufficient" below the least number of pupils and where the ratio is not defined. Source: ours, handbook §4.2 M6.
 * Units: ratio. Statistic null where `varianceRatio` is; "insufficient" below 10. R: as `varianceRatio`.
 *
 * @example varianceCollapse(schoolMoments, regionMoments).verdict // "strong"
 */
export function varianceCollapse(
  school: MomentsLike,
  region: MomentsLike,
  parameters: VarianceCollapseParameters = VARIANCE_COLLAPSE,
): VarianceCollapse {
  const ratio = varianceRatio(school, region);
  const [own, whole] = [mean(school), mean(region)];
  const isMeanHigher = own === null || whole === null ? null : own > whole;
  const verdict = () => {
    if (!ratio || school.n < parameters.minimumPupils) return "insufficient";
    if (ratio.sdRatio >= parameters.limit || (parameters.highMeanOnly && !isMeanHigher)) return "none";
    return ratio.pLow < parameters.level ? "strong" : "weak";
  };
  return {
    ...{ namespace: "ours", marker: "varianceCollapse", statistic: ratio?.sdRatio ?? null },
    ...{ limit: parameters.limit, n: school.n, verdict: verdict(), ratio, isMeanHigher },
  };
}
