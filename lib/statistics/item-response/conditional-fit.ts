import { cholesky, inverseCholesky, solveCholesky } from "../linear-algebra/cholesky.ts";
import { type Matrix, multiply, transpose, zeros } from "../linear-algebra/matrix.ts";
import { conditionalLikelihood, type ParameterLayout, parameterLayout } from "./conditional-likelihood.ts";
import type { CategoryCounts } from "./response-groups.ts";

/** Newton converges in about six steps; sixty without an end mean that the maximum lies at infinity. */
const MAX_ITERATIONS = 60;
const SMALL_STEP = 1e-9;
/** A standard error of this many logits is an estimate on its way to infinity, not a measurement. */
const LARGEST_ERROR = 1e4;

export interface ConditionalFit {
  readonly layout: ParameterLayout;
  /** Cumulative easiness, sum 0. */
  readonly estimates: Float64Array;
  /** Covariance of the estimates under that normalisation. */
  readonly covariance: Matrix;
  readonly logLik: number;
  readonly iterations: number;
}

/** Shifts the zero of the ability scale so that the parameters sum to 0. */
function sumToZero(b: Float64Array, step: Int32Array): Float64Array {
  const sum = b.reduce((total, value) => total + value, 0);
  const steps = step.reduce((total, value) => total + value, 0);
  return b.map((value, p) => value - (step[p]! * sum) / steps);
}

/** The matrix that `sumToZero` multiplies with: I − v·1ᵀ / 1ᵀv. */
function sumToZeroMatrix(step: Int32Array): Matrix {
  const n = step.length;
  const steps = step.reduce((total, value) => total + value, 0);
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) matrix.data[i * n + j] = (i === j ? 1 : 0) - step[i]! / steps;
  return matrix;
}

/** Fills the one direction in which the information is 0 (all persons and items moved together), so that it can be factored. */
function regularised({ rows, columns, data }: Matrix, step: Int32Array): Matrix {
  let diagonal = 0;
  let squares = 0;
  for (let p = 0; p < rows; p++) {
    diagonal += data[p * columns + p]! / rows;
    squares += step[p]! ** 2;
  }
  const weight = diagonal / squares;
  return {
    rows,
    columns,
    data: data.map((value, at) => value + weight * step[Math.floor(at / columns)]! * step[at % columns]!),
  };
}

/** Log odds of each points against the item's lowest: the estimate if all persons were alike. */
function start({ categories, counts }: CategoryCounts): Float64Array {
  return Float64Array.from(
    categories.flatMap((seen, item) =>
      seen.slice(1).map((_, c) => Math.log(counts[item]![c + 1]! / counts[item]![0]!)),
    ),
  );
}

/**
 * Finds the maximum of the conditional likelihood by Newton's method with halved steps; the function is concave, so the
 * maximum is the only one. Null when there is no finite maximum or it was not reached.
 */
export function conditionalFit(counts: CategoryCounts): ConditionalFit | null {
  const layout = parameterLayout(counts);
  let estimates = sumToZero(start(counts), layout.step);
  let current = conditionalLikelihood(counts, layout, estimates);
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const factor = cholesky(regularised(current.information, layout.step));
    if (!factor || !Number.isFinite(current.logLik)) return null;
    const move = solveCholesky(factor, current.gradient);
    const size = Math.max(...move.map(Math.abs));
    let next = estimates;
    let reached = current;
    // Rounding may take the last digits of the log-likelihood down although the step is right.
    const least = current.logLik - 1e-12 * Math.abs(current.logLik);
    for (let part = 1; part > 1e-6; part /= 2) {
      next = sumToZero(
        estimates.map((value, p) => value + part * move[p]!),
        layout.step,
      );
      reached = conditionalLikelihood(counts, layout, next);
      if (reached.logLik >= least) break;
    }
    estimates = next;
    current = reached;
    if (size < SMALL_STEP) return finished(layout, estimates, current, iterations);
  }
  return null;
}

function finished(
  layout: ParameterLayout,
  estimates: Float64Array,
  { logLik, information }: { logLik: number; information: Matrix },
  iterations: number,
): ConditionalFit | null {
  const factor = cholesky(regularised(information, layout.step));
  if (!factor) return null;
  const project = sumToZeroMatrix(layout.step);
  const covariance = multiply(multiply(project, inverseCholesky(factor)), transpose(project));
  for (let p = 0; p < estimates.length; p++)
    if (!(covariance.data[p * estimates.length + p]! < LARGEST_ERROR ** 2)) return null;
  return { layout, estimates, covariance, logLik, iterations };
}
