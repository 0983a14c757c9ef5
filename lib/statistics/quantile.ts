function checkShare(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A share lies between 0 and 1, got ${p}`);
}

/** The nine definitions of Hyndman and Fan, numbered as in R. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** R's allowance for rounding in the place of a quantile. */
const FUZZ = 4 * Number.EPSILON;
/** Plotting positions a and b of the types 4 to 9. */
const POSITIONS = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
} as const;

/** The value of rank j (from 1) and the part of the way to that of rank j + 1: where the quantile lies. */
function placeOf(n: number, p: number, type: QuantileType): readonly [number, number] {
  if (type <= 3) {
    const place = type === 3 ? n * p - 0.5 : n * p;
    const rank = Math.floor(place);
    const isBetween = place > rank;
    if (type === 1) return [rank, isBetween ? 1 : 0];
    if (type === 2) return [rank, isBetween ? 1 : 0.5];
    // Half-way between two ranks the even one is taken.
    return [rank, isBetween || Math.abs(rank % 2) === 1 ? 1 : 0];
  }
  if (type === 7) {
    const rank = Math.floor((n - 1) * p);
    return [rank + 1, (n - 1) * p - rank];
  }
  const [a, b] = POSITIONS[type as keyof typeof POSITIONS];
  const place = a + p * (n + 1 - a - b);
  const rank = Math.floor(place + FUZZ);
  const part = place - rank;
  return [rank, Math.abs(part) < FUZZ ? 0 : part];
}

function quantileOf(n: number, p: number, type: QuantileType, valueAt: (rank: number) => number): number {
  const [rank, part] = placeOf(n, p, type);
  const at = (wanted: number) => valueAt(Math.min(Math.max(wanted, 1), n));
  const lower = at(rank);
  if (part === 0) return lower;
  const upper = at(rank + 1);
  if (part === 1 || lower === upper) return upper;
  return (1 - part) * lower + part * upper;
}

function checkArguments(p: number, type: QuantileType): void {
  checkShare(p);
  if (!(Number.isInteger(type) && type >= 1 && type <= 9))
    throw new RangeError(`Quantiles are of type 1 to 9, got ${type}`);
}

/**
 * Quantile of a list: the value that the share `p` of it does not exceed; p = 0 is the least, p = 1 the greatest value.
 * Type 7 of Hyndman and Fan unless another is asked for, because R, Excel (PERCENTILE.INC) and so most people's own check use
 * it; types 1 to 3 give only values of the list (2: or the middle of two).
 *
 * Units: those of the values. Null when the list is empty. A RangeError for NaN. R: `quantile(x, p, type = type)`.
 * Source: Hyndman and Fan (1996), The American Statistician 50:361–365.
 *
 * @example quantile([12, 7, 3, 25, 18, 9, 14, 21, 7], 0.75) // 18
 */
export function quantile(values: readonly number[], p: number, type: QuantileType = 7): number | null {
  checkArguments(p, type);
  if (values.some(Number.isNaN)) throw new RangeError("A quantile of NaN is not defined: leave it out first");
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return quantileOf(sorted.length, p, type, (rank) => sorted[rank - 1]!);
}

/**
 * Quantile of a histogram (`histogram[s]` pupils have the score `s`): exactly the quantile of the list it was made of,
 * without the list. Types as `quantile`.
 *
 * Units: points. Null when the histogram is empty. A RangeError for what is no count.
 * R: `quantile(rep(seq_along(h) - 1, h), p, type = type)`.
 * Source: Hyndman and Fan 1996.
 *
 * @example histogramQuantile([1, 0, 2, 1], 0.5) // 2
 */
export function histogramQuantile(
  histogram: readonly number[],
  p: number,
  type: QuantileType = 7,
): number | null {
  checkArguments(p, type);
  for (const count of histogram) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of pupils: ${count}`);
  }
  const n = histogram.reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  return quantileOf(n, p, type, (rank) => {
    let value = 0;
    for (let seen = histogram[0]!; seen < rank; seen += histogram[value]!) value++;
    return value;
  });
}

/**
 * Median of a histogram: half of the pupils have this score or less, half this score or more.
 *
 * Units: points (x.5 is possible). Null when the histogram is empty. R: `median(rep(seq_along(h) - 1, h))`.
 * Source: its definition.
 *
 * @example histogramMedian([1, 1, 0, 1, 1]) // 2
 */
export function histogramMedian(histogram: readonly number[]): number | null {
  return histogramQuantile(histogram, 0.5);
}
