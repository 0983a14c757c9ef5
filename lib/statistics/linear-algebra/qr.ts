import { type Matrix, zeros } from "./matrix.ts";

/**
 * The share of its own length that a column must have left after the columns before it are taken out. R's `lm` asks
 * for 1e-7; here it is just above rounding (columns of doubles that are exact sums of others keep about 1e-15), so
 * that polynomials which are hard, but can be solved, are solved.
 */
export const ALIAS_TOLERANCE = 1e-11;

/** A column shorter than this is 0: what it would be divided into overflows. */
const NOTHING = 1e-290;

/** A = QR with the columns of A in the order `pivot`; the first `rank` of them are independent. */
export interface QrDecomposition {
  readonly rows: number;
  readonly columns: number;
  readonly rank: number;
  /** `pivot[k]` = column of A that stands at place k; aliased columns stand at the end, in their own order. */
  readonly pivot: Int32Array;
  /** The independent columns one after another: R on and above the diagonal, the reflections below it (their first element in `heads`). */
  readonly packed: Float64Array;
  readonly heads: Float64Array;
}

function norm(values: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) largest = Math.max(largest, Math.abs(values[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < to; i++) sum += (values[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Reflects `target` by the reflection of place k. */
function reflect(qr: QrDecomposition, k: number, target: Float64Array): void {
  const { rows, packed, heads } = qr;
  const from = k * rows;
  const head = heads[k]!;
  let sum = head * target[k]!;
  for (let i = k + 1; i < rows; i++) sum += packed[from + i]! * target[i]!;
  // The vector v is scaled to v'v = 2·head, so that the reflection is I − vv'/head.
  const factor = sum / head;
  target[k]! -= factor * head;
  for (let i = k + 1; i < rows; i++) target[i]! -= factor * packed[from + i]!;
}

/**
 * QR decomposition by Householder reflections. Columns keep their order, except that one which the columns before it
 * explain (up to `tolerance` of its length) is moved to the end: so a model says which of its covariates is superfluous,
 * and it is the later one, as in R.
 *
 * Units: none. Never null; a matrix of zeros, or without rows, has rank 0. RangeError for a tolerance outside [0, 1).
 * R: `qr(a, tol = tolerance)` (LINPACK's limited pivoting). Source: Golub and Van Loan, Matrix Computations, §5.2.
 *
 * @example qrDecomposition(matrixOf([[1, 2], [1, 2], [1, 2]])).rank // 1
 */
export function qrDecomposition(a: Matrix, tolerance: number = ALIAS_TOLERANCE): QrDecomposition {
  const { rows, columns } = a;
  const working = Array.from({ length: columns }, () => new Float64Array(rows));
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) working[j]![i] = a.data[i * columns + j]!;
  return decompose(working, rows, tolerance, null);
}

/**
 * The same of a matrix that is given by its columns. `noise`: for each column the length that is nothing but rounding,
 * where that is more than its own length tells: a covariate from which its mean was taken keeps the rounding of what it was.
 *
 * Units: none. Never null. RangeError for a tolerance outside [0, 1). R: `qr(cbind(…), tol = tolerance)`.
 * Source: Golub and Van Loan, Matrix Computations, §5.2.
 *
 * @example qrOfColumns([Float64Array.of(1, 1), Float64Array.of(2, 2)]).rank // 1
 */
export function qrOfColumns(
  columns: readonly Float64Array[],
  tolerance: number = ALIAS_TOLERANCE,
  noise: readonly number[] | null = null,
): QrDecomposition {
  const working = columns.map((column) => column.slice());
  return decompose(working, columns[0]?.length ?? 0, tolerance, noise);
}

/** Works in the columns given. */
function decompose(
  working: readonly Float64Array[],
  rows: number,
  tolerance: number,
  noise: readonly number[] | null,
): QrDecomposition {
  if (!(tolerance >= 0 && tolerance < 1))
    throw new RangeError(`A tolerance lies between 0 and 1, got ${tolerance}`);
  const columns = working.length;
  const packed = new Float64Array(rows * columns);
  const heads = new Float64Array(columns);
  const pivot = new Int32Array(columns);
  const aliased: number[] = [];
  const partial = { rows, columns, rank: 0, pivot, packed, heads };
  let rank = 0;
  working.forEach((column, j) => {
    const whole = norm(column, 0, rows);
    for (let k = 0; k < rank; k++) reflect(partial, k, column);
    const left = norm(column, rank, rows);
    if (!(left > Math.max(tolerance * whole, noise?.[j] ?? 0, NOTHING))) {
      aliased.push(j);
      return;
    }
    const at = rank * rows;
    const diagonal = column[rank]! > 0 ? -left : left;
    for (let i = 0; i < rank; i++) packed[at + i] = column[i]!;
    packed[at + rank] = diagonal;
    heads[rank] = 1 - column[rank]! / diagonal;
    for (let i = rank + 1; i < rows; i++) packed[at + i] = -column[i]! / diagonal;
    pivot[rank++] = j;
  });
  aliased.forEach((j, i) => {
    pivot[rank + i] = j;
  });
  return { rows, columns, rank, pivot, packed, heads };
}

/**
 * Q'y: the first `rank` elements are what the columns explain of y, the rest is what they leave. R: `qr.qty(qr, y)`.
 *
 * Units: those of y; never null. Source: Golub and Van Loan, §5.2.
 *
 * @example applyQTransposed(qrDecomposition(matrixOf([[3], [4]])), [3, 4]) // Float64Array [-5, 0]
 */
export function applyQTransposed(qr: QrDecomposition, y: ArrayLike<number>): Float64Array {
  const result = vectorFor(qr, y);
  for (let k = 0; k < qr.rank; k++) reflect(qr, k, result);
  return result;
}

/**
 * Qy, the inverse of `applyQTransposed`. R: `qr.qy(qr, y)`.
 *
 * Units: those of y; never null. Source: Golub and Van Loan, §5.2.
 *
 * @example applyQ(qrDecomposition(matrixOf([[3], [4]])), [-5, 0]) // Float64Array [3, 4]
 */
export function applyQ(qr: QrDecomposition, y: ArrayLike<number>): Float64Array {
  const result = vectorFor(qr, y);
  for (let k = qr.rank - 1; k >= 0; k--) reflect(qr, k, result);
  return result;
}

/**
 * The first `rank` columns of Q: an orthonormal basis of what the independent columns span, orthonormal to rounding however
 * nearly these depend on each other. R: `qr.Q(qr)[, 1:qr$rank]`.
 *
 * Units: none; never null. Source: Golub and Van Loan, §5.2.
 *
 * @example orthonormalBasis(qrDecomposition(matrixOf([[3], [4]]))) // [Float64Array [-0.6, -0.8]]
 */
export function orthonormalBasis(qr: QrDecomposition): Float64Array[] {
  return Array.from({ length: qr.rank }, (_, place) => {
    const column = new Float64Array(qr.rows);
    column[place] = 1;
    // Later reflections leave a column alone that is 0 from their place on.
    for (let k = place; k >= 0; k--) reflect(qr, k, column);
    return column;
  });
}

function vectorFor(qr: QrDecomposition, y: ArrayLike<number>): Float64Array {
  if (y.length !== qr.rows) throw new RangeError(`${qr.rows} rows, but ${y.length} numbers`);
  return Float64Array.from(y);
}

/**
 * Solves Rx = b for the first `rank` elements of `b` (places of `pivot`). R: `backsolve(qr.R(qr), b, k = qr$rank)`.
 *
 * Units: none; never null. Source: Golub and Van Loan, §3.1.
 *
 * @example solveR(qrDecomposition(matrixOf([[3], [4]])), [-10]) // Float64Array [2]
 */
export function solveR({ rank, rows, packed }: QrDecomposition, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(rank);
  for (let k = rank - 1; k >= 0; k--) {
    let sum = b[k]!;
    for (let j = k + 1; j < rank; j++) sum -= packed[j * rows + k]! * x[j]!;
    x[k] = sum / packed[k * rows + k]!;
  }
  return x;
}

/**
 * Solves R'x = b. R: `backsolve(qr.R(qr), b, k = qr$rank, transpose = TRUE)`.
 *
 * Units: none; never null. Source: Golub and Van Loan, §3.1.
 *
 * @example solveRTransposed(qrDecomposition(matrixOf([[3], [4]])), [-10]) // Float64Array [2]
 */
export function solveRTransposed(
  { rank, rows, packed }: QrDecomposition,
  b: ArrayLike<number>,
): Float64Array {
  const x = new Float64Array(rank);
  for (let k = 0; k < rank; k++) {
    let sum = b[k]!;
    for (let j = 0; j < k; j++) sum -= packed[k * rows + j]! * x[j]!;
    x[k] = sum / packed[k * rows + k]!;
  }
  return x;
}

/**
 * (A'A)⁻¹ of the independent columns, in the order of `pivot`, without ever forming A'A. R: `chol2inv(qr.R(qr), qr$rank)`.
 *
 * Units: none; never null. Source: Golub and Van Loan, §5.3.
 *
 * @example rowsOf(inverseCrossProduct(qrDecomposition(matrixOf([[3], [4]])))) // [[0.04]]
 */
export function inverseCrossProduct(qr: QrDecomposition): Matrix {
  const { rank } = qr;
  const result = zeros(rank, rank);
  for (let k = 0; k < rank; k++) {
    const unit = new Float64Array(rank);
    unit[k] = 1;
    result.data.set(solveR(qr, solveRTransposed(qr, unit)), k * rank);
  }
  return result;
}
