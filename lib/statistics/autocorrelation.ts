import { momentsOf } from "./central-moments.ts";

/**
 * Autocorrelation of a series: how much a value says about the one `lag` places later.
 *
 * Units: none, −1 to 1. Null when the series is not longer than the lag or all values are equal. A RangeError unless the lag
 * is a whole number from 1 up. R: `acf(x, lag.max = lag, plot = FALSE)$acf[lag + 1]`.
 * Source: Box and Jenkins (1976), §2.1.5: Σ(xₜ − m)(xₜ₊ₖ − m) / Σ(xₜ − m)².
 *
 * @example autocorrelation([1, 2, 1, 2]) // -0.75
 */
export function autocorrelation(series: readonly number[], lag = 1): number | null {
  if (!Number.isSafeInteger(lag) || lag < 1)
    throw new RangeError(`A lag is a whole number from 1 up, got ${lag}`);
  const { mean, m2 } = momentsOf(series);
  if (series.length <= lag || m2 === 0) return null;
  let products = 0;
  for (let t = lag; t < series.length; t++) products += (series[t]! - mean) * (series[t - lag]! - mean);
  return products / m2;
}
