import { studentQuantile } from "../distributions/student.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { centredDesign } from "./centred-design.ts";
import { fixedEffects, inverseForm } from "./fixed-effects.ts";
import { generalisedLeastSquares } from "./gls-profile.ts";
import type { GroupMoments } from "./group-moments.ts";

/** How far the pupils of one school stand on average above the common line. */
export interface ValueAddedOfSchool {
  readonly pupils: number;
  readonly meanResidual: number;
  /** What chance alone makes of it when schools do not differ; null without degrees of freedom. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

export interface ValueAdded {
  readonly coefficients: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  readonly aliased: readonly number[];
  /** Share 0–1 of the variation of y that the covariates explain. */
  readonly rSquared: number;
  readonly residualSD: number | null;
  readonly pupils: number;
  /** One for each group given; null for one without pupils. */
  readonly schools: readonly (ValueAddedOfSchool | null)[];
}

/**
 * Value added by ordinary least squares: one line through all pupils, and for each school the mean of their residuals. The
 * oldest and simplest form; it does not shrink, so a school of five pupils leaps furthest: read it with its interval, or
 * take the effects of `randomIntercept`.
 *
 * Units: those of y. Null when there are no pupils or y does not vary. From moments alone, equal to the regression of the rows.
 * R: `m <- lm(y ~ x); tapply(resid(m), school, mean)`. Source: Goldstein and Spiegelhalter (1996), JRSS A 159:385–443.
 *
 * @example valueAdded([...groupMomentsOf(["A", "A", "B", "B"], [[1], [2], [1], [2]], [1, 2, 3, 4]).values()])!.schools[1]!.meanResidual // 1
 */
export function valueAdded(groups: readonly GroupMoments[], level: number = USUAL_LEVEL): ValueAdded | null {
  checkLevel(level);
  const design = centredDesign(groups);
  if (typeof design === "string") return null;
  const { width, sizes, means, within, places, scale, pupils } = design;
  const m = Float64Array.from(within);
  for (let g = 0; g < sizes.length; g++)
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++)
        m[i * width + j]! += sizes[g]! * means[g * width + i]! * means[g * width + j]!;
  const fit = generalisedLeastSquares(m, width);
  if (fit === null) return null;
  const degrees = pupils - width + 1;
  const variance = degrees > 0 ? fit.rss / degrees : null;
  const unit = scale[width - 1]!;
  const critical = degrees > 0 ? studentQuantile((1 + level) / 2, degrees) : 0;
  const schools = Array<ValueAddedOfSchool | null>(groups.length).fill(null);
  for (let g = 0; g < sizes.length; g++) {
    const mean = means.subarray(g * width, (g + 1) * width);
    let residual = 0;
    for (let i = 0; i < width; i++) residual += mean[i]! * fit.contrast[i]!;
    const meanResidual = unit * residual;
    // A school that is the whole sample has a mean residual of 0 for certain.
    const open = Math.max(0, 1 / sizes[g]! - inverseForm(fit, mean));
    const standardError = variance === null ? null : unit * Math.sqrt(variance * open);
    schools[places[g]!] = {
      pupils: sizes[g]!,
      meanResidual,
      standardError,
      interval:
        standardError === null
          ? null
          : {
              low: meanResidual - critical * standardError,
              high: meanResidual + critical * standardError,
            },
    };
  }
  const estimates = fixedEffects(design, fit, variance ?? 0);
  return {
    coefficients: estimates.coefficients,
    standardErrors: estimates.standardErrors.map((error) => (variance === null ? null : error)),
    aliased: design.aliased,
    rSquared: 1 - fit.rss / m[width * width - 1]!,
    residualSD: variance === null ? null : unit * Math.sqrt(variance),
    pupils,
    schools,
  };
}
