function checkShare(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A share lies between 0 and 1, got ${p}`);
}

/** Type 7: rank 1 + (n − 1)p, straight line between the two neighbours. */
function typeSeven(n: number, p: number, valueAt: (rank: number) => number): number {
  const rank = (n - 1) * p;
  const below = Math.floor(rank);
  const lower = valueAt(below);
  return rank === below ? lower : lower + (rank - below) * (valueAt(below + 1) - lower);
}

/**
 * Quantile of a list: the value that the share `p` of it does not exceed; p = 0 is the least, p = 1 the greatest value.
 * Type 7 of Hyndman and Fan, because R, Excel (PERCENTILE.INC) and so most people's own check use it.
 *
 * Units: those of the values. Null when the list is empty. R: `quantile(x, p, type = 7)`.
 * Source: Hyndman and Fan (1996), The American Statistician 50:361–365.
 *
 * @example quantile([12, 7, 3, 25, 18, 9, 14, 21, 7], 0.75) // 18
 */
export function quantile(values: readonly number[], p: number): number | null {
  checkShare(p);
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return typeSeven(sorted.length, p, (rank) => sorted[rank]!);
}

/**
 * Quantile of a histogram (`histogram[s]` pupils have the score `s`): exactly the quantile of the list it was made of,
 * without the list. Type 7, as `quantile`.
 *
 * Units: points. Null when the histogram is empty. R: `quantile(rep(seq_along(h) - 1, h), p, type = 7)`.
 *
 * @example histogramQuantile([1, 0, 2, 1], 0.5) // 2
 */
export function histogramQuantile(histogram: readonly number[], p: number): number | null {
  checkShare(p);
  const n = histogram.reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  return typeSeven(n, p, (rank) => {
    let value = 0;
    for (let seen = histogram[0]!; seen <= rank; seen += histogram[value]!) value++;
    return value;
  });
}

/**
 * Median of a histogram: half of the pupils have this score or less, half this score or more.
 *
 * Units: points (x.5 is possible). Null when the histogram is empty. R: `median(rep(seq_along(h) - 1, h))`.
 *
 * @example histogramMedian([1, 1, 0, 1, 1]) // 2
 */
export function histogramMedian(histogram: readonly number[]): number | null {
  return histogramQuantile(histogram, 0.5);
}
