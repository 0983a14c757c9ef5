import type { Interval } from "../interval.ts";
import type { EstimateWithError } from "./comparison-intervals.ts";

export interface CaterpillarRow {
  /** Place of the school in the list that was given. */
  readonly place: number;
  readonly estimate: number;
  readonly interval: Interval;
  /** 1 = highest; equal estimates share the better rank. Never to be shown without the interval. */
  readonly rank: number;
  /** Whether the whole interval lies above or below 0, the average; otherwise the school cannot be told from it. */
  readonly clear: "above" | "below" | null;
}

/**
 * Caterpillar: schools from the lowest to the highest effect, each with its interval `estimate ± z · standard error`, and
 * whether that lies clear of 0. z = 1.96 asks about the average, the comparison multiplier (1.39) about each other.
 *
 * Units: those of the estimates. Null entries (schools without pupils) are left out. An interval that ends at 0, or an effect of 0
 * without error (variance on the boundary), is not clear. RangeError for a z that is not positive, for negative errors and NaN.
 * R: `u - z * condSD > 0`, `rank(-u, ties.method = "min")`.
 * Source: Goldstein and Spiegelhalter (1996), Journal of the Royal Statistical Society A 159:385–443.
 *
 * @example caterpillar([{ estimate: 3, standardError: 1 }, { estimate: 1, standardError: 1 }], 1.96).map((row) => row.clear) // [null, "above"]
 */
export function caterpillar(schools: readonly (EstimateWithError | null)[], z: number): CaterpillarRow[] {
  if (!(z > 0 && z < Number.POSITIVE_INFINITY)) throw new RangeError(`Not a multiplier: ${z}`);
  const rows: Omit<CaterpillarRow, "rank">[] = [];
  schools.forEach((school, place) => {
    if (school === null) return;
    const { estimate, standardError } = school;
    if (!(Number.isFinite(estimate) && standardError >= 0 && standardError < Number.POSITIVE_INFINITY))
      throw new RangeError(`Not an estimate with its error: ${estimate} ± ${standardError}`);
    const interval = { low: estimate - z * standardError, high: estimate + z * standardError };
    const clear = interval.low > 0 ? "above" : interval.high < 0 ? "below" : null;
    rows.push({ place, estimate, interval, clear });
  });
  rows.sort((a, b) => a.estimate - b.estimate || a.place - b.place);
  let rank = 0;
  return rows
    .reverse()
    .map((row, i) => {
      if (i === 0 || row.estimate < rows[i - 1]!.estimate) rank = i + 1;
      return { ...row, rank };
    })
    .reverse();
}
