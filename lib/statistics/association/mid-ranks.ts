/** Refuses a list with a value that is no number; a missing value must be left out before, together with its pair. */
export function checkValues(values: readonly number[]): void {
  for (const value of values) {
    if (Number.isNaN(value)) throw new RangeError("A value is missing (NaN): leave its pair out first");
  }
}

/** Refuses two lists that cannot be pairs, or hold a value that is no number. */
export function checkPairs(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length)
    throw new RangeError(`${x.length} and ${y.length} values do not make pairs: lists must be of one length`);
  checkValues(x);
  checkValues(y);
}

/**
 * Mid-ranks: the place of each value in the sorted list, counted from 1; equal values share the mean of their places, so
 * that the order of the file decides nothing.
 *
 * Units: ranks, in halves. An empty list for an empty list; a RangeError for NaN. R: `rank(x)`.
 * Source: Kendall and Gibbons (1990), Rank Correlation Methods, §3.1.
 * Never null.
 *
 * @example midRanks([10, 30, 10, 20]) // [1.5, 4, 1.5, 3]
 */
export function midRanks(values: readonly number[]): number[] {
  checkValues(values);
  const sorted = Float64Array.from(values).sort();
  const rankOf = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    const value = sorted[from]!;
    let to = from + 1;
    while (sorted[to] === value) to++;
    rankOf.set(value, (from + 1 + to) / 2);
    from = to;
  }
  return values.map((value) => rankOf.get(value)!);
}
