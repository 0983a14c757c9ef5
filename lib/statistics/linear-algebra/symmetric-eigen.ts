import { identity, type Matrix, zeros } from "./matrix.ts";

export interface Eigen {
  /** Eigenvalues, the greatest first. */
  readonly values: Float64Array;
  /** Eigenvectors of length 1 as columns, in the order of the values; the largest element of each is positive. */
  readonly vectors: Matrix;
}

const MAX_SWEEPS = 100;

/** Turns rows and columns p and q of the symmetric matrix `a` so that a[p, q] becomes 0, and `v` with it. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const off = a[p * n + q]!;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * off);
  // The smaller root is the smaller turn: this choice is what makes the sweeps converge.
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const x = a[k * n + p]!;
    const y = a[k * n + q]!;
    a[k * n + p] = c * x - s * y;
    a[k * n + q] = s * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const x = a[p * n + k]!;
    const y = a[q * n + k]!;
    a[p * n + k] = c * x - s * y;
    a[q * n + k] = s * x + c * y;
    const vx = v[k * n + p]!;
    const vy = v[k * n + q]!;
    v[k * n + p] = c * vx - s * vy;
    v[k * n + q] = s * vx + c * vy;
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

/** Whether every element off the diagonal is too small to change the diagonal elements it stands between. */
function isDiagonal(a: Float64Array, n: number): boolean {
  for (let p = 0; p < n; p++)
    for (let q = p + 1; q < n; q++) {
      const beside = Math.sqrt(Math.abs(a[p * n + p]! * a[q * n + q]!));
      if (Math.abs(a[p * n + q]!) > Number.EPSILON * 1e-2 * beside && Math.abs(a[p * n + q]!) > 1e-300)
        return false;
    }
  return true;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: slower than reduction to three diagonals,
 * but for the few indicators of an index it is instant, and small eigenvalues keep their digits.
 * An eigenvector is defined up to its sign; here its element of greatest size is positive, so that an index cannot turn over.
 *
 * A RangeError unless the matrix is square, finite and symmetric. R: `eigen(a, symmetric = TRUE)` (signs may differ).
 * Source: Golub and Van Loan, Matrix Computations, §8.5.
 * Units: none; never null; RangeError unless symmetric.
 *
 * @example symmetricEigen(matrixOf([[2, 1], [1, 2]])).values // Float64Array [3, 1]
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const n = matrix.rows;
  if (matrix.columns !== n) throw new RangeError(`A square matrix is needed, got ${n} × ${matrix.columns}`);
  const a = Float64Array.from(matrix.data);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const [x, y] = [a[i * n + j]!, a[j * n + i]!];
      if (!(Math.abs(x - y) <= 1e-10 * Math.max(Math.abs(x), Math.abs(y))))
        throw new RangeError(`Not a symmetric matrix of numbers at (${i}, ${j})`);
      a[j * n + i] = x;
    }
  const v = identity(n).data;
  let sweep = 0;
  while (!isDiagonal(a, n)) {
    if (++sweep > MAX_SWEEPS) throw new RangeError("Jacobi's rotations do not converge on this matrix");
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) if (a[p * n + q] !== 0) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]! || i - j);
  const vectors = zeros(n, n);
  order.forEach((from, to) => {
    let largest = 0;
    for (let k = 0; k < n; k++)
      if (Math.abs(v[k * n + from]!) > Math.abs(largest) * (1 + 1e-9)) largest = v[k * n + from]!;
    for (let k = 0; k < n; k++) vectors.data[k * n + to] = largest < 0 ? -v[k * n + from]! : v[k * n + from]!;
  });
  return { values: Float64Array.from(order, (i) => a[i * n + i]!), vectors };
}
