/** Columns that are sums of earlier ones only to rounding: relative to the column, and to what it was before shifting. */
const DEPENDENT = 1e-11;
const ROUNDING = 1e-14;

/** An orthonormal basis of the space that some columns span, and how the columns are made of it. */
export interface OrthonormalColumns {
  /** Orthonormal columns, one for each column kept. */
  readonly basis: readonly Float64Array[];
  /** Upper triangle: kept column j = Σ over i ≤ j of triangle[i][j]·basis[i]. */
  readonly triangle: readonly Float64Array[];
  /** Indices of the columns that add something to those before them; the others are aliased. */
  readonly kept: readonly number[];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * QR decomposition in the order of the columns, each made orthogonal twice ("twice is enough"), so that the basis is
 * orthonormal to rounding however nearly the columns depend on each other. Columns that depend on earlier ones are left
 * out and can be named. `magnitudes` gives for each column the length whose rounding noise must not count as content:
 * that of the column before a constant was taken from it.
 *
 * R: `qr(x)` (the same columns are kept as in `lm`). Source: Golub and Van Loan, Matrix Computations, §5.2.8.
 * Units: those of the columns; never null.
 *
 * @example orthonormalColumns([[3, 4], [6, 8]].map((c) => Float64Array.from(c))).kept // [0]
 */
export function orthonormalColumns(
  columns: readonly Float64Array[],
  magnitudes: readonly number[] = columns.map((column) => Math.sqrt(dot(column, column))),
): OrthonormalColumns {
  const basis: Float64Array[] = [];
  const coordinates: number[][] = [];
  const kept: number[] = [];
  columns.forEach((column, index) => {
    const rest = Float64Array.from(column);
    const before = Math.sqrt(dot(rest, rest));
    const coordinate = basis.map(() => 0);
    for (let pass = 0; pass < 2; pass++)
      basis.forEach((unit, i) => {
        const along = dot(unit, rest);
        coordinate[i]! += along;
        for (let k = 0; k < rest.length; k++) rest[k]! -= along * unit[k]!;
      });
    const length = Math.sqrt(dot(rest, rest));
    if (length <= Math.max(DEPENDENT * before, ROUNDING * magnitudes[index]!)) return;
    for (let k = 0; k < rest.length; k++) rest[k]! /= length;
    basis.push(rest);
    coordinates.push([...coordinate, length]);
    kept.push(index);
  });
  const triangle = basis.map((_, i) => Float64Array.from(coordinates, (coordinate) => coordinate[i] ?? 0));
  return { basis, triangle, kept };
}

/**
 * Solves triangle·x = b from the last row up. R: `backsolve(r, b)`.
 *
 * Units: those of the columns; never null. Source: Golub, Van Loan §5.2.8.
 *
 * @example backSolve([Float64Array.of(2, 1), Float64Array.of(0, 4)], [4, 8]) // Float64Array [1, 2]
 */
export function backSolve(triangle: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i]! -= triangle[i]![j]! * x[j]!;
    x[i]! /= triangle[i]![i]!;
  }
  return x;
}
