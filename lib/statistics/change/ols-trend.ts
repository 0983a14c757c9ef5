import { studentQuantile, studentUpperTail } from "../distributions/student.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { linearRegression } from "../regression/linear-regression.ts";
import { seriesOf } from "./series.ts";

/** A straight line through a series, and where it points. */
export interface OlsTrend {
  readonly n: number;
  readonly slope: number;
  readonly slopeStandardError: number;
  /** Null when the points lie exactly on the line: a spread is then not known. So are the other intervals, t and p. */
  readonly slopeInterval: Interval | null;
  /** Value of the line at time 0. */
  readonly intercept: number;
  readonly interceptStandardError: number;
  readonly t: number | null;
  readonly p: number | null;
  /** Share of the variance that the line explains; null when all values are equal. */
  readonly rSquared: number | null;
  /** Standard deviation of the residuals, n − 2. */
  readonly residualSD: number;
  /** The line at any other time, with the interval of the line there and that of a single new value. */
  at(time: number): { value: number; confidence: Interval | null; prediction: Interval | null };
}

/** Residuals smaller than this part of the values are their rounding. */
const ROUNDING = 1e-13;

/**
 * Straight trend by least squares with its t test and intervals. For comparison with programs that draw such a line; for a
 * few years with an odd one among them Theil–Sen and Mann–Kendall are the safer pair. The prediction interval
 * supposes that the line goes on, which no formula can promise.
 *
 * Missing values are null and left out. Units: value per unit of time. Null without three points at two times: two points
 * leave no spread to make an interval of. R: `summary(lm(y ~ x))`, `confint`, `predict(m, data.frame(x = at), interval = "prediction")`.
 * Source: Draper and Smith (1998), Applied Regression Analysis, ch. 1.
 *
 * @example olsTrend([1, 2, 3], [1, 2, 4])!.slope // 1.5
 */
export function olsTrend(
  times: readonly number[],
  values: readonly (number | null)[],
  level: number = USUAL_LEVEL,
): OlsTrend | null {
  checkLevel(level);
  const series = seriesOf(times, values);
  const n = series.values.length;
  if (n < 3 || series.times[0] === series.times[n - 1]) return null;
  // From the mean time on: level and slope are then independent, and every other standard error is their sum.
  const first = series.times[0]!;
  const centre = first + series.times.reduce((sum, time) => sum + (time - first), 0) / n;
  const fit = linearRegression(
    series.times.map((time) => [time - centre]),
    series.values,
    { level },
  )!;
  const [middle, slope] = fit.coefficients as [number, number];
  const size = series.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const perfect = fit.residualSD! <= ROUNDING * size;
  const residualSD = perfect ? 0 : fit.residualSD!;
  const [seMiddle, seSlope] = perfect ? [0, 0] : (fit.standardErrors as [number, number]);
  const critical = studentQuantile((1 + level) / 2, n - 2);
  const around = (value: number, error: number) =>
    perfect ? null : { low: value - critical * error, high: value + critical * error };
  const lineError = (time: number) => Math.hypot(seMiddle, (time - centre) * seSlope);
  const t = perfect ? null : slope / seSlope;
  return {
    n,
    slope,
    slopeStandardError: seSlope,
    slopeInterval: around(slope, seSlope),
    intercept: middle - slope * centre,
    interceptStandardError: lineError(0),
    t,
    p: t === null ? null : Math.min(1, 2 * studentUpperTail(Math.abs(t), n - 2)),
    rSquared: fit.rSquared,
    residualSD,
    at(time) {
      if (!Number.isFinite(time)) throw new RangeError(`Not a time: ${time}`);
      const value = middle + slope * (time - centre);
      const error = lineError(time);
      return {
        value,
        confidence: around(value, error),
        prediction: around(value, Math.hypot(error, residualSD)),
      };
    },
  };
}
