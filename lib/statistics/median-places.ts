import { histogramQuantile } from "./quantile.ts";

/** The middle of an ordered list: the places that decide the median, counted from 1, and the values that stand there. */
export interface MedianPlaces {
  readonly n: number;
  /** One middle value, or two whose mean is the median. */
  readonly parity: "odd" | "even";
  readonly lowRank: number;
  readonly highRank: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What the median of a histogram was made of, so that a person can find it in the ordered list: one value for an odd number of
 * pupils, two for an even one. Half of `low + high` is `histogramMedian`.
 *
 * Units: places from 1, points. Null when the histogram is empty. A RangeError for what is no count.
 * R: `n <- length(x); sort(x)[c(ceiling(n / 2), floor(n / 2) + 1)]`. Source: Hyndman and Fan (1996), type 7 at p = 0.5.
 *
 * @example medianPlaces([0, 2, 2]) // { n: 4, parity: "even", lowRank: 2, highRank: 3, low: 1, high: 2 }
 */
export function medianPlaces(histogram: readonly number[]): MedianPlaces | null {
  // Types 1 and 3 give a value of the list itself; of two middle ones type 1 takes the lower.
  const low = histogramQuantile(histogram, 0.5, 1);
  if (low === null) return null;
  const n = histogram.reduce((sum, count) => sum + count, 0);
  const highRank = Math.floor(n / 2) + 1;
  let high = 0;
  for (let seen = histogram[0]!; seen < highRank; seen += histogram[high]!) high++;
  return { n, parity: n % 2 === 1 ? "odd" : "even", lowRank: Math.ceil(n / 2), highRank, low, high };
}
