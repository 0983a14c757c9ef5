import type { LogisticData } from "./logistic-newton.ts";
import { backSolve, orthonormalColumns } from "./orthonormal-columns.ts";

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
}

/** Rows of the inverse of an upper triangle. */
function inverseRows(triangle: readonly Float64Array[]): Float64Array[] {
  const rows = triangle.map(() => new Float64Array(triangle.length));
  triangle.forEach((_, k) => {
    const unit = new Float64Array(triangle.length);
    unit[k] = 1;
    backSolve(triangle, unit).forEach((value, j) => {
      rows[j]![k] = value;
    });
  });
  return rows;
}

/**
 * The rows `chosen` (of positive weight) as columns: the constant and each covariate, shifted by its mean, scaled, and
 * made orthonormal under the weights.
 *
 * @example logisticDesign({ x: [[1], [3]], y: [0, 1], weights: [1, 1], offset: [0, 0] }, [0, 1]).shifts // Float64Array [2]
 */
export function logisticDesign(
  { x, y, weights, offset }: LogisticRows,
  chosen: readonly number[],
): LogisticDesign {
  const w = Float64Array.from(chosen, (i) => weights[i]!);
  const roots = w.map(Math.sqrt);
  const total = w.reduce((sum, weight) => sum + weight, 0);
  const covariates = x[0]?.length ?? 0;
  const shifts = new Float64Array(covariates);
  const scales = new Float64Array(covariates);
  const columns = [roots];
  const magnitudes = [Math.sqrt(total)];
  for (let j = 0; j < covariates; j++) {
    const shift = chosen.reduce((sum, i, at) => sum + (w[at]! / total) * x[i]![j]!, 0);
    const spread = chosen.reduce((most, i) => Math.max(most, Math.abs(x[i]![j]! - shift)), 0) || 1;
    const size = chosen.reduce((most, i) => Math.max(most, Math.abs(x[i]![j]!)), 0);
    shifts[j] = shift;
    scales[j] = spread;
    columns.push(Float64Array.from(chosen, (i, at) => roots[at]! * ((x[i]![j]! - shift) / spread)));
    magnitudes.push((size / spread) * Math.sqrt(total));
  }
  const { basis, triangle, kept } = orthonormalColumns(columns, magnitudes);
  for (const column of basis) for (let i = 0; i < column.length; i++) column[i]! /= roots[i]!;
  const transform: (Float64Array | null)[] = columns.map(() => null);
  const inverse = inverseRows(triangle);
  kept.forEach((index, j) => {
    transform[index] = index === 0 ? inverse[j]! : inverse[j]!.map((part) => part / scales[index - 1]!);
  });
  const constant = transform[0];
  transform.forEach((row, index) => {
    if (index > 0)
      row?.forEach((part, k) => {
        constant![k]! -= shifts[index - 1]! * part;
      });
  });
  const pick = (list: readonly number[]) => Float64Array.from(chosen, (i) => list[i]!);
  return { data: { y: pick(y), weights: w, offset: pick(offset), z: basis }, shifts, transform };
}
