import { USUAL_LEVEL } from "../interval.ts";
import { type MannKendall, mannKendall } from "./mann-kendall.ts";
import { seriesOf, type TooEarly } from "./series.ts";
import { type TheilSen, theilSen } from "./theil-sen.ts";

/** A trend with what it rests on. */
export interface Trend {
  readonly kind: "trend";
  readonly n: number;
  /** `unclear`: chance alone would make such a series in more than 1 − level of cases. */
  readonly direction: "rising" | "falling" | "unclear";
  readonly slope: TheilSen;
  readonly test: MannKendall;
}

/** The fewest different values whose order can be rarer by chance than 5 %. */
export const LEAST_POINTS = 5;

/**
 * Has it changed over the years? Theil–Sen's slope with Mann–Kendall's verdict, or `tooEarly` while there are fewer points
 * than any trend could be told from: with four years even a complete order comes by chance in 1 of 12 series.
 *
 * `times` all different: a RangeError otherwise, and for `leastPoints` below 3. Missing values are null and do not count as points.
 * Units: value per unit of time. R: see `theilSen` and `mannKendall`. Source: ours, on both.
 *
 * @example trend([2023, 2024, 2025], [60, 62, 64]) // { kind: "tooEarly", points: 3, needed: 5 }
 */
export function trend(
  times: readonly number[],
  values: readonly (number | null)[],
  { leastPoints = LEAST_POINTS, level = USUAL_LEVEL }: { leastPoints?: number; level?: number } = {},
): Trend | TooEarly {
  if (!(Number.isSafeInteger(leastPoints) && leastPoints >= 3))
    throw new RangeError(`A trend needs 3 points at least, got ${leastPoints}`);
  if (new Set(times).size < times.length) throw new RangeError("A time stands twice in the series");
  const series = seriesOf(times, values);
  const n = series.values.length;
  if (n < leastPoints) return { kind: "tooEarly", points: n, needed: leastPoints };
  const slope = theilSen(series.times, series.values, level)!;
  const test = mannKendall(series.values)!;
  const clear = test.p <= 1 - level;
  return {
    kind: "trend",
    n,
    direction: clear ? (test.s > 0 ? "rising" : "falling") : "unclear",
    slope,
    test,
  };
}
