/** The value that stands at a place of the ordered list; places are counted from 1. */
function valueAt(histogram: readonly number[], rank: number): number {
  let seen = 0;
  return histogram.findIndex((count) => {
    seen += count;
    return seen >= rank;
  });
}

/**
 * What the middle of an ordered list was made of: one value for an odd number of pupils, two for an even one, with their
 * places counted from 1. Zeros for nobody.
 *
 * @example medianInputs([0, 2, 2]) // { parity: "even", lowRank: 2, highRank: 3, low: 1, high: 2 }
 */
export function medianInputs(histogram: readonly number[]): Record<string, number | string> {
  const n = histogram.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { parity: "odd", lowRank: 0, highRank: 0, low: 0, high: 0 };
  const lowRank = Math.ceil(n / 2);
  const highRank = Math.floor(n / 2) + 1;
  return {
    parity: n % 2 === 1 ? "odd" : "even",
    ...{ lowRank, highRank, low: valueAt(histogram, lowRank), high: valueAt(histogram, highRank) },
  };
}
