import { type ChangeLimits, type CohortYear, cohortRatio } from "./change-limits.ts";
import { FIOKO_2019, type OfficialConventions } from "./conventions.ts";
import type { MarkerResult } from "./marker.ts";

export interface CohortChange {
  /** A large K is a fall: the earlier result is in the numerator. */
  readonly fall: MarkerResult<"fall"> & { readonly namespace: "official" };
  readonly rise: MarkerResult<"rise"> & { readonly namespace: "official" };
}

/**
 * Sharp change of one cohort from grade 4 to grade 5 (резкое возрастание, резкое падение результатов одной параллели),
 * official markers 11–14, rule C: the ratio K of the mean percentages of work done lies more than three interquartile ranges
 * beyond the quartiles of all schools. Statistic = K, limit = the upper limit for a fall, the lower one for a rise; K at
 * the limit is no marker. `n` is the smaller of the two groups of pupils.
 *
 * What it cannot say: it compares two different works. A change of the test moves all K together and the quartiles absorb
 * that, but not for a school with a handful of pupils; and nothing says that they are the same pupils.
 *
 * "insufficient" when a year is missing or below the least cohort, when the later result is 0, without limits, and in a
 * sample so small that no school could be marked whatever its result (`ChangeLimits.decidable`).
 * R: `k > q[2] + 3 * (q[2] - q[1])`, `k < q[1] - 3 * (q[2] - q[1])` with `q <- quantile(K, c(.25, .75), type = 7)`.
 * Source: ФИОКО 2019, appendix; handbook §4.1.2 C and §4.1.3.
 * Units: ratio. Never null; "insufficient" without a ratio or limits, or where no school of the sample could be marked.
 *
 * @example cohortChange(grade4, grade5, changeLimits(ratios)).fall.verdict
 */
export function cohortChange(
  earlier: CohortYear,
  later: CohortYear,
  limits: ChangeLimits | null,
  conventions: OfficialConventions = FIOKO_2019,
): CohortChange {
  const n = Math.min(earlier.n, later.n);
  const ratio = cohortRatio(earlier, later, conventions);
  const result = <M extends "fall" | "rise">(marker: M, limit: number | null, isBeyond: boolean) => ({
    ...{ namespace: "official" as const, marker, statistic: ratio, limit, n },
    verdict:
      ratio === null || !limits?.decidable
        ? ("insufficient" as const)
        : isBeyond
          ? ("strong" as const)
          : ("none" as const),
  });
  return {
    fall: result("fall", limits?.high ?? null, ratio !== null && limits !== null && ratio > limits.high),
    rise: result("rise", limits?.low ?? null, ratio !== null && limits !== null && ratio < limits.low),
  };
}
