import { type MomentsLike, mean, standardDeviation } from "../moments.ts";
import type { MarkerResult } from "./marker.ts";

/** A school in one work, and the region in the same work. */
export interface StandingInWork {
  readonly school: MomentsLike;
  readonly region: MomentsLike;
}

export type CohortDrop = MarkerResult<"cohortDrop"> & {
  readonly namespace: "ours";
  /** The school's mean in standard deviations of the region's pupils, in the earlier and the later work. */
  readonly earlier: number | null;
  readonly later: number | null;
};

function standing({ school, region }: StandingInWork): number | null {
  const [own, whole, spread] = [mean(school), mean(region), standardDeviation(region)];
  return own === null || whole === null || !spread ? null : (own - whole) / spread;
}

/**
 * Drop of a cohort (падение параллели), our M4, the twin of the official rule C in standard units: by how many of the
 * region's standard deviations the school's mean stands lower in the later work than in the earlier one. Each work is measured by
 * its own region, so that a harder test moves nobody. Marker from D = 1 with 20 pupils in both years.
 *
 * What it cannot say: it does not know whether they are the same pupils, nor which of the two years was the unusual one.
 *
 * Units: standard deviations. Statistic null where a mean or the region's spread does not exist, or is 0; "insufficient"
 * then and below the least number of pupils. `n` = the smaller of the two groups. R: `(mean(x4) - mean(X4)) / sd(X4) - …`.
 * Source: ours, handbook §4.2 M4.
 *
 * @example cohortDrop(grade4, grade5).verdict // "strong"
 */
export function cohortDrop(
  earlier: StandingInWork,
  later: StandingInWork,
  { limit = 1, minimumPupils = 20 }: { limit?: number; minimumPupils?: number } = {},
): CohortDrop {
  const standings = { earlier: standing(earlier), later: standing(later) };
  const n = Math.min(earlier.school.n, later.school.n);
  const statistic =
    standings.earlier === null || standings.later === null ? null : standings.earlier - standings.later;
  const verdict = () => {
    if (statistic === null || n < minimumPupils) return "insufficient";
    return statistic >= limit ? "strong" : "none";
  };
  return {
    ...{ namespace: "ours", marker: "cohortDrop", statistic, limit, n, verdict: verdict() },
    ...standings,
  };
}
