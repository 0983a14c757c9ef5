import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { multiplyVector } from "../linear-algebra/matrix.ts";
import { type LogisticDesign, type LogisticRows, logisticDesign } from "./logistic-design.ts";
import { type LogisticMaximum, logistic, maximizeLogistic } from "./logistic-newton.ts";
import { findSeparation, type Separation } from "./separation.ts";

/** A fitted logistic model. Coefficient 0 is the constant, coefficient j the one of covariate j − 1. */
export interface LogisticRegression {
  /** Observations: the sum of the weights. */
  readonly n: number;
  /** Observations with the answer 1. */
  readonly events: number;
  /** Log-odds per unit of the covariate; null for aliased ones, and all null where no maximum exists or none was reached. */
  readonly coefficients: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  /** Wald intervals: coefficient ± z standard errors. */
  readonly intervals: readonly (Interval | null)[];
  /** Covariances of the coefficients (inverse of the information); null in rows and columns of aliased ones, or as a whole. */
  readonly covariance: readonly (readonly (number | null)[])[] | null;
  /** Indices of coefficients whose column repeats what earlier columns say. */
  readonly aliased: readonly number[];
  /** Coefficients that the data can speak of: constant included, aliased ones not. */
  readonly rank: number;
  /** −2·logLik; under separation the limit that it comes down to. Null only when Newton's steps did not converge. */
  readonly deviance: number | null;
  readonly nullDeviance: number | null;
  readonly logLik: number | null;
  /** Null wherever the coefficients are. */
  readonly aic: number | null;
  /** Fitted probability of each row, also of rows of weight 0; null wherever the coefficients are. */
  readonly fitted: readonly number[] | null;
  readonly iterations: number;
  readonly converged: boolean;
  /** Null when rounding kept it from being decided; nothing is then estimated. */
  readonly separation: Separation | null;
}

export interface LogisticOptions {
  /** Known part of each row's log-odds, with the coefficient 1. */
  readonly offset?: readonly number[];
  /** Newton steps before giving up; 100 when not given. */
  readonly maxIterations?: number;
  readonly level?: number;
}

function check({ x, y, weights, offset }: LogisticRows): void {
  const covariates = x[0]?.length ?? 0;
  for (const [name, list] of Object.entries({ y, weights, offset }))
    if (list.length !== x.length)
      throw new RangeError(`${x.length} rows need as many elements of ${name}, got ${list.length}`);
  for (let i = 0; i < x.length; i++) {
    const row = x[i]!;
    if (row.length !== covariates)
      throw new RangeError(`Row ${i + 1} has ${row.length} covariates, the first has ${covariates}`);
    for (const value of row)
      if (!Number.isFinite(value)) throw new RangeError(`A covariate of row ${i + 1} is not a number`);
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError(`The answer of row ${i + 1} is not 0 or 1: ${y[i]}`);
    if (!(weights[i]! >= 0 && Number.isFinite(weights[i])))
      throw new RangeError(`Not a weight: ${weights[i]}`);
    if (!Number.isFinite(offset[i])) throw new RangeError(`Not an offset: ${offset[i]}`);
  }
}

/** Newton's maximum from the constant that undoes the mean offset. */
function newtonMaximum({ data }: LogisticDesign, maxIterations: number): LogisticMaximum | null {
  const start = new Float64Array(data.z.length);
  const total = data.weights.reduce((sum, weight) => sum + weight, 0);
  const mean = data.offset.reduce((sum, part, i) => sum + part * (data.weights[i]! / total), 0);
  // The first column of the basis is the constant, in one length and with one sign or the other.
  start[0] = -mean / data.z[0]![0]!;
  return maximizeLogistic(data, start, maxIterations);
}

/** The highest log-likelihood of the model with the constant (and the offset) alone. */
function nullLogLik(
  rows: LogisticRows,
  chosen: Uint32Array,
  n: number,
  events: number,
  maxIterations: number,
) {
  const share = (count: number) => (count === 0 ? 0 : count * Math.log(count / n));
  if (events === 0 || events === n || rows.offset.every((part) => part === 0))
    return share(events) + share(n - events);
  return (
    newtonMaximum(logisticDesign({ ...rows, x: rows.x.map(() => []) }, chosen), maxIterations)?.logLik ?? null
  );
}

const minusTwice = (logLik: number | null) => (logLik === null ? null : logLik === 0 ? 0 : -2 * logLik);

/** From Newton's maximum in the orthonormal basis back to the covariates as they were given. */
function estimates(
  { x, offset }: LogisticRows,
  { transform, shifts, atMeans }: LogisticDesign,
  maximum: LogisticMaximum,
  level: number,
) {
  const { gamma, covariance, logLik, iterations } = maximum;
  const dot = (row: Float64Array, other: Float64Array) =>
    row.reduce((sum, part, k) => sum + part * other[k]!, 0);
  const coefficients = transform.map((row) => row && dot(row, gamma));
  const spread = transform.map((row) => row && multiplyVector(covariance, row));
  const covariances = transform.map((row) => spread.map((other) => row && other && dot(row, other)));
  // From the means on: the constant of the given covariates would take back the digits that the shift has kept.
  const centre = dot(atMeans, gamma);
  const slopes = Float64Array.from(coefficients, (coefficient) => coefficient ?? 0);
  const fitted = x.map((row, i) => {
    let logOdds = centre + offset[i]!;
    for (let j = 0; j < row.length; j++) logOdds += slopes[j + 1]! * (row[j]! - shifts[j]!);
    return logistic(logOdds);
  });
  const z = normalQuantile((1 + level) / 2);
  const standardErrors = covariances.map((row, j) => (row[j] === null ? null : Math.sqrt(row[j]!)));
  return {
    coefficients,
    standardErrors,
    intervals: coefficients.map((b, j) => {
      const half = z * (standardErrors[j] ?? 0);
      return b === null ? null : { low: b - half, high: b + half };
    }),
    covariance: covariances,
    logLik,
    deviance: minusTwice(logLik),
    aic: -2 * logLik + 2 * gamma.length,
    fitted,
    iterations,
    converged: true,
  };
}

/**
 * Logistic regression with a constant: the model in which the log-odds of an answer 1 (a mark 2 next year, a task solved)
 * is a sum of covariates times coefficients, fitted by maximum likelihood. At the exact maximum: Newton's method on
 * covariates made orthogonal, so that years like 2024 or scores that nearly repeat each other cost no digits.
 * Standard errors come from the model (inverse information). A weight is a count: how many alike pupils the row stands for.
 *
 * Where covariates separate the answers no estimate exists: coefficients are null, `converged` is false, `separation`
 * says how, and `deviance` and `logLik` are the limits they run to (what a likelihood-ratio test needs). A covariate that
 * repeats earlier ones gets null, as R's NA. With all answers equal the constant itself separates. Without a row of
 * positive weight everything is null.
 *
 * `x`: rows of covariates without the constant (rows of [] for the constant alone); missing values have to be left out
 * by the caller: a RangeError for anything not finite, an answer that is not 0 or 1, a negative weight, unequal lengths.
 * Units: log-odds per unit of the covariate. R: `glm(y ~ x, family = binomial, weights = w, offset = o)`.
 * Source: McCullagh and Nelder (1989), Generalized Linear Models, ch. 4; Albert and Anderson (1984), Biometrika 71:1–10.
 *
 * @example logisticRegression([[0], [0], [0], [1], [1], [1]], [0, 0, 1, 0, 1, 1]).coefficients // [-0.6931…, 1.3862…] = [−log 2, 2·log 2]
 */
export function logisticRegression(
  x: readonly (readonly number[])[],
  y: readonly number[],
  weights: readonly number[] = x.map(() => 1),
  { offset = x.map(() => 0), maxIterations = 100, level = USUAL_LEVEL }: LogisticOptions = {},
): LogisticRegression {
  const rows = { x, y, weights, offset };
  check(rows);
  checkLevel(level);
  const chosen = Uint32Array.from(x.keys()).filter((i) => weights[i]! > 0);
  const n = chosen.reduce((sum, i) => sum + weights[i]!, 0);
  const events = chosen.reduce((sum, i) => sum + weights[i]! * y[i]!, 0);
  const design = logisticDesign(rows, chosen);
  const { z } = design.data;
  const none = design.transform.map(() => null);
  const { kind, separated } = findSeparation(z, design.data.y);
  const nothing: LogisticRegression = {
    n,
    events,
    coefficients: none,
    standardErrors: none,
    intervals: none,
    covariance: null,
    aliased: design.transform.flatMap((row, j) => (row ? [] : [j])),
    rank: z.length,
    deviance: null,
    nullDeviance: n === 0 ? null : minusTwice(nullLogLik(rows, chosen, n, events, maxIterations)),
    logLik: null,
    aic: null,
    fitted: null,
    iterations: 0,
    converged: false,
    separation: kind,
  };
  if (n === 0 || kind === null) return nothing;
  if (kind !== "none") {
    // What is separated is fitted ever better, to 1 in the limit; what stays on the boundary has a maximum of its own.
    const staying = chosen.filter((_, at) => separated[at] === 0);
    const logLik =
      staying.length === 0
        ? 0
        : (newtonMaximum(logisticDesign(rows, staying), maxIterations)?.logLik ?? null);
    return { ...nothing, logLik, deviance: minusTwice(logLik) };
  }
  const maximum = newtonMaximum(design, maxIterations);
  return maximum ? { ...nothing, ...estimates(rows, design, maximum, level) } : nothing;
}
