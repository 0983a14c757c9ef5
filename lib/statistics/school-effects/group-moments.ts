import { compensatedDot } from "../linear-algebra/compensated-dot.ts";

/**
 * All that a model of school effects needs to know of one group: sums, never rows. The columns are the covariates in
 * their order and then the outcome y. Additive: moments of parts make the moments of the whole.
 */
export interface GroupMoments {
  readonly n: number;
  /** Mean of each column; zeros for an empty group. */
  readonly means: readonly number[];
  /**
   * Σ(a − ā)(b − b̄) for each pair of columns, the lower triangle row after row: (0,0), (1,0), (1,1), (2,0) … Kept around the
   * group's own means, because raw sums of squares lose every digit when the mean is large beside the spread.
   */
  readonly deviations: readonly number[];
}

/** How many covariates the moments hold. RangeError when the lists do not fit each other or hold something that is not a number. */
export function covariatesOf({ n, means, deviations }: GroupMoments): number {
  const columns = means.length;
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of pupils: ${n}`);
  if (columns < 1 || deviations.length !== (columns * (columns + 1)) / 2)
    throw new RangeError(`${deviations.length} products do not fit ${columns} means`);
  for (const value of means) if (!Number.isFinite(value)) throw new RangeError(`Not a mean: ${value}`);
  for (const value of deviations)
    if (!Number.isFinite(value)) throw new RangeError(`Not a product: ${value}`);
  return columns - 1;
}

/**
 * Moments of no pupil: what merging leaves unchanged.
 *
 * Units: units of the columns; never null. R: moments of `rbind(a, b)`, of the rows left. Source: Chan, Golub and LeVeque
 * (1983).
 *
 * @example emptyGroupMoments(1) // { n: 0, means: [0, 0], deviations: [0, 0, 0] }
 */
export function emptyGroupMoments(covariates: number): GroupMoments {
  if (!Number.isSafeInteger(covariates) || covariates < 0)
    throw new RangeError(`Not a number of covariates: ${covariates}`);
  const columns = covariates + 1;
  return {
    n: 0,
    means: Array<number>(columns).fill(0),
    deviations: Array<number>((columns * (columns + 1)) / 2).fill(0),
  };
}

/** The pooled products of two groups plus (or minus) what the distance of their means adds. */
function combine(
  a: GroupMoments,
  b: GroupMoments,
  sign: 1 | -1,
  distance: readonly number[],
  factor: number,
) {
  const deviations: number[] = [];
  for (let i = 0, at = 0; i < distance.length; i++)
    for (let j = 0; j <= i; j++, at++) {
      const own = a.deviations[at]! + sign * (b.deviations[at]! + distance[i]! * distance[j]! * factor);
      deviations.push(i === j ? Math.max(0, own) : own);
    }
  return deviations;
}

function sameColumns(a: GroupMoments, b: GroupMoments): void {
  if (covariatesOf(a) !== covariatesOf(b))
    throw new RangeError(`${covariatesOf(a)} and ${covariatesOf(b)} covariates do not go together`);
}

/**
 * Moments of two groups of pupils together. Associative and commutative up to rounding; the empty moments change nothing.
 *
 * Units: those of the columns. Never null. RangeError for different numbers of covariates.
 * R: moments of `rbind(a, b)`. Source: Chan, Golub and LeVeque (1983), The American Statistician 37:242–247.
 *
 * @example mergeGroupMoments({ n: 1, means: [2], deviations: [0] }, { n: 1, means: [4], deviations: [0] }) // { n: 2, means: [3], deviations: [2] }
 */
export function mergeGroupMoments(a: GroupMoments, b: GroupMoments): GroupMoments {
  sameColumns(a, b);
  if (b.n === 0) return a;
  if (a.n === 0) return b;
  const n = a.n + b.n;
  const distance = b.means.map((mean, i) => mean - a.means[i]!);
  return {
    n,
    means: a.means.map((mean, i) => mean + (distance[i]! * b.n) / n),
    deviations: combine(a, b, 1, distance, (a.n / n) * b.n),
  };
}

/**
 * What is left of a group when some of its pupils are taken out: the inverse of merging. A remainder of one pupil has
 * products of exactly 0.
 *
 * Units: those of the columns. Never null. RangeError when the part has more pupils than the whole.
 * R: moments of the rows that are left.
 * Source: Chan, Golub and LeVeque (1983).
 *
 * @example subtractGroupMoments({ n: 2, means: [3], deviations: [2] }, { n: 1, means: [4], deviations: [0] }) // { n: 1, means: [2], deviations: [0] }
 */
export function subtractGroupMoments(whole: GroupMoments, part: GroupMoments): GroupMoments {
  sameColumns(whole, part);
  const n = whole.n - part.n;
  if (n < 0) throw new RangeError(`${part.n} pupils cannot be taken from ${whole.n}`);
  if (part.n === 0) return whole;
  if (n === 0) return emptyGroupMoments(whole.means.length - 1);
  const means = whole.means.map((mean, i) => mean + ((mean - part.means[i]!) * part.n) / n);
  const distance = part.means.map((mean, i) => mean - means[i]!);
  const deviations =
    n === 1 ? whole.deviations.map(() => 0) : combine(whole, part, -1, distance, (n / whole.n) * part.n);
  return { n, means, deviations };
}

/**
 * Moments from raw sums X'X, X'y and y'y, where the first column of X is the constant 1 (so X'X begins with n). The means are
 * taken out with twice the digits: sums of whole scores lose nothing; sums that were rounded when they were made
 * have already lost what a large mean costs, and then `momentsByGroup` from the rows is better.
 *
 * Units: those of the columns. Never null. RangeError for sums that do not fit each other, and for squares that cannot be.
 * R: `crossprod(cbind(1, x))`, `crossprod(cbind(1, x), y)`, `sum(y^2)`.
 * Source: its definition.
 *
 * @example momentsOfCrossProducts([[2]], [6], 20) // scores 2 and 4: { n: 2, means: [3], deviations: [2] }
 */
export function momentsOfCrossProducts(
  xx: readonly (readonly number[])[],
  xy: readonly number[],
  yy: number,
): GroupMoments {
  const n = xx[0]?.[0] ?? Number.NaN;
  const columns = xy.length;
  if (columns < 1 || xx.length !== columns || xx.some((row) => row.length !== columns))
    throw new RangeError(`X'X and X'y do not fit: ${xx.length} rows and ${columns} sums`);
  if (n === 0) return emptyGroupMoments(columns - 1);
  const sums = [...xx[0]!.slice(1), xy[0]!];
  const raw = (i: number, j: number) =>
    i === columns - 1 ? (j === columns - 1 ? yy : xy[j + 1]!) : xx[i + 1]![j + 1]!;
  const deviations: number[] = [];
  for (let i = 0; i < columns; i++)
    for (let j = 0; j <= i; j++) {
      const value = compensatedDot(0, 1, [n, -sums[i]!], 0, [raw(i, j), sums[j]!], 0, 1, 2) / n;
      if (i === j && value < -1e-9 * raw(i, i))
        throw new RangeError(`A sum of squares of ${raw(i, i)} does not fit the sum ${sums[i]}`);
      deviations.push(i === j ? Math.max(0, value) : value);
    }
  const moments = { n, means: sums.map((sum) => sum / n), deviations };
  covariatesOf(moments);
  return moments;
}
