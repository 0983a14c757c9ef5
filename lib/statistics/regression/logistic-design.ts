import {
  ALIAS_TOLERANCE,
  orthonormalBasis,
  type QrDecomposition,
  qrOfColumns,
  solveR,
} from "../linear-algebra/qr.ts";
import type { LogisticData } from "./logistic-newton.ts";

/** What shifting a covariate leaves of its rounding, relative to its length before. */
const ROUNDING = 1e-14;

/** Rows of a logistic model as they are given: covariates without the constant, answers, counts, known log-odds. */
export interface LogisticRows {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly weights: readonly number[];
  readonly offset: readonly number[];
}

/** The same rows made ready for estimation, and the way back from there to the given covariates. */
export interface LogisticDesign {
  readonly data: LogisticData;
  /** Taken from each covariate before anything else, so that years or scores far from 0 keep their digits. */
  readonly shifts: Float64Array;
  /** transform[j][k]: what basis column k adds to coefficient j, the constant first; null for an aliased one. */
  readonly transform: readonly (Float64Array | null)[];
  /** What the basis columns add to the log-odds at the mean of all covariates. */
  readonly atMeans: Float64Array;
}

/** Rows of the inverse of R. */
function inverseRows(qr: QrDecomposition): Float64Array[] {
  const rows = Array.from({ length: qr.rank }, () => new Float64Array(qr.rank));
  for (let k = 0; k < qr.rank; k++) {
    const unit = new Float64Array(qr.rank);
    unit[k] = 1;
    solveR(qr, unit).forEach((value, j) => {
      rows[j]![k] = value;
    });
  }
  return rows;
}

/** f of each chosen row; a plain loop, because `Float64Array.from` with a function is ten times slower. */
function gather(chosen: Uint32Array, f: (i: number, at: number) => number): Float64Array {
  const list = new Float64Array(chosen.length);
  for (let at = 0; at < chosen.length; at++) list[at] = f(chosen[at]!, at);
  return list;
}

/**
 * The rows `chosen` (of positive weight) as columns: the constant and each covariate, shifted by its mean, scaled, and
 * made orthonormal under the weights.
 *
 * @example logisticDesign({ x: [[1], [3]], y: [0, 1], weights: [1, 1], offset: [0, 0] }, Uint32Array.of(0, 1)).shifts // Float64Array [2]
 */
export function logisticDesign({ x, y, weights, offset }: LogisticRows, chosen: Uint32Array): LogisticDesign {
  const w = gather(chosen, (i) => weights[i]!);
  const roots = w.map(Math.sqrt);
  const total = w.reduce((sum, weight) => sum + weight, 0);
  const covariates = x[0]?.length ?? 0;
  const shifts = new Float64Array(covariates);
  const scales = new Float64Array(covariates);
  const columns: Float64Array[] = [roots];
  const noise = [0];
  for (let j = 0; j < covariates; j++) {
    const column = gather(chosen, (i) => x[i]![j]!);
    let shift = 0;
    let size = 0;
    let spread = 0;
    for (let at = 0; at < column.length; at++) {
      shift += (w[at]! / total) * column[at]!;
      size = Math.max(size, Math.abs(column[at]!));
    }
    for (let at = 0; at < column.length; at++) spread = Math.max(spread, Math.abs(column[at]! - shift));
    shifts[j] = shift;
    scales[j] = spread || 1;
    for (let at = 0; at < column.length; at++) column[at] = roots[at]! * ((column[at]! - shift) / scales[j]!);
    columns.push(column);
    noise.push(ROUNDING * (size / scales[j]!) * Math.sqrt(total));
  }
  const qr = qrOfColumns(columns, ALIAS_TOLERANCE, noise);
  const basis = orthonormalBasis(qr);
  for (const column of basis) for (let i = 0; i < column.length; i++) column[i]! /= roots[i]!;
  const transform: (Float64Array | null)[] = columns.map(() => null);
  const inverse = inverseRows(qr);
  qr.pivot.subarray(0, qr.rank).forEach((index, j) => {
    transform[index] = index === 0 ? inverse[j]! : inverse[j]!.map((part) => part / scales[index - 1]!);
  });
  const constant = transform[0];
  const atMeans = constant?.slice() ?? new Float64Array(0);
  transform.forEach((row, index) => {
    if (index > 0)
      row?.forEach((part, k) => {
        constant![k]! -= shifts[index - 1]! * part;
      });
  });
  const answers = gather(chosen, (i) => y[i]!);
  const known = gather(chosen, (i) => offset[i]!);
  return { data: { y: answers, weights: w, offset: known, z: basis }, shifts, transform, atMeans };
}
