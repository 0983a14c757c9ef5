import type { CentredDesign } from "./centred-design.ts";
import type { GlsProfile } from "./gls-profile.ts";

export interface FixedEffects {
  /** Constant first, then each covariate in the units of the data; null for an aliased one. */
  readonly coefficients: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  /** What is to be taken from the logLik of the design to have that of the data. */
  readonly logUnits: number;
}

/** Length² of the solution of L·s = v: the quadratic form v'A⁻¹v without cancellation. */
export function inverseForm({ factor }: GlsProfile, v: Float64Array): number {
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

/** Fixed effects brought from the design's origin and units back to those of the data; `variance` is the design's residual variance. */
export function fixedEffects(design: CentredDesign, profile: GlsProfile, variance: number): FixedEffects {
  const { centre, scale, kept, covariates, width } = design;
  const y = width - 1;
  const coefficients = Array<number | null>(covariates + 1).fill(null);
  const standardErrors = Array<number | null>(covariates + 1).fill(null);
  const constant = new Float64Array(y);
  constant[0] = 1;
  let intercept = centre[y]! + scale[y]! * profile.beta[0]!;
  let logUnits = profile.divisor * Math.log(scale[y]!);
  kept.forEach((column, k) => {
    const unit = scale[y]! / scale[k + 1]!;
    coefficients[column + 1] = profile.beta[k + 1]! * unit;
    intercept -= profile.beta[k + 1]! * unit * centre[k + 1]!;
    constant[k + 1] = -centre[k + 1]! / scale[k + 1]!;
    const one = new Float64Array(y);
    one[k + 1] = 1;
    standardErrors[column + 1] = unit * Math.sqrt(variance * inverseForm(profile, one));
    if (profile.criterion === "REML") logUnits += Math.log(scale[k + 1]!);
  });
  coefficients[0] = intercept;
  standardErrors[0] = scale[y]! * Math.sqrt(variance * inverseForm(profile, constant));
  return { coefficients, standardErrors, logUnits };
}
