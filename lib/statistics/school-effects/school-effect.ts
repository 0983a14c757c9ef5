import type { CentredDesign } from "./centred-design.ts";
import { inverseForm } from "./fixed-effects.ts";
import type { GlsProfile } from "./gls-profile.ts";

/** The predicted effect of one school (BLUP) and how sure it is, in units of y. */
export interface SchoolEffect {
  readonly pupils: number;
  /** How far the school's pupils stand above what their covariates let expect, shrunk towards 0. */
  readonly estimate: number;
  /** Standard deviation of the true effect around the estimate, fixed effects taken as known (as lme4). */
  readonly conditionalSD: number;
  /** The same, with the uncertainty of the fixed effects in it: the honest one for a statement about one school. */
  readonly predictionSD: number;
  /** Share 0–1 of the school's own mean residual that is kept; 0 means nothing but the average is known. */
  readonly reliability: number;
}

/** Effects of the random intercept at its optimum, aligned with the groups that were given. */
export function schoolEffects(
  count: number,
  design: CentredDesign,
  profile: GlsProfile,
  ratio: number,
  variance: number,
): (SchoolEffect | null)[] {
  const { sizes, means, width, places, scale } = design;
  const unit = scale[width - 1]!;
  const effects = Array<SchoolEffect | null>(count).fill(null);
  for (let g = 0; g < sizes.length; g++) {
    const mean = means.subarray(g * width, (g + 1) * width);
    let residual = 0;
    for (let i = 0; i < width; i++) residual += mean[i]! * profile.contrast[i]!;
    const pupils = sizes[g]!;
    const reliability = (pupils * ratio) / (1 + pupils * ratio);
    const conditional = (variance * ratio) / (1 + pupils * ratio);
    const estimated = variance * reliability ** 2 * inverseForm(profile, mean);
    effects[places[g]!] = {
      pupils,
      // A shrunk residual below 0 would be −0 on the boundary.
      estimate: reliability === 0 ? 0 : unit * reliability * residual,
      conditionalSD: unit * Math.sqrt(conditional),
      predictionSD: unit * Math.sqrt(conditional + estimated),
      reliability,
    };
  }
  return effects;
}
