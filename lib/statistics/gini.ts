/**
 * Gini coefficient: how unequally the points are spread over the pupils; 0 = all have the same, near 1 = few have all.
 * Without the factor n/(n − 1), so the greatest value for n pupils is (n − 1)/n.
 *
 * Units: fraction 0–1. Null for no values and when they add up to 0; 0 for one value. A RangeError for a negative or
 * infinite value and for NaN. R: `x <- sort(x); sum((2 * seq_along(x) - n - 1) * x) / (n * sum(x))`; `ineq::Gini(x)`.
 * Source: Gini (1912); Sen (1973), On Economic Inequality, ch. 2.
 *
 * @example gini([1, 2, 3, 4, 10]) // 0.4
 */
export function gini(values: readonly number[]): number | null {
  for (const value of values) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`The coefficient needs values from 0 up, got ${value}`);
  }
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let total = 0;
  let spread = 0;
  sorted.forEach((value, i) => {
    total += value;
    spread += (2 * i + 1 - n) * value;
  });
  return total === 0 ? null : spread / n / total;
}

/**
 * Gini coefficient of a histogram (`histogram[s]` pupils have the score `s`): exactly that of the list it was made of.
 *
 * Units: fraction 0–1. Null for nobody and when all have 0 points. A RangeError for what is no count.
 * R: as `gini`. Source: Gini 1912.
 *
 * @example histogramGini([0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1]) // 0.4
 */
export function histogramGini(histogram: readonly number[]): number | null {
  let n = 0;
  let total = 0;
  histogram.forEach((count, score) => {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of pupils: ${count}`);
    n += count;
    total += count * score;
  });
  if (total === 0) return null;
  let before = 0;
  let spread = 0;
  histogram.forEach((count, score) => {
    // The places of the pupils with this score, 2i − n − 1 summed over them.
    spread += count * (2 * before + count - n) * score;
    before += count;
  });
  return spread / n / total;
}
