import { completePersons, type ScoreMatrix } from "./score-matrix.ts";

/**
 * Sufficient statistics of a test: how many persons, and for each item and each pair of items the sum and the sum of
 * products. Additive: those of two groups together are the sum of both, so reliability and item–total correlations of a
 * region come from its schools without a single pupil's row. Sums are taken around `origin`, which is 0 for whole
 * scores (all sums are then whole and exact) and near the mean otherwise (nothing cancels).
 */
export interface ItemMoments {
  readonly n: number;
  readonly items: number;
  readonly origin: Float64Array;
  /** Σ(x − origin), by item. */
  readonly sums: Float64Array;
  /** Σ(x − origin)(y − origin) for item i and item j ≤ i, at `pairIndex(i, j)`. */
  readonly products: Float64Array;
}

/** Where the pair of items stands in `products`; the order of the two does not matter. */
export function pairIndex(i: number, j: number): number {
  return i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i;
}

/**
 * The sufficient statistics of nobody.
 *
 * Units: as itemMoments; never null. R: no equivalent. Source: its definition.
 *
 * @example emptyItemMoments(3).products.length // 6
 */
export function emptyItemMoments(items: number): ItemMoments {
  if (!Number.isSafeInteger(items) || items < 0) throw new RangeError(`Not a number of items: ${items}`);
  return {
    ...{ n: 0, items, origin: new Float64Array(items), sums: new Float64Array(items) },
    products: new Float64Array((items * (items + 1)) / 2),
  };
}

/**
 * Sufficient statistics of the persons of whom all scores are known (listwise deletion), in one pass.
 *
 * R: `n <- nrow(x); colSums(x); crossprod(x)` for `x <- x[complete.cases(x), ]`.
 * Units: pupils, points, points²; never null. Source: its definition.
 *
 * @example itemMoments(scoreMatrix([[1, 2], [0, 1]], [1, 2])).products // Float64Array [1, 2, 5]
 */
export function itemMoments(matrix: ScoreMatrix): ItemMoments {
  const { items, scores, complete } = matrix;
  const persons = completePersons(matrix);
  const moments = { ...emptyItemMoments(items), n: complete, origin: originOf(matrix, persons) };
  const { origin, sums, products } = moments;
  const row = new Float64Array(items);
  for (const person of persons) {
    for (let i = 0; i < items; i++) row[i] = scores[person * items + i]! - origin[i]!;
    for (let i = 0, pair = 0; i < items; i++) {
      const score = row[i]!;
      // Most scores of a hard item are 0, and add nothing.
      if (score === 0) pair += i + 1;
      else {
        sums[i]! += score;
        for (let j = 0; j <= i; j++) products[pair++]! += score * row[j]!;
      }
    }
  }
  return moments;
}

/** 0 where all sums of products are exact whole numbers, else the mean; for a constant item exactly its value. */
function originOf({ items, maxima, whole, scores }: ScoreMatrix, persons: Int32Array): Float64Array {
  const origin = new Float64Array(items);
  if (whole && persons.length * Math.max(0, ...maxima) ** 2 <= Number.MAX_SAFE_INTEGER) return origin;
  for (let i = 0; i < items; i++) {
    let least = Number.POSITIVE_INFINITY;
    let greatest = 0;
    let sum = 0;
    for (const person of persons) {
      const score = scores[person * items + i]!;
      least = Math.min(least, score);
      greatest = Math.max(greatest, score);
      sum += score;
    }
    origin[i] = Math.max(least, Math.min(greatest, sum / persons.length));
  }
  return origin;
}

/**
 * Sufficient statistics of two groups together. The order does not matter, and of whole scores neither does the
 * grouping: the result is exactly that of all rows. A RangeError when the two tests differ in length.
 *
 * Units: as itemMoments; never null. R: that of `rbind(x, y)`. Source: Chan, Golub, LeVeque 1983.
 *
 * @example mergeItemMoments(emptyItemMoments(2), itemMoments(scoreMatrix([[1, 2], [0, 1]], [1, 2]))).products // Float64Array [1, 2, 5]
 */
export function mergeItemMoments(first: ItemMoments, second: ItemMoments): ItemMoments {
  if (first.items !== second.items)
    throw new RangeError(`A test of ${first.items} items does not add up with one of ${second.items}`);
  if (first.n === 0) return second;
  if (second.n === 0) return first;
  const n = first.n + second.n;
  const origin = first.origin.map((from, i) => {
    const other = second.origin[i]!;
    if (from === other) return from;
    return (first.n * from + first.sums[i]! + (second.n * other + second.sums[i]!)) / n;
  });
  const [a, b] = [around(first, origin), around(second, origin)];
  return {
    ...{ n, items: first.items, origin },
    sums: a.sums.map((sum, i) => sum + b.sums[i]!),
    products: a.products.map((product, pair) => product + b.products[pair]!),
  };
}

/** The same statistics with their sums taken around another origin. */
function around(moments: ItemMoments, origin: Float64Array): ItemMoments {
  const { n, items, sums, products } = moments;
  const shift = moments.origin.map((from, i) => from - origin[i]!);
  if (shift.every((step) => step === 0)) return moments;
  const shifted = products.slice();
  for (let i = 0; i < items; i++)
    for (let j = 0; j <= i; j++)
      shifted[pairIndex(i, j)]! += shift[i]! * sums[j]! + shift[j]! * (sums[i]! + n * shift[i]!);
  return { ...moments, origin, sums: sums.map((sum, i) => sum + n * shift[i]!), products: shifted };
}
