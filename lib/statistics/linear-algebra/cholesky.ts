import { type Matrix, zeros } from "./matrix.ts";

/** A pivot below this part of its diagonal element is rounding noise: the matrix is singular to double precision. */
const SINGULAR = 1e-14;

function checkSquare({ rows, columns }: Matrix): void {
  if (rows !== columns) throw new RangeError(`A square matrix is needed, got ${rows} × ${columns}`);
}

/**
 * Cholesky factor: the lower triangle L with L·Lᵀ = a, for a symmetric positive definite matrix such as an information
 * or a covariance matrix. Only the lower triangle of `a` is read.
 *
 * Null when `a` is not positive definite to double precision, which is how a singular information matrix is noticed.
 * R: `t(chol(a))`. Source: Golub and Van Loan, Matrix Computations, algorithm 4.2.1.
 * Units: none.
 *
 * @example rowsOf(cholesky(matrixOf([[4, 2], [2, 5]]))!) // [[2, 0], [1, 2]]
 */
export function cholesky(a: Matrix): Matrix | null {
  checkSquare(a);
  const n = a.rows;
  const l = zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a.data[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= l.data[i * n + k]! * l.data[j * n + k]!;
      if (j < i) l.data[i * n + j] = rest / l.data[j * n + j]!;
      else if (rest > SINGULAR * a.data[i * n + i]!) l.data[i * n + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return l;
}

/**
 * Solves a·x = b for the matrix `a` whose Cholesky factor is given. R: `solve(a, b)`.
 *
 * A RangeError unless `b` has one element for each row.
 *
 * Units: none; never null. Source: Golub, Van Loan.
 *
 * @example solveCholesky(cholesky(matrixOf([[4, 2], [2, 5]]))!, [8, 12]) // Float64Array [1, 2]
 */
export function solveCholesky(l: Matrix, b: ArrayLike<number>): Float64Array {
  checkSquare(l);
  const n = l.rows;
  if (b.length !== n) throw new RangeError(`${n} numbers are needed on the right, got ${b.length}`);
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= l.data[i * n + k]! * x[k]!;
    x[i]! /= l.data[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= l.data[k * n + i]! * x[k]!;
    x[i]! /= l.data[i * n + i]!;
  }
  return x;
}

/**
 * Inverse of the matrix whose Cholesky factor is given: a covariance matrix from an information matrix.
 * Exactly symmetric. R: `chol2inv(t(l))`.
 *
 * Units: none; never null. Source: Golub, Van Loan.
 *
 * @example rowsOf(inverseCholesky(cholesky(matrixOf([[4, 0], [0, 5]]))!)) // [[0.25, 0], [0, 0.2]]
 */
export function inverseCholesky(l: Matrix): Matrix {
  const n = l.rows;
  const inverse = zeros(n, n);
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    const column = solveCholesky(l, unit);
    for (let i = j; i < n; i++) {
      inverse.data[i * n + j] = column[i]!;
      inverse.data[j * n + i] = column[i]!;
    }
  }
  return inverse;
}

/**
 * Logarithm of the determinant of the matrix whose Cholesky factor is given; the determinant itself would overflow.
 * R: `determinant(a)$modulus`.
 *
 * Units: none; never null. Source: Golub, Van Loan.
 *
 * @example logDeterminantCholesky(cholesky(matrixOf([[4, 2], [2, 5]]))!) // 2.772588722239781 = log 16
 */
export function logDeterminantCholesky(l: Matrix): number {
  checkSquare(l);
  let sum = 0;
  for (let i = 0; i < l.rows; i++) sum += Math.log(l.data[i * l.rows + i]!);
  return 2 * sum;
}
