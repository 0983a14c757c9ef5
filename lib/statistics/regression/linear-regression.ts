import { studentQuantile } from "../distributions/student.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { compensatedDot } from "../linear-algebra/compensated-dot.ts";
import { matrixOf } from "../linear-algebra/matrix.ts";
import { ALIAS_TOLERANCE, inverseCrossProduct, qrDecomposition } from "../linear-algebra/qr.ts";
import { refinedLeastSquares } from "./refined-least-squares.ts";

export interface LinearRegressionOptions {
  /** Whether a constant is put before the covariates; true by default. */
  readonly intercept?: boolean;
  /** One weight a row, not negative; a row of weight 0 is left out but has a residual. All 1 by default. */
  readonly weights?: readonly number[];
  /** The share of its length that a covariate must have left beside the ones before it; 1e-11 by default (R: 1e-7). */
  readonly tolerance?: number;
  readonly level?: number;
}

export interface LinearRegression {
  /** Constant first (where there is one), then as the covariates; null for an aliased one. */
  readonly coefficients: readonly (number | null)[];
  /** Null for an aliased covariate, and all of them when no degree of freedom is left. */
  readonly standardErrors: readonly (number | null)[];
  /** Coefficient in standard errors; null where the standard error is null or 0. */
  readonly tValues: readonly (number | null)[];
  readonly intervals: readonly (Interval | null)[];
  /** Columns (constant included, from 0) that the ones before them determine. */
  readonly aliased: readonly number[];
  /** y minus fitted value, in the order of the rows and not weighted. */
  readonly residuals: readonly number[];
  readonly residualSumOfSquares: number;
  readonly residualDegreesOfFreedom: number;
  /** Null when no degree of freedom is left. */
  readonly residualSD: number | null;
  /** Share 0–1 of the variation of y (around its mean; without a constant: around 0); null when y does not vary. */
  readonly rSquared: number | null;
  /** F statistic of all covariates together; null without covariates, degrees of freedom, variation of y or residual variation. */
  readonly fStatistic: number | null;
}

/**
 * Linear regression by (weighted) least squares: the straight-line rule that predicts y from the covariates with the
 * least squared error. Solved by QR with residuals of twice the digits, because normal equations lose half the digits of
 * collinear covariates; covariates that others determine are named and left out, as in R.
 *
 * Units: coefficients in units of y per unit of the covariate. Null for fewer than one row of positive weight. A RangeError
 * for rows of different length, missing or infinite numbers (leave such rows out before), and negative weights.
 * R: `summary(lm(y ~ x, weights = w))`, `confint`. Source: Golub and Van Loan, Matrix Computations, §5.3; Björck (1967).
 *
 * @example linearRegression([[1], [2], [3]], [1, 2, 4]).coefficients // [-0.6666666666666666, 1.5]
 */
export function linearRegression(
  x: readonly (readonly number[])[],
  y: readonly number[],
  options: LinearRegressionOptions = {},
): LinearRegression | null {
  const { intercept = true, weights, tolerance = ALIAS_TOLERANCE, level = USUAL_LEVEL } = options;
  checkLevel(level);
  check(x, y, weights);
  const roots = weights?.map(Math.sqrt);
  const used = weights ? weights.filter((weight) => weight > 0).length : y.length;
  if (used === 0) return null;
  const scaled = (value: number, i: number) => (roots ? value * roots[i]! : value);
  const design = matrixOf(
    x.map((row, i) => (intercept ? [1, ...row] : row).map((value) => scaled(value, i))),
  );
  const qr = qrDecomposition(design, tolerance);
  const fit = refinedLeastSquares(design, qr, y.map(scaled));

  const coefficients = Array<number | null>(design.columns).fill(null);
  const standardErrors = Array<number | null>(design.columns).fill(null);
  for (let k = 0; k < qr.rank; k++) coefficients[qr.pivot[k]!] = fit.solution[k]!;
  const residuals = y.map((value, i) => {
    if (!roots) return fit.residuals[i]!;
    if (roots[i]! > 0) return fit.residuals[i]! / roots[i]!;
    const row = intercept ? [1, ...x[i]!] : x[i]!;
    return compensatedDot(value, -1, row, 0, coefficients.map(Number), 0, 1, row.length);
  });
  const weight = (i: number) => weights?.[i] ?? 1;
  const residualSumOfSquares = residuals.reduce((sum, left, i) => sum + weight(i) * left * left, 0);
  const degrees = used - qr.rank;
  const variance = degrees > 0 ? residualSumOfSquares / degrees : null;
  if (variance !== null) {
    const { data } = inverseCrossProduct(qr);
    for (let k = 0; k < qr.rank; k++)
      standardErrors[qr.pivot[k]!] = Math.sqrt(variance * data[k * qr.rank + k]!);
  }

  const centre = intercept ? weightedMean(y, weight) : 0;
  let total = 0;
  let explained = 0;
  y.forEach((value, i) => {
    total += weight(i) * (value - centre) ** 2;
    explained += weight(i) * (value - centre - residuals[i]!) ** 2;
  });
  const covariates = qr.rank - (intercept ? 1 : 0);
  const critical = degrees > 0 ? studentQuantile((1 + level) / 2, degrees) : 0;
  return {
    coefficients,
    standardErrors,
    tValues: coefficients.map((value, j) => (standardErrors[j] ? value! / standardErrors[j] : null)),
    intervals: coefficients.map((value, j) => {
      const half = standardErrors[j];
      return half == null ? null : { low: value! - critical * half, high: value! + critical * half };
    }),
    aliased: [...qr.pivot.subarray(qr.rank)],
    residuals,
    residualSumOfSquares,
    residualDegreesOfFreedom: degrees,
    residualSD: variance === null ? null : Math.sqrt(variance),
    rSquared: total > 0 ? 1 - residualSumOfSquares / total : null,
    fStatistic: covariates > 0 && variance && total > 0 ? explained / covariates / variance : null,
  };
}

function check(
  x: readonly (readonly number[])[],
  y: readonly number[],
  weights?: readonly number[],
): asserts y is readonly number[] {
  if (x.length !== y.length)
    throw new RangeError(`${x.length} rows of covariates, but ${y.length} values of y`);
  if (weights && weights.length !== y.length)
    throw new RangeError(`${weights.length} weights, but ${y.length} rows`);
  for (const value of y) if (!Number.isFinite(value)) throw new RangeError(`Not a value of y: ${value}`);
  for (const weight of weights ?? [])
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`Not a weight: ${weight}`);
}

/** Mean by the deviations from the first value, so that a large offset costs no digits. */
function weightedMean(y: readonly number[], weight: (i: number) => number): number {
  const origin = y[0]!;
  let sum = 0;
  let weights = 0;
  y.forEach((value, i) => {
    sum += weight(i) * (value - origin);
    weights += weight(i);
  });
  return origin + sum / weights;
}
