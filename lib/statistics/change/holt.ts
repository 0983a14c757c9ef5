import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";

/** How fast level and trend follow new values: 0 never, 1 at once. */
export interface Smoothing {
  readonly alpha: number;
  readonly beta: number;
}

export interface Holt extends Smoothing {
  /** Level and change per step after the last value. */
  readonly level: number;
  readonly trend: number;
  /** Sum of squared one-step errors. */
  readonly sse: number;
  /** One-step predictions from the third value on. */
  readonly fitted: readonly number[];
  /** The next values, one step after another. */
  readonly forecast: readonly number[];
  /** Intervals of the forecast; null with fewer than two one-step errors, or when all of them are equal. */
  readonly intervals: readonly Interval[] | null;
}

/** Refuses a value that is missing or not finite: the method needs every step, and no step may be made up. */
export function checkSteps(values: readonly number[]): void {
  for (const value of values)
    if (!Number.isFinite(value)) throw new RangeError(`Not a value of a series: ${value}`);
}

/** Refuses anything but a whole number of steps ahead, from 1 up. */
export function checkHorizon(steps: number): void {
  if (!(Number.isSafeInteger(steps) && steps >= 1))
    throw new RangeError(`Not a number of steps ahead: ${steps}`);
}

/** Variance of the errors around their mean, n − 1; null where it says nothing. */
function errorVariance(errors: readonly number[]): number | null {
  if (errors.length < 2) return null;
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1);
  return variance > 0 ? variance : null;
}

/**
 * Holt's linear smoothing with given parameters: level and trend follow the series, late years counting more than
 * early ones. Level starts at the second value, trend at the difference of the first two, as R does; the first
 * prediction is for the third. The interval is the normal one with the variance of the one-step errors
 * around their mean, growing with each step; it takes the parameters as known, so with few years it is too narrow rather than too wide.
 *
 * `values` at equal steps without a gap: a RangeError for a missing one, for parameters outside of 0–1, for steps below 1.
 * Units: those of the values; forecasts of shares are not cut at 0 and 100. Null for fewer than 3 values.
 * R: `HoltWinters(ts(y), alpha, beta, gamma = FALSE)`; `predict(m, steps, prediction.interval = TRUE)`.
 * Source: Holt (1957), reprinted in International Journal of Forecasting 20:5–10 (2004); Hyndman et al. (2008), §6.3.
 *
 * @example holt([1, 2, 3, 4], { alpha: 0.5, beta: 0.3 }, 2)!.forecast // [5, 6]
 */
export function holt(
  values: readonly number[],
  { alpha, beta }: Smoothing,
  steps = 1,
  level: number = USUAL_LEVEL,
): Holt | null {
  checkSteps(values);
  checkHorizon(steps);
  checkLevel(level);
  for (const parameter of [alpha, beta])
    if (!(parameter >= 0 && parameter <= 1))
      throw new RangeError(`A smoothing parameter lies between 0 and 1, got ${parameter}`);
  if (values.length < 3) return null;
  let at = values[1]!;
  let trend = values[1]! - values[0]!;
  const fitted: number[] = [];
  const errors: number[] = [];
  for (const value of values.slice(2)) {
    const predicted = at + trend;
    const next = alpha * value + (1 - alpha) * predicted;
    trend = beta * (next - at) + (1 - beta) * trend;
    at = next;
    fitted.push(predicted);
    errors.push(value - predicted);
  }
  const ahead = Array.from({ length: steps }, (_, i) => i + 1);
  const forecast = ahead.map((step) => at + step * trend);
  const variance = errorVariance(errors);
  const z = normalQuantile((1 + level) / 2);
  let growth = 0;
  const intervals = ahead.map((step, i) => {
    if (i > 0) growth += (alpha * (1 + i * beta)) ** 2;
    const half = z * Math.sqrt((variance ?? 0) * (1 + growth));
    return { low: forecast[step - 1]! - half, high: forecast[step - 1]! + half };
  });
  return {
    alpha,
    beta,
    level: at,
    trend,
    sse: errors.reduce((sum, error) => sum + error * error, 0),
    fitted,
    forecast,
    intervals: variance === null ? null : intervals,
  };
}
