import { cholesky, inverseCholesky, solveCholesky } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeros } from "../linear-algebra/matrix.ts";

/** A step shorter than this, in standard errors, is the last one: Newton's next error is its square. */
const LAST_STEP = 1e-8;

/**
 * Logistic function: the probability that belongs to given log-odds, without overflow on either side.
 *
 * Units: fraction 0–1. R: `plogis(x)`.
 * Never null. Source: its definition.
 *
 * @example logistic(0) // 0.5
 */
export function logistic(logOdds: number): number {
  const small = Math.exp(-Math.abs(logOdds));
  return logOdds >= 0 ? 1 / (1 + small) : small / (1 + small);
}

/** Answers (0 or 1), weights, known log-odds and covariates of the rows of a logistic model. */
export interface LogisticData {
  readonly y: Float64Array;
  readonly weights: Float64Array;
  readonly offset: Float64Array;
  /** Columns, best orthonormal under the weights: the information matrix is then as well conditioned as it can be. */
  readonly z: readonly Float64Array[];
}

/** Where the rows stand at some coefficients: their log-odds, and e^−|log-odds|, of which all else is made. */
interface Standing {
  readonly eta: Float64Array;
  readonly small: Float64Array;
  readonly logLik: number;
}

function standingAt({ y, weights, offset, z }: LogisticData, gamma: Float64Array): Standing {
  const eta = Float64Array.from(offset);
  z.forEach((column, j) => {
    const slope = gamma[j]!;
    for (let i = 0; i < eta.length; i++) eta[i]! += slope * column[i]!;
  });
  const small = new Float64Array(eta.length);
  let logLik = 0;
  for (let i = 0; i < eta.length; i++) {
    small[i] = Math.exp(-Math.abs(eta[i]!));
    // The answer's probability is 1 / (1 + e^wrong): its logarithm without overflow, and without losing small values.
    const wrong = y[i] === 1 ? -eta[i]! : eta[i]!;
    logLik -= weights[i]! * (Math.max(wrong, 0) + Math.log1p(small[i]!));
  }
  return { eta, small, logLik };
}

/** Gradient and information of the log-likelihood where the rows stand. */
function derivatives(
  { y, weights, z }: LogisticData,
  { eta, small }: Standing,
): { gradient: Float64Array; information: Matrix } {
  const size = z.length;
  const gradient = new Float64Array(size);
  const information = zeros(size, size);
  const curvature = new Float64Array(eta.length);
  const residual = new Float64Array(eta.length);
  for (let i = 0; i < eta.length; i++) {
    const likely = 1 / (1 + small[i]!);
    const unlikely = small[i]! / (1 + small[i]!);
    const isLikely = eta[i]! >= 0;
    curvature[i] = weights[i]! * likely * unlikely;
    if (y[i] === 1) residual[i] = weights[i]! * (isLikely ? unlikely : likely);
    else residual[i] = -weights[i]! * (isLikely ? likely : unlikely);
  }
  for (let j = 0; j < size; j++) {
    const column = z[j]!;
    for (let i = 0; i < column.length; i++) gradient[j]! += residual[i]! * column[i]!;
    for (let k = 0; k <= j; k++) {
      const other = z[k]!;
      let sum = 0;
      for (let i = 0; i < column.length; i++) sum += curvature[i]! * column[i]! * other[i]!;
      information.data[j * size + k] = sum;
      information.data[k * size + j] = sum;
    }
  }
  return { gradient, information };
}

export interface LogisticMaximum {
  readonly gamma: Float64Array;
  readonly logLik: number;
  readonly covariance: Matrix;
  readonly iterations: number;
}

/**
 * Maximum of the log-likelihood by Newton's method (the same steps as iteratively reweighted least squares), each step
 * halved until the likelihood does not fall. The last step is shorter than 1e-8 standard errors, so the error that is
 * left, its square, lies below rounding. Null when that is not reached: never the place where it happened to stop.
 */
export function maximizeLogistic(
  data: LogisticData,
  start: Float64Array,
  maxIterations: number,
): LogisticMaximum | null {
  let gamma = start;
  let standing = standingAt(data, gamma);
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const { gradient, information } = derivatives(data, standing);
    const factor = cholesky(information);
    if (!factor) return null;
    const step = solveCholesky(factor, gradient);
    const length = Math.sqrt(
      Math.max(
        0,
        step.reduce((sum, part, j) => sum + part * gradient[j]!, 0),
      ),
    );
    const least = standing.logLik - 1e-13 * Math.abs(standing.logLik);
    let share = 1;
    let next = gamma;
    let reached: Standing | null = null;
    for (; share > 1e-10; share /= 2) {
      next = gamma.map((part, j) => part + share * step[j]!);
      const tried = standingAt(data, next);
      if (tried.logLik >= least) {
        reached = tried;
        break;
      }
    }
    if (!reached) return null;
    gamma = next;
    standing = reached;
    if (length <= LAST_STEP && share === 1) {
      const last = cholesky(derivatives(data, standing).information);
      return (
        last && { gamma, logLik: standing.logLik, covariance: inverseCholesky(last), iterations: iteration }
      );
    }
  }
  return null;
}
