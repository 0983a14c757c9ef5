/** Composites that differ by less than this fraction of the largest are equal up to rounding. */
const ROUNDING = 1e-12;

/** What an order under other weights is compared with; made once, asked for every simulation. */
export interface OrderChange {
  /** Whether two units of different value have strictly changed places. */
  readonly hasReversal: (values: Float64Array) => boolean;
  /** Whether the k highest cannot be the same units. */
  readonly hasOtherHighest: (values: Float64Array) => boolean;
}

/**
 * Compares orders with that of `base`. Ties of the base may be broken either way without being a change: else an index
 * with two equal units would be called unstable under any weights.
 */
export function orderChange(base: Float64Array, k: number): OrderChange {
  const size = base.length;
  const slack = ROUNDING * base.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const order = Array.from(base.keys()).sort((i, j) => base[i]! - base[j]!);
  const bar = base[order[size - k]!]!;
  const sorted = new Float64Array(size);
  return {
    hasReversal(values) {
      let highestBelow = Number.NEGATIVE_INFINITY;
      let highestHere = Number.NEGATIVE_INFINITY;
      let tiedFrom = Number.NEGATIVE_INFINITY;
      for (const i of order) {
        if (base[i]! - tiedFrom > slack) {
          highestBelow = highestHere;
          tiedFrom = base[i]!;
        }
        if (values[i]! < highestBelow) return true;
        highestHere = Math.max(highestHere, values[i]!);
      }
      return false;
    },
    hasOtherHighest(values) {
      sorted.set(values);
      sorted.sort();
      const barHere = sorted[size - k]!;
      let inBoth = 0;
      for (let i = 0; i < size; i++) {
        if (base[i]! > bar + slack && values[i]! < barHere) return true;
        if (base[i]! >= bar - slack && values[i]! >= barHere) inBoth++;
      }
      return inBoth < k;
    },
  };
}
