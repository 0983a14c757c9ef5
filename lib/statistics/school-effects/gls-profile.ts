import { cholesky, logDeterminantCholesky, solveCholesky } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeros } from "../linear-algebra/matrix.ts";

/** Restricted maximum likelihood (variances allow for the estimated fixed effects) or full maximum likelihood. */
export type Criterion = "REML" | "ML";

/**
 * The model at given variance ratios. From M = [X y]'V⁻¹[X y] follow the fixed effects, what they leave, and −2·logLik
 * with the residual variance already at its best value.
 */
export interface GlsProfile extends Gls {
  readonly criterion: Criterion;
  /** N − p for REML, N for ML. */
  readonly divisor: number;
  /** −2 logLik. */
  readonly deviance: number;
}

/** Σ a[i]·m[i][j]·b[j] for a width × width matrix stored row after row. */
export function form(
  m: Float64Array,
  width: number,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  length = width,
): number {
  let sum = 0;
  for (let i = 0; i < length; i++) {
    let row = 0;
    for (let j = 0; j < length; j++) row += m[i * width + j]! * b[j]!;
    sum += a[i]! * row;
  }
  return sum;
}

/** Weighted least squares from M: the fixed effects and what they leave. */
export interface Gls {
  readonly width: number;
  readonly factor: Matrix;
  readonly beta: Float64Array;
  /** (−β, 1): times a vector (x, y) it gives the residual. */
  readonly contrast: Float64Array;
  /** Residual sum of squares in the metric V⁻¹. */
  readonly rss: number;
}

/** Null when the fixed effects are not determined by M. */
export function generalisedLeastSquares(m: Float64Array, width: number): Gls | null {
  const p = width - 1;
  const a = zeros(p, p);
  const right = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) a.data[i * p + j] = m[i * width + j]!;
    right[i] = m[i * width + p]!;
  }
  const factor = cholesky(a);
  if (factor === null) return null;
  const beta = solveCholesky(factor, right);
  const contrast = new Float64Array(width);
  for (let i = 0; i < p; i++) contrast[i] = -beta[i]!;
  contrast[p] = 1;
  return { width, factor, beta, contrast, rss: Math.max(0, form(m, width, contrast, contrast)) };
}

/** Null when the fixed effects are not determined at these ratios, or leave nothing of y. `logDeterminant` is that of V. */
export function glsProfile(
  m: Float64Array,
  width: number,
  pupils: number,
  logDeterminant: number,
  criterion: Criterion,
): GlsProfile | null {
  const fit = generalisedLeastSquares(m, width);
  if (fit === null || fit.rss === 0) return null;
  const divisor = criterion === "REML" ? pupils - width + 1 : pupils;
  const fixed = criterion === "REML" ? logDeterminantCholesky(fit.factor) : 0;
  const deviance = divisor * (1 + Math.log((2 * Math.PI * fit.rss) / divisor)) + logDeterminant + fixed;
  return { ...fit, criterion, divisor, deviance };
}

/** tr(A⁻¹B) for the block of the fixed effects. */
export function fixedTrace({ factor, width }: GlsProfile, b: Float64Array): number {
  const p = width - 1;
  const column = new Float64Array(p);
  let trace = 0;
  for (let j = 0; j < p; j++) {
    for (let i = 0; i < p; i++) column[i] = b[i * width + j]!;
    trace += solveCholesky(factor, column)[j]!;
  }
  return trace;
}

/**
 * Derivative of −2 logLik by a variance ratio t, from `trace` = tr(V⁻¹V̇) and `loss` = −dM/dt = [X y]'V⁻¹V̇V⁻¹[X y]. The fixed
 * effects and the residual variance are at their best values, so their own change does not count.
 */
export function devianceSlope(profile: GlsProfile, trace: number, loss: Float64Array): number {
  const { contrast, width, divisor, rss, criterion } = profile;
  const fit = (divisor / rss) * form(loss, width, contrast, contrast);
  return trace - fit - (criterion === "REML" ? fixedTrace(profile, loss) : 0);
}
