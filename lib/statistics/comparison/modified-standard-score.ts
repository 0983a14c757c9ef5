import { quantile } from "../quantile.ts";

/** The third quartile of the normal distribution to four digits, as the source prints it. */
const QUARTILE = 0.6745;

/**
 * Median absolute deviation: the median of the distances from the median, without a factor.
 *
 * Units: those of the values. Null for an empty list. A RangeError for what is no number. R: `mad(x, constant = 1)`.
 * Source: Iglewicz and Hoaglin 1993.
 *
 * @example medianAbsoluteDeviation([48, 52, 55, 57, 60, 61, 63, 90]) // 4
 */
export function medianAbsoluteDeviation(values: readonly number[]): number | null {
  const median = quantile(values, 0.5);
  if (median === null) return null;
  return quantile(
    values.map((value) => Math.abs(value - median)),
    0.5,
  );
}

/**
 * Modified standard score (модифицированная z-оценка): the distance from the median in units of the median absolute deviation, scaled so that
 * for normal values it is near the standard score. Outliers move neither median nor deviation, so a far school is seen in a small
 * municipality and beside another far school. Above 3.5 the source calls a value a possible outlier.
 *
 * Units: standard deviations of a normal distribution. Null for an empty group and when more than half of its values are equal
 * (then no distance has a measure). A RangeError for what is no number.
 * R: `0.6745 * (x - median(g)) / mad(g, constant = 1)`. Source: Iglewicz and Hoaglin (1993), How to detect and handle outliers.
 *
 * @example modifiedStandardScore(90, [48, 52, 55, 57, 60, 61, 63, 90]) // 5.3116875
 */
export function modifiedStandardScore(value: number, group: readonly number[]): number | null {
  if (!Number.isFinite(value)) throw new RangeError(`Not a value: ${value}`);
  const median = quantile(group, 0.5);
  const deviation = medianAbsoluteDeviation(group);
  return median === null || !deviation ? null : (QUARTILE * (value - median)) / deviation;
}
