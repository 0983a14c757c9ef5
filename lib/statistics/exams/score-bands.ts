/**
 * Persons whose score lies between two bounds, both included.
 *
 * Units: persons; never null. R: `sum(x >= from & x <= to)`. Source: handbook §2.6.
 *
 * @example countBetween([0, 0, 3, 4, 2, 1], 4, 5) // 3
 */
export function countBetween(histogram: readonly number[], from: number, to: number): number {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0)
    throw new RangeError(`Not bounds of a band: ${from}–${to}`);
  return histogram.slice(from, Math.max(from, to + 1)).reduce((sum, count) => sum + count, 0);
}

/**
 * Everybody with a score.
 *
 * Units: persons; never null. R: `length(x)`. Source: handbook §2.6.
 *
 * @example scored([0, 2, 3]) // 5
 */
export function scored(histogram: readonly number[]): number {
  return countBetween(histogram, 0, histogram.length);
}

/**
 * The bands of test scores of the statistical report on ЕГЭ (САО): below the threshold, from it to 60, 61–80, 81–100. The four never overlap
 * and leave nobody out; persons with 100 are counted in the last and told apart by `countBetween(…, 100, 100)`.
 *
 * Practice of the reports of ФИПИ (handbook §2.6).
 *
 * Units: test scores. R: `cut(x, c(0, threshold, 61, 81, 101), right = FALSE)`.
 *
 * @example reportBands(36)[1] // { from: 36, to: 60 }
 */
export function reportBands(threshold: number): readonly { readonly from: number; readonly to: number }[] {
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > 60)
    throw new RangeError(`A threshold of test scores lies between 1 and 60, got ${threshold}`);
  return [
    { from: 0, to: threshold - 1 },
    { from: threshold, to: 60 },
    { from: 61, to: 80 },
    { from: 81, to: 100 },
  ];
}

/** Counted people in per cent of a base; null when there is nobody in it. */
export function sharePercent(part: number, base: number): number | null {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(base) || part < 0 || part > base)
    throw new RangeError(`No share: ${part} of ${base}`);
  return base === 0 ? null : (100 * part) / base;
}
