import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { centredDesign, type Unfit, withinRegression } from "./centred-design.ts";
import { fixedEffects, logLikelihood, normalIntervals } from "./fixed-effects.ts";
import type { Criterion } from "./gls-profile.ts";
import type { GroupMoments } from "./group-moments.ts";
import { iccInterval } from "./icc-interval.ts";
import { interceptOptimum } from "./intercept-optimum.ts";
import { type SchoolEffect, schoolEffects } from "./school-effect.ts";

export interface RandomInterceptOptions {
  /** REML by default; ML to compare models with different covariates. */
  readonly criterion?: Criterion;
  readonly level?: number;
}

export interface RandomInterceptFit {
  readonly converged: true;
  readonly criterion: Criterion;
  /** Constant first, then one for each covariate; null for an aliased one. */
  readonly fixedEffects: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  /** Normal intervals of the fixed effects. */
  readonly intervals: readonly (Interval | null)[];
  /** Covariates (from 0) that the constant and the ones before them determine. */
  readonly aliased: readonly number[];
  /** Variance of the school effects, in squared units of y. */
  readonly between: number;
  /** Variance of pupils inside schools, in squared units of y. */
  readonly within: number;
  /** between / (between + within): how much of what the covariates leave lies between schools; 0–1. */
  readonly icc: number;
  readonly iccInterval: Interval;
  /** Whether the variance between schools is estimated as exactly 0: what differs between them is no more than chance. */
  readonly boundary: boolean;
  readonly logLik: number;
  readonly aic: number;
  readonly pupils: number;
  readonly groups: number;
  /** One for each group given, in that order; null for a group without pupils. */
  readonly effects: readonly (SchoolEffect | null)[];
  /** Derivative of logLik by log(between / within) at the answer; below 1e-12 for each group. */
  readonly gradient: number;
}

/** No answer, and why. */
export interface NotFitted {
  readonly converged: false;
  readonly reason: Unfit;
}

/**
 * Random-intercept model: each pupil's y is a line in her covariates plus an effect of her school plus her own deviation, both
 * normal. It says how much schools differ beside chance (ICC), and shrinks each school's mean residual towards 0 the more the
 * fewer pupils stand behind it. Fitted from group moments alone at the exact optimum: one variance ratio, Newton's steps on
 * analytic derivatives, all local maxima compared; lme4 stops up to 1e-6 before it.
 *
 * Units: those of y (effects), squared (variances). `converged: false` with the reason for no pupils, one group, groups
 * of one, y that does not vary (at all, or within groups), and as many covariates of groups as groups. RangeError
 * for moments that do not fit each other.
 * R: `lme4::lmer(y ~ x + (1 | school), REML = …)`; logLik of REML with (N − p)·log 2π, AIC with p + 2 parameters.
 * Source: Bates et al. (2015), Journal of Statistical Software 67(1), §3; Laird and Ware (1982), Biometrics 38:963–974.
 *
 * @example randomIntercept([...groupMomentsOf(["A", "A", "B", "B"], [[], [], [], []], [1, 3, 6, 8]).values()]) // { converged: true, between: 11.5, within: 2, … }
 */
export function randomIntercept(
  groups: readonly GroupMoments[],
  options: RandomInterceptOptions = {},
): RandomInterceptFit | NotFitted {
  const { criterion = "REML", level = USUAL_LEVEL } = options;
  checkLevel(level);
  const design = centredDesign(groups);
  if (typeof design === "string") return { converged: false, reason: design };
  const count = design.sizes.length;
  const inside = withinRegression(design);
  const fixed = design.width - 1;
  const reason: Unfit | null =
    count === 1
      ? "oneGroup"
      : design.pupils - count - inside.rank <= 0
        ? "noWithinInformation"
        : count - (fixed - inside.rank) <= 0
          ? "noBetweenInformation"
          : inside.varies
            ? null
            : "noVariationWithin";
  if (reason) return { converged: false, reason };
  const optimum = interceptOptimum(design, criterion);
  if (optimum === null) return { converged: false, reason: "noOptimum" };

  const { ratio, point, gradient } = optimum;
  const outcomeScale = design.scale[fixed]!;
  const variance = point.rss / point.divisor;
  const within = variance * outcomeScale ** 2;
  const estimates = fixedEffects(design, point, variance);
  const logLik = logLikelihood(design, point);
  return {
    converged: true,
    criterion,
    fixedEffects: estimates.coefficients,
    standardErrors: estimates.standardErrors,
    intervals: normalIntervals(estimates, level),
    aliased: design.aliased,
    between: ratio * within,
    within,
    icc: ratio / (1 + ratio),
    iccInterval: iccInterval(design, inside, level),
    boundary: ratio === 0,
    logLik,
    aic: -2 * logLik + 2 * (fixed + 2),
    pupils: design.pupils,
    groups: count,
    effects: schoolEffects(groups.length, design, point, ratio, variance),
    gradient,
  };
}
