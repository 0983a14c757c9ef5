import { cholesky, inverseCholesky, solveCholesky } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeros } from "../linear-algebra/matrix.ts";

const MAX_ITERATIONS = 200;
const SMALL_STEP = 1e-8;
/** A step of more logits than this leaves the region where the quadratic picture holds. */
const LONGEST_STEP = 2;
/** A log-likelihood with its first and minus its second derivatives at one point. */
export interface Slope {
  readonly logLik: number;
  readonly gradient: Float64Array;
  readonly information: Matrix;
}

export interface Ascent {
  readonly at: Float64Array;
  readonly logLik: number;
  /** Inverse of the observed information. */
  readonly covariance: Matrix;
  readonly iterations: number;
}

/** The information with the diagonal raised until it can be factored; `raised` tells whether that was needed. */
function factored(information: Matrix): { factor: Matrix; raised: boolean } | null {
  const { rows, columns, data } = information;
  const plain = cholesky(information);
  if (plain) return { factor: plain, raised: false };
  let largest = 0;
  for (let p = 0; p < rows; p++) largest = Math.max(largest, Math.abs(data[p * columns + p]!));
  for (let ridge = 1e-3 * largest; ridge < 1e6 * largest; ridge *= 4) {
    const raised = zeros(rows, columns);
    raised.data.set(data);
    for (let p = 0; p < rows; p++) raised.data[p * columns + p]! += ridge;
    const factor = cholesky(raised);
    if (factor) return { factor, raised: true };
  }
  return null;
}

/**
 * Climbs to a maximum of a log-likelihood that need not be concave everywhere: Newton's method on the observed
 * information; where that is not positive definite its diagonal is raised (Levenberg–Marquardt), and a step that does not climb is halved.
 * Null when the way leads to where parameters are not `plausible` or no maximum with positive definite information is reached.
 */
export function newtonAscent(
  start: Float64Array,
  slope: (at: Float64Array) => Slope,
  plausible: (at: Float64Array) => boolean,
): Ascent | null {
  let at = start;
  let current = slope(at);
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const curvature = factored(current.information);
    if (!curvature || !Number.isFinite(current.logLik)) return null;
    const move = solveCholesky(curvature.factor, current.gradient);
    const size = Math.max(...move.map(Math.abs));
    if (size < SMALL_STEP) {
      if (curvature.raised) return null;
      const covariance = inverseCholesky(curvature.factor);
      return { at: at.map((value, p) => value + move[p]!), logLik: current.logLik, covariance, iterations };
    }
    // Rounding may take the last digits of the log-likelihood down although the step is right.
    const least = current.logLik - 1e-13 * Math.abs(current.logLik);
    let part = Math.min(1, LONGEST_STEP / size);
    let next = at;
    let reached = current;
    do {
      next = at.map((value, p) => value + part * move[p]!);
      reached = slope(next);
      part /= 2;
    } while (!(reached.logLik >= least) && part > 1e-12);
    at = next;
    current = reached;
    if (!plausible(at)) return null;
  }
  return null;
}
