import { compensatedDot } from "../linear-algebra/compensated-dot.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import {
  applyQ,
  applyQTransposed,
  type QrDecomposition,
  solveR,
  solveRTransposed,
} from "../linear-algebra/qr.ts";

const MOST_STEPS = 12;
/** A correction that no digit of the fitted values would notice. */
const SETTLED = 1e-18;

/** Solution (in the order of `pivot`) and what it leaves of y. */
export interface LeastSquares {
  readonly solution: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Least squares by a QR decomposition, then made better: residuals and normal equations are computed with twice the
 * digits and the correction is solved with the same decomposition, until it no longer shrinks. So the solution is right
 * for the numbers as they were given even where QR alone leaves few digits (Filip, Wampler).
 *
 * Units: those of y per unit of the columns. Never null; aliased columns take no part. R: `qr.coef(qr(a), y)`.
 * Source: Björck (1967), Iterative refinement of linear least squares solutions I, BIT 7:257–278.
 *
 * @example refinedLeastSquares(matrixOf([[1], [2]]), qrDecomposition(matrixOf([[1], [2]])), [2, 4]).solution // Float64Array [2]
 */
export function refinedLeastSquares(a: Matrix, qr: QrDecomposition, y: ArrayLike<number>): LeastSquares {
  const { rows, columns, data } = a;
  const { rank, pivot } = qr;
  const byColumn = Array.from({ length: rank }, (_, k) =>
    Float64Array.from({ length: rows }, (_, i) => data[i * columns + pivot[k]!]!),
  );
  const lengths = byColumn.map((column) =>
    column.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0),
  );
  const solution = new Float64Array(rank);
  const residuals = new Float64Array(rows);
  const whole = new Float64Array(columns);
  const bottom = new Float64Array(rows);
  const right = new Float64Array(rank);
  let last = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step++) {
    for (let k = 0; k < rank; k++) whole[pivot[k]!] = solution[k]!;
    for (let i = 0; i < rows; i++) {
      const left = compensatedDot(y[i]!, -1, data, i * columns, whole, 0, 1, columns);
      bottom[i] = step === 0 ? left : left - residuals[i]!;
    }
    for (let k = 0; k < rank; k++) right[k] = compensatedDot(0, -1, byColumn[k]!, 0, residuals, 0, 1, rows);
    const top = solveRTransposed(qr, right);
    const turned = applyQTransposed(qr, bottom);
    const correction = solveR(
      qr,
      top.map((value, k) => turned[k]! - value),
    );
    const size = relativeSize(correction, solution, lengths);
    if (!(size < last / 2) || size < SETTLED) break;
    last = size;
    turned.set(top);
    const change = applyQ(qr, turned);
    for (let k = 0; k < rank; k++) solution[k]! += correction[k]!;
    for (let i = 0; i < rows; i++) residuals[i]! += change[i]!;
  }
  for (let k = 0; k < rank; k++) whole[pivot[k]!] = solution[k]!;
  for (let i = 0; i < rows; i++)
    residuals[i] = compensatedDot(y[i]!, -1, data, i * columns, whole, 0, 1, columns);
  return { solution, residuals };
}

/** The correction's largest contribution to the fitted values, as a share of the largest one of the solution. */
function relativeSize(correction: Float64Array, solution: Float64Array, lengths: readonly number[]): number {
  let change = 0;
  let scale = 0;
  for (let k = 0; k < correction.length; k++) {
    change = Math.max(change, Math.abs(correction[k]!) * lengths[k]!);
    scale = Math.max(scale, Math.abs(solution[k]! + correction[k]!) * lengths[k]!);
  }
  return scale === 0 ? 0 : change / scale;
}
