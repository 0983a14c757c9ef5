import { normalUpperTail } from "../distributions/normal.ts";
import { checkPairs } from "./mid-ranks.ts";

export interface KendallTest {
  readonly tau: number;
  /** Concordant minus discordant pairs. */
  readonly score: number;
  /** Two-sided probability that chance alone puts the score so far from 0. */
  readonly p: number;
  /** The score over its standard deviation by chance, corrected for ties; null where p is exact. */
  readonly z: number | null;
}

/** R's own limit: below it, without ties, the exact distribution is used. */
const EXACT_BELOW = 50;

/** Counts that ties need: sums of t(t−1), t(t−1)(t−2), t(t−1)(2t+5) over the groups of equal values. */
interface Ties {
  readonly pairs: number;
  readonly triples: number;
  readonly spread: number;
}

function tiesOf(sizes: Iterable<number>): Ties {
  let [pairs, triples, spread] = [0, 0, 0];
  for (const t of sizes) {
    pairs += t * (t - 1);
    triples += t * (t - 1) * (t - 2);
    spread += t * (t - 1) * (2 * t + 5);
  }
  return { pairs, triples, spread };
}

/** Sizes of the runs of equal neighbours of a sorted list. */
function* runs(n: number, isSame: (i: number, j: number) => boolean): Generator<number> {
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && isSame(from, to)) to++;
    yield to - from;
    from = to;
  }
}

/** Sorts the values by merging and counts the exchanges of neighbours that this takes: the discordant pairs. */
function sortCounting(values: Float64Array<ArrayBuffer>): number {
  const n = values.length;
  let exchanges = 0;
  let source = values;
  let target = new Float64Array(n);
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let [left, right] = [start, middle];
      for (let k = start; k < end; k++) {
        if (left < middle && (right >= end || source[left]! <= source[right]!)) target[k] = source[left++]!;
        else {
          exchanges += middle - left;
          target[k] = source[right++]!;
        }
      }
    }
    [source, target] = [target, source];
  }
  if (source !== values) values.set(source);
  return exchanges;
}

/** Probability that a random order of n has at most `most` inversions. */
function inversionsCdf(most: number, n: number): number {
  // Counts of orders by inversions, divided by their number at each step so that they stay probabilities.
  let counts: number[] = [1];
  for (let size = 2; size <= n; size++) {
    const next: number[] = [];
    let window = 0;
    for (let k = 0; k < counts.length + size - 1 && k <= most; k++) {
      window += (counts[k] ?? 0) - (k >= size ? (counts[k - size] ?? 0) : 0);
      next.push(window / size);
    }
    counts = next;
  }
  return Math.min(
    1,
    counts.reduce((sum, share) => sum + share, 0),
  );
}

/**
 * Kendall's τ-b with its test: of all pairs of pupils, how many more stand in the same order in both lists than in opposite
 * order, corrected for ties. Knight's way by merging, so that 100,000 pupils take a moment. p is exact without ties below
 * 50 pairs, else from the normal distribution with the tie-corrected variance and without continuity correction, as R.
 *
 * Units: τ −1 to 1; p a fraction 0–1. Null for fewer than two pairs and when all values of one list are equal. A RangeError
 * for lists of different lengths and for NaN. R: `cor.test(x, y, method = "kendall")`.
 * Source: Kendall and Gibbons (1990), §§3.4, 4.4; Knight (1966), JASA 61:436–439.
 *
 * @example kendallTest([1, 2, 3, 4], [1, 3, 2, 4]) // { tau: 0.666…, score: 4, p: 0.333…, z: null }
 */
export function kendallTest(x: readonly number[], y: readonly number[]): KendallTest | null {
  checkPairs(x, y);
  const n = x.length;
  if (n < 2) return null;
  // Infinities have no difference, so values are compared and not subtracted.
  const compare = (a: number, b: number) => (a < b ? -1 : Number(a > b));
  const order = Uint32Array.from(x, (_, i) => i).sort(
    (i, j) => compare(x[i]!, x[j]!) || compare(y[i]!, y[j]!),
  );
  const sameX = (i: number, j: number) => x[order[i]!] === x[order[j]!];
  const tiesX = tiesOf(runs(n, sameX));
  const both = tiesOf(runs(n, (i, j) => sameX(i, j) && y[order[i]!] === y[order[j]!]));
  const sorted = Float64Array.from(order, (i) => y[i]!);
  const discordant = sortCounting(sorted);
  const tiesY = tiesOf(runs(n, (i, j) => sorted[i] === sorted[j]));
  const pairs = n * (n - 1);
  if (tiesX.pairs === pairs || tiesY.pairs === pairs) return null;
  const score = (pairs - tiesX.pairs - tiesY.pairs + both.pairs) / 2 - 2 * discordant;
  const tau = (2 * score) / Math.sqrt(pairs - tiesX.pairs) / Math.sqrt(pairs - tiesY.pairs);
  const bounded = Math.min(1, Math.max(-1, tau));
  if (n < EXACT_BELOW && tiesX.pairs === 0 && tiesY.pairs === 0) {
    const fewer = Math.min(discordant, pairs / 2 - discordant);
    return { tau: bounded, score, p: Math.min(1, 2 * inversionsCdf(fewer, n)), z: null };
  }
  const variance =
    (pairs * (2 * n + 5) - tiesX.spread - tiesY.spread) / 18 +
    (tiesX.pairs * tiesY.pairs) / (2 * pairs) +
    (n > 2 ? (tiesX.triples * tiesY.triples) / (9 * pairs * (n - 2)) : 0);
  const z = score / Math.sqrt(variance);
  return { tau: bounded, score, p: Math.min(1, 2 * normalUpperTail(Math.abs(z))), z };
}

/**
 * Kendall's τ-b alone (see `kendallTest`).
 *
 * Units: −1 to 1. Null as there. R: `cor(x, y, method = "kendall")`.
 * Source: Knight 1966.
 *
 * @example kendallTauB([1, 2, 2, 3], [1, 2, 3, 3]) // 0.8
 */
export function kendallTauB(x: readonly number[], y: readonly number[]): number | null {
  return kendallTest(x, y)?.tau ?? null;
}
