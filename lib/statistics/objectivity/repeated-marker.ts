import type { MarkerResult, MarkerVerdict } from "./marker.ts";

export interface RepeatedMarkerParameters {
  /** Years with a marker from which the sign lasts. */
  readonly limit: number;
  /** From which verdict on a year counts. */
  readonly from: "weak" | "strong";
}

/** Handbook §4.2 M9: two of three years. Only strong signs count, because weak ones come back by chance. */
export const REPEATED_MARKER: RepeatedMarkerParameters = { limit: 2, from: "strong" };

/**
 * Repeatability (устойчивый признак), our M9: the same marker in at least two of the last three years. Statistic = years with a
 * marker, `n` = years for which the marker could be computed. Strong from the limit; weak when some year has it, but fewer
 * than the limit; "insufficient" when the years without data could still bring the count to the limit, or no year has data.
 *
 * What it cannot say: a marker that a strong school gets for being strong (rule A) comes back every year and is no more
 * evidence the third time than the first.
 *
 * Units: years. Statistic null when no year has data. A RangeError for a limit that the years cannot reach.
 * Source: ours, handbook §4.2 M9.
 * R: no equivalent.
 *
 * @example repeatedMarker(["strong", "none", "strong"]).verdict // "strong"
 */
export function repeatedMarker(
  years: readonly MarkerVerdict[],
  { limit, from }: RepeatedMarkerParameters = REPEATED_MARKER,
): MarkerResult<"repeatedMarker"> {
  if (!Number.isInteger(limit) || limit < 1 || limit > years.length)
    throw new RangeError(`A marker cannot be there in ${limit} of ${years.length} years`);
  const n = years.filter((verdict) => verdict !== "insufficient").length;
  const count = years.filter(
    (verdict) => verdict === "strong" || (from === "weak" && verdict === "weak"),
  ).length;
  const decide = (): MarkerVerdict => {
    if (count >= limit) return "strong";
    if (n === 0 || count + years.length - n >= limit) return "insufficient";
    return count > 0 ? "weak" : "none";
  };
  return {
    ...{ namespace: "ours", marker: "repeatedMarker", statistic: n === 0 ? null : count },
    ...{ limit, n, verdict: decide() },
  };
}
