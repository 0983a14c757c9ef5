import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { cronbachAlpha } from "./cronbach-alpha.ts";
import type { ItemMoments } from "./item-moments.ts";
import { allItems, partCovariance } from "./part-scores.ts";

/** A standard error of measurement, in points, with its interval. */
export interface MeasurementError extends Interval {
  readonly value: number;
}

/**
 * Standard error of measurement (SEM): how many points a pupil's total score usually lies away from what she would get
 * on average over many such tests; SD of totals · √(1 − α). Two totals nearer than about 2.8 SEM need not differ.
 * Its square is the residual mean square of persons × items times the number of items, so that a χ² interval is exact
 * under the model that Feldt's interval of α assumes.
 *
 * Units: points of the total score, 0 and above. Null where α is.
 * R: `sd(rowSums(x)) * sqrt(1 - alpha)`; bounds `sem * sqrt(df / qchisq(c((1 + level) / 2, (1 - level) / 2), df))` with
 * `df <- (n - 1) * (k - 1)`. Source: Lord and Novick (1968), Statistical Theories of Mental Test Scores, §3.8.
 *
 * @example standardErrorOfMeasurement(itemMoments(scoreMatrix([[1, 2], [2, 1], [3, 4], [4, 3]])))!.value // 1.1547…
 */
export function standardErrorOfMeasurement(
  moments: ItemMoments,
  level: number = USUAL_LEVEL,
): MeasurementError | null {
  checkLevel(level);
  const items = allItems(moments);
  const alpha = cronbachAlpha(moments, level);
  const variance = partCovariance(moments, items, items);
  if (alpha === null || variance === null) return null;
  const value = Math.sqrt(variance * (1 - alpha.value));
  const freedom = (moments.n - 1) * (items.length - 1);
  const bound = (p: number) => value * Math.sqrt(freedom / chiSquaredQuantile(p, freedom));
  return { value, low: bound((1 + level) / 2), high: bound((1 - level) / 2) };
}
