import { normalQuantile } from "../distributions/normal.ts";
import type { Interval } from "../interval.ts";
import type { CentredDesign } from "./centred-design.ts";
import type { Gls, GlsProfile } from "./gls-profile.ts";

export interface FixedEffects {
  /** Constant first, then each covariate in the units of the data; null for an aliased one. */
  readonly coefficients: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
}

/** Length² of the solution of L·s = v: the quadratic form v'A⁻¹v without cancellation. */
export function inverseForm({ factor }: Gls, v: Float64Array): number {
  const p = factor.rows;
  const solved = new Float64Array(p);
  let sum = 0;
  for (let i = 0; i < p; i++) {
    let rest = v[i]!;
    for (let k = 0; k < i; k++) rest -= factor.data[i * p + k]! * solved[k]!;
    solved[i] = rest / factor.data[i * p + i]!;
    sum += solved[i]! ** 2;
  }
  return sum;
}

/** Coefficients brought from the design's origin and units back to those of the data; `variance` is the design's residual variance. */
export function fixedEffects(design: CentredDesign, fit: Gls, variance: number): FixedEffects {
  const { centre, scale, kept, covariates, width } = design;
  const y = width - 1;
  const coefficients = Array<number | null>(covariates + 1).fill(null);
  const standardErrors = Array<number | null>(covariates + 1).fill(null);
  const constant = new Float64Array(y);
  constant[0] = 1;
  let intercept = centre[y]! + scale[y]! * fit.beta[0]!;
  kept.forEach((column, k) => {
    const unit = scale[y]! / scale[k + 1]!;
    coefficients[column + 1] = fit.beta[k + 1]! * unit;
    intercept -= fit.beta[k + 1]! * unit * centre[k + 1]!;
    constant[k + 1] = -centre[k + 1]! / scale[k + 1]!;
    const one = new Float64Array(y);
    one[k + 1] = 1;
    standardErrors[column + 1] = unit * Math.sqrt(variance * inverseForm(fit, one));
  });
  coefficients[0] = intercept;
  standardErrors[0] = scale[y]! * Math.sqrt(variance * inverseForm(fit, constant));
  return { coefficients, standardErrors };
}

/** logLik in the units of the data: the design measured every column in its own standard deviation. */
export function logLikelihood({ scale, kept, width }: CentredDesign, profile: GlsProfile): number {
  let units = profile.divisor * Math.log(scale[width - 1]!);
  if (profile.criterion === "REML") for (let k = 1; k <= kept.length; k++) units += Math.log(scale[k]!);
  return -0.5 * profile.deviance - units;
}

/** Normal intervals of the fixed effects; null for an aliased one. */
export function normalIntervals(
  { coefficients, standardErrors }: FixedEffects,
  level: number,
): (Interval | null)[] {
  const z = normalQuantile((1 + level) / 2);
  return coefficients.map((value, j) => {
    const half = standardErrors[j];
    return value === null || half == null ? null : { low: value - z * half, high: value + z * half };
  });
}
