import type { Interval } from "../interval.ts";
import type { CentredDesign } from "./centred-design.ts";
import { fixedEffects, logLikelihood, normalIntervals } from "./fixed-effects.ts";
import type { Criterion } from "./gls-profile.ts";
import { groupInverse, type SlopePoint, type SlopeRows } from "./slope-profile.ts";

/** The predicted line of one school beside the average line, and how sure it is (fixed effects taken as known, as lme4). */
export interface SlopeEffect {
  readonly pupils: number;
  readonly intercept: number;
  readonly slope: number;
  readonly interceptSD: number;
  readonly slopeSD: number;
  readonly covariance: number;
}

export interface RandomSlopeFit {
  readonly converged: true;
  readonly criterion: Criterion;
  /** Constant first, then one for each covariate; null for an aliased one. */
  readonly fixedEffects: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  readonly intervals: readonly (Interval | null)[];
  readonly aliased: readonly number[];
  /** Variance of the schools' intercepts, where the covariate is 0. */
  readonly interceptVariance: number;
  readonly slopeVariance: number;
  readonly covariance: number;
  /** Null when one of the two variances is 0. */
  readonly correlation: number | null;
  readonly within: number;
  /** Whether the covariance matrix is singular: a variance of exactly 0 or a correlation of ±1, which the data do not really tell. */
  readonly boundary: boolean;
  readonly logLik: number;
  readonly deviance: number;
  readonly aic: number;
  readonly pupils: number;
  readonly groups: number;
  readonly effects: readonly (SlopeEffect | null)[];
  /** The largest derivative of logLik by the three numbers that make the covariance matrix. */
  readonly gradient: number;
}

/** What the search found, and what it searched in. */
export interface SlopeOptimum {
  readonly design: CentredDesign;
  readonly rows: SlopeRows;
  readonly column: number;
  readonly point: SlopePoint;
  readonly root: readonly number[];
  readonly gradient: number;
  readonly level: number;
  readonly given: number;
}

/** The optimum in the units of the data. */
export function slopeFit({
  design,
  rows,
  column,
  point,
  root,
  gradient,
  level,
  given,
}: SlopeOptimum): RandomSlopeFit {
  const { width, scale, centre, pupils, sizes, places } = design;
  const unit = scale[width - 1]!;
  const variance = point.rss / point.divisor;
  const estimates = fixedEffects(design, point, variance);
  const [l1, l2, l3] = root;
  const relative = [l1! * l1!, l1! * l2!, l2! * l2! + l3! * l3!] as const;
  const perUnit = 1 / scale[column]!;
  const shift = centre[column]! / scale[column]!;
  /** Covariance of (intercept, slope) in the units of the data, from the design's. */
  const inData = (a: number, b: number, d: number) => ({
    intercept: unit * unit * variance * Math.max(0, a - 2 * shift * b + shift * shift * d),
    covariance: unit * unit * variance * perUnit * (b - shift * d),
    slope: unit * unit * variance * perUnit * perUnit * Math.max(0, d),
  });
  const whole = inData(...relative);
  const effects = Array<RandomSlopeFit["effects"][number]>(given).fill(null);
  for (let g = 0; g < sizes.length; g++) {
    const { h11, h12, h22 } = groupInverse(rows, g, root);
    const a = rows.reach[g * 3]!;
    const b = rows.reach[g * 3 + 1]!;
    const c = rows.reach[g * 3 + 2]!;
    let one = 0;
    let two = 0;
    for (let i = 0; i < width; i++) {
      one += rows.first[g * width + i]! * point.contrast[i]!;
      two += rows.second[g * width + i]! * point.contrast[i]!;
    }
    const s1 = a * (h11 * one + h12 * two);
    const s2 = b * (h11 * one + h12 * two) + c * (h12 * one + h22 * two);
    const slope = relative[1] * s1 + relative[2] * s2;
    const intercept = relative[0] * s1 + relative[1] * s2;
    // Λ(I + Λ'R'RΛ)⁻¹Λ' is the conditional covariance without subtracting.
    const p1 = a * l1! + b * l2!;
    const q1 = c * l2!;
    const [p2, q2] = [b * l3!, c * l3!];
    const k11 = 1 + p1 * p1 + q1 * q1;
    const k22 = 1 + p2 * p2 + q2 * q2;
    const k12 = p1 * p2 + q1 * q2;
    const determinant = k11 * k22 - k12 * k12;
    const conditional = inData(
      (l1! * l1! * k22) / determinant,
      (l1! * (l2! * k22 - l3! * k12)) / determinant,
      (l2! * l2! * k22 - 2 * l2! * l3! * k12 + l3! * l3! * k11) / determinant,
    );
    effects[places[g]!] = {
      pupils: sizes[g]!,
      intercept: unit * (intercept - shift * slope),
      slope: unit * perUnit * slope,
      interceptSD: Math.sqrt(conditional.intercept),
      slopeSD: Math.sqrt(conditional.slope),
      covariance: conditional.covariance,
    };
  }
  const logLik = logLikelihood(design, point);
  const spread = Math.sqrt(whole.intercept * whole.slope);
  return {
    converged: true,
    criterion: point.criterion,
    fixedEffects: estimates.coefficients,
    standardErrors: estimates.standardErrors,
    intervals: normalIntervals(estimates, level),
    aliased: design.aliased,
    interceptVariance: whole.intercept,
    slopeVariance: whole.slope,
    covariance: whole.covariance,
    correlation: spread > 0 ? Math.max(-1, Math.min(1, whole.covariance / spread)) : null,
    within: unit * unit * variance,
    boundary: l1 === 0 || l3 === 0,
    logLik,
    deviance: -2 * logLik,
    aic: -2 * logLik + 2 * (width - 1 + 4),
    pupils,
    groups: sizes.length,
    effects,
    gradient,
  };
}
