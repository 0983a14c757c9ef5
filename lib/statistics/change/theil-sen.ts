import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { EXACT_LIMIT, kendallCriticalValue } from "./kendall-distribution.ts";
import { kendallVariance } from "./mann-kendall.ts";
import { seriesOf, tieSizes } from "./series.ts";

/** A straight trend that single odd years cannot turn. */
export interface TheilSen {
  readonly n: number;
  /** Change of the value per unit of time. */
  readonly slope: number;
  /** Value of the line at time 0. */
  readonly intercept: number;
  /** Pairs of points at different times. */
  readonly pairs: number;
  /** Null when there are too few points for the level, or all values are equal. */
  readonly interval: Interval | null;
  readonly method: "exact" | "normal";
}

const median = (sorted: Float64Array): number => {
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** Slopes of all pairs of points at different times, smallest first. */
function sortedSlopes(times: readonly number[], values: readonly number[]): Float64Array {
  const slopes = new Float64Array((times.length * (times.length - 1)) / 2);
  let count = 0;
  for (let i = 0; i < times.length; i++)
    for (let j = i + 1; j < times.length; j++)
      if (times[j]! > times[i]!) slopes[count++] = (values[j]! - values[i]!) / (times[j]! - times[i]!);
  return slopes.subarray(0, count).sort();
}

/** How many slopes lie outside of the interval on each side, plus 1: the rank of its lower end, from 1. */
function lowerRank(n: number, exact: boolean, variance: number, pairs: number, level: number): number | null {
  if (!exact) {
    const rank = Math.round((pairs - normalQuantile((1 + level) / 2) * Math.sqrt(variance)) / 2);
    return rank < 1 ? null : rank;
  }
  const critical = kendallCriticalValue(n, (1 - level) / 2);
  return critical === null ? null : (pairs - critical) / 2 + 1;
}

/**
 * Theil–Sen slope: the median of the slopes between all pairs of points. Chosen over least squares for series of a few
 * years, because nearly a third of the points may be wild before it moves far. The interval holds every slope
 * that the Mann–Kendall test would not reject: exact for fewer than 50 points with all times and values different (Hollander and
 * Wolfe), otherwise by the normal approximation with variance corrected for ties and ranks rounded, as `trend::sens.slope`.
 *
 * Missing values are null and left out; pairs at equal times have no slope. Units: value per unit of time; not cut at any limit.
 * Null without two points at different times; the interval also with fewer than 5 points at 95 % (no order of four is
 * rare enough) and when all values are equal. The work grows with the square of the number of points: series, not pupils.
 * R: `median(outer slopes)`; interval `trend::sens.slope(y)$conf.int`. Source: Theil (1950); Sen (1968), JASA 63:1379–1389; Hollander and Wolfe (1999), §9.3.
 *
 * @example theilSen([2021, 2022, 2023, 2024, 2025], [60, 61, 63, 62, 65])!.slope // 1.125
 */
export function theilSen(
  times: readonly number[],
  values: readonly (number | null)[],
  level: number = USUAL_LEVEL,
): TheilSen | null {
  checkLevel(level);
  const series = seriesOf(times, values);
  const n = series.values.length;
  const slopes = sortedSlopes(series.times, series.values);
  const pairs = slopes.length;
  if (pairs === 0) return null;
  const slope = median(slopes);
  const residuals = Float64Array.from(series.values, (value, i) => value - slope * series.times[i]!).sort();
  const exact =
    n < EXACT_LIMIT && tieSizes(series.values).length === 0 && tieSizes(series.times).length === 0;
  const variance = kendallVariance(series.times, series.values);
  const rank = variance === 0 ? null : lowerRank(n, exact, variance, pairs, level);
  return {
    n,
    slope,
    intercept: median(residuals),
    pairs,
    interval: rank === null ? null : { low: slopes[rank - 1]!, high: slopes[pairs - rank]! },
    method: exact ? "exact" : "normal",
  };
}
