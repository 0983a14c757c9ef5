import type { MomentsLike } from "../moments.ts";
import { FIOKO_2019, type OfficialConventions } from "./conventions.ts";
import type { MarkerResult } from "./marker.ts";
import { type MeanBounds, meanBounds } from "./mean-bounds.ts";

export interface OverHighMean extends MarkerResult<"overHigh"> {
  readonly namespace: "official";
  /** The school's interval; null when it does not exist. */
  readonly school: MeanBounds | null;
  readonly region: MeanBounds | null;
}

/**
 * Over-high mean (завышенные значения среднего балла), official markers 1–6, rule A: the school's whole interval lies to
 * the right of the region's whole interval. Statistic = the school's lower bound, limit = the region's upper bound; equal
 * bounds are no marker.
 *
 * What it cannot say: the region's interval is very narrow, so the rule marks almost every school that is reliably better
 * than the average, lyceums and gymnasiums included. It finds "high", not "false".
 *
 * Units: those of the scores. "insufficient" below the least number of pupils (one pupil has no spread: with the divisor n
 * it would be 0, and one strong pupil would mark a school), or without a region.
 * R: `mean(x) - 1.96 * sd(x) / sqrt(m) > mean(X) + 1.96 * sd(X) / sqrt(n)`.
 * Source: ФИОКО 2019, appendix; handbook §4.1.2 A and §4.1.3.
 * Never null; "insufficient" with a null statistic below the least n (2), without a spread or a region.
 *
 * @example overHighMean({ n: 3, sum: 66, squareSum: 1460 }, regionBounds(schools)).verdict
 */
export function overHighMean(
  school: MomentsLike,
  region: MeanBounds | null,
  conventions: OfficialConventions = FIOKO_2019,
): OverHighMean {
  const computed = meanBounds(school, conventions);
  const bounds = school.n >= conventions.minimumPupils ? computed : null;
  const verdict = () => {
    if (!bounds || !region) return "insufficient";
    return bounds.low > region.high ? "strong" : "none";
  };
  return {
    namespace: "official",
    marker: "overHigh",
    statistic: bounds?.low ?? null,
    limit: region?.high ?? null,
    n: school.n,
    verdict: verdict(),
    school: bounds,
    region,
  };
}
