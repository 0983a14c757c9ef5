import { USUAL_LEVEL } from "../interval.ts";
import { type FittedHolt, fittedHolt } from "./fitted-holt.ts";
import { type Holt, holt, type Smoothing } from "./holt.ts";
import { seriesOf, type TooEarly } from "./series.ts";

/** The next years, if things go on as they went. */
export interface Forecast {
  readonly kind: "forecast";
  readonly years: readonly number[];
  readonly model: Holt | FittedHolt;
}

/** Years without a value inside the series: a smoothing cannot step over them. */
export interface Gap {
  readonly kind: "gap";
  readonly missing: readonly number[];
}

export interface ForecastOptions {
  readonly steps?: number;
  readonly leastPoints?: number;
  /** Given parameters; fitted by least squares when left out. */
  readonly smoothing?: Smoothing;
  readonly level?: number;
}

/** Four one-step errors for two fitted parameters: below that the fit only repeats the series. */
export const LEAST_POINTS_OF_FORECAST = 6;

/**
 * Forecast of a yearly figure by Holt's smoothing, or the reason why there is none: `tooEarly` with fewer years than
 * `leastPoints`, `gap` when a year in between has no value.
 *
 * `years` whole and all different, in any order; missing values are null, at the ends they only shorten the series.
 * A RangeError otherwise, and for `leastPoints` below 5. Units: those of the values. R: see `holt`. Source: ours, on Holt.
 *
 * @example forecast([2023, 2024, 2025], [60, 62, 64]) // { kind: "tooEarly", points: 3, needed: 6 }
 */
export function forecast(
  years: readonly number[],
  values: readonly (number | null)[],
  { steps = 1, leastPoints = LEAST_POINTS_OF_FORECAST, smoothing, level = USUAL_LEVEL }: ForecastOptions = {},
): Forecast | TooEarly | Gap {
  if (!(Number.isSafeInteger(leastPoints) && leastPoints >= 5))
    throw new RangeError(`A forecast needs 5 points at least, got ${leastPoints}`);
  if (!years.every(Number.isSafeInteger) || new Set(years).size < years.length)
    throw new RangeError("Years have to be whole numbers, each once");
  const series = seriesOf(years, values);
  const n = series.values.length;
  if (n < leastPoints) return { kind: "tooEarly", points: n, needed: leastPoints };
  const first = series.times[0]!;
  const last = series.times[n - 1]!;
  const present = new Set(series.times);
  const missing = Array.from({ length: last - first }, (_, i) => first + i).filter(
    (year) => !present.has(year),
  );
  if (missing.length > 0) return { kind: "gap", missing };
  const model = smoothing
    ? holt(series.values, smoothing, steps, level)
    : fittedHolt(series.values, steps, level);
  return { kind: "forecast", years: Array.from({ length: steps }, (_, i) => last + i + 1), model: model! };
}
