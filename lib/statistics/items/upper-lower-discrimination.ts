import { completePersons, type ScoreMatrix, totalScores } from "./score-matrix.ts";

/**
 * What happens to persons with the same total on the edge of a group. "threshold": all of them belong to it, the groups
 * are totals at or beyond a quantile, whatever the order of rows. "order": groups of exactly ⌊share · n⌋ persons after a
 * stable sort, so that the order of rows decides inside ties, as in many spreadsheets.
 */
export type TieRule = "threshold" | "order";

/** Upper–lower discrimination with the groups that it was read from. */
export interface UpperLowerDiscrimination {
  /** Difference of the mean share of the maximum, upper group minus lower, by item; −1 to 1, null for a maximum of 0. */
  readonly values: readonly (number | null)[];
  /** Persons in the groups. With a threshold inside one large tie both may hold the same persons. */
  readonly lower: number;
  readonly upper: number;
}

/** Kelley's share, which balances how far the two groups stand apart against how many they hold. */
export const KELLEY_SHARE = 0.27;

/**
 * Upper–lower discrimination: by how much of the maximum the strongest 27 % of persons beat the weakest 27 % on each
 * item, strength being the total score. Read by teachers; 0.4 is usually called good, below 0.2 poor, below 0 the item
 * works against the test. Ties by threshold unless asked otherwise, so that the order of rows does not matter.
 *
 * Units: fraction −1 to 1. Null when fewer than 2 persons have all scores, all totals are equal (there is no stronger
 * and weaker), or ⌊share · n⌋ = 0 for the tie rule "order". A RangeError unless 0 < share ≤ 0.5.
 * R: `(colMeans(x[t >= quantile(t, 1 - share), ]) - colMeans(x[t <= quantile(t, share), ])) / max` for `t <- rowSums(x)`;
 * for "order": `o <- order(t, method = "radix")`, the first and the last `floor(share * n)` of it.
 * Source: Kelley (1939), Journal of Educational Psychology 30:17–24; Ebel and Frisbie (1991), Essentials of Educational Measurement.
 *
 * @example upperLowerDiscrimination(scoreMatrix([[0, 0], [0, 1], [1, 0], [1, 1]]))!.values // [1, 1]
 */
export function upperLowerDiscrimination(
  matrix: ScoreMatrix,
  share: number = KELLEY_SHARE,
  ties: TieRule = "threshold",
): UpperLowerDiscrimination | null {
  if (!(share > 0 && share <= 0.5))
    throw new RangeError(`A group of extreme persons holds at most half of them, got a share of ${share}`);
  const persons = completePersons(matrix);
  const totals = totalScores(matrix, persons);
  if (!totals.some((total) => total !== totals[0])) return null;
  const [lower, upper] = ties === "threshold" ? byThreshold(totals, share) : byOrder(totals, share);
  if (lower.length === 0) return null;
  const members = (rows: Int32Array) => rows.map((row) => persons[row]!);
  const [low, high] = [meanScores(matrix, members(lower)), meanScores(matrix, members(upper))];
  return {
    values: matrix.maxima.map((max, item) => (max === 0 ? null : (high[item]! - low[item]!) / max)),
    lower: lower.length,
    upper: upper.length,
  };
}

/** Rows of the lower and the upper group. */
type Groups = readonly [Int32Array, Int32Array];

/** Ranks and sums of points that are not whole are not exact; what is nearer than this is equal. */
const ROUNDING = 1e-9;

/**
 * Totals up to the quantile of `share` and from that of 1 − share on (type 7). The quantile itself may lie between two
 * totals; which persons it takes in depends on the nearer one only.
 */
function byThreshold(totals: Float64Array, share: number): Groups {
  const sorted = totals.toSorted();
  const last = sorted.length - 1;
  const rank = Math.floor(last * share + ROUNDING);
  const low = sorted[rank]! + ROUNDING;
  const high = sorted[last - rank]! - ROUNDING;
  const rows = rowsOf(totals);
  return [rows.filter((row) => totals[row]! <= low), rows.filter((row) => totals[row]! >= high)];
}

function byOrder(totals: Float64Array, share: number): Groups {
  const rows = rowsOf(totals).sort((a, b) => totals[a]! - totals[b]! || a - b);
  const size = Math.floor(share * totals.length);
  return [rows.slice(0, size), rows.slice(rows.length - size)];
}

function rowsOf({ length }: Float64Array): Int32Array {
  const rows = new Int32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

function meanScores({ items, scores }: ScoreMatrix, persons: Int32Array): Float64Array {
  const sums = new Float64Array(items);
  for (const person of persons)
    for (let item = 0; item < items; item++) sums[item]! += scores[person * items + item]!;
  return sums.map((sum) => sum / persons.length);
}
