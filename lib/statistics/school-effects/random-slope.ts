import { checkLevel, USUAL_LEVEL } from "../interval.ts";
import { centredDesign, withinRegression } from "./centred-design.ts";
import { covariatesOf, type GroupMoments } from "./group-moments.ts";
import { interceptOptimum } from "./intercept-optimum.ts";
import { minimum } from "./minimum.ts";
import type { NotFitted, RandomInterceptOptions } from "./random-intercept.ts";
import { type RandomSlopeFit, slopeFit } from "./slope-fit.ts";
import { type SlopePoint, slopeProfile, slopeRows } from "./slope-profile.ts";

/** Two maxima nearer than this are one; a gradient smaller than this, for each group, is 0. */
const EQUAL = 1e-9;

/**
 * Random intercept and slope: schools differ in level and in how strongly the covariate `slope` (from 0) tells there, with any
 * correlation of the two. From group moments, at the exact optimum (Newton's steps on analytic gradients from several
 * starts); a singular covariance matrix is found as such and said.
 *
 * Units: those of y, per unit of the covariate for slopes. `converged: false` with the reason as for `randomIntercept`, and
 * `constantCovariate` when the covariate is the same for all pupils of each group. RangeError for a covariate that does not exist.
 * R: `lme4::lmer(y ~ x + (x | school), REML = …)`; conditional SDs as `ranef(m, condVar = TRUE)`.
 * Source: Bates et al. (2015), Journal of Statistical Software 67(1), §3; Goldstein, Multilevel Statistical Models, §2.
 *
 * @example randomSlope(groups, 0) // groups: GroupMoments of prior and later score by school
 */
export function randomSlope(
  groups: readonly GroupMoments[],
  slope: number,
  options: RandomInterceptOptions = {},
): RandomSlopeFit | NotFitted {
  const { criterion = "REML", level = USUAL_LEVEL } = options;
  checkLevel(level);
  if (groups.length > 0 && !(Number.isInteger(slope) && slope >= 0 && slope < covariatesOf(groups[0]!)))
    throw new RangeError(`No covariate ${slope}`);
  const design = centredDesign(groups);
  if (typeof design === "string") return { converged: false, reason: design };
  const count = design.sizes.length;
  if (count === 1) return { converged: false, reason: "oneGroup" };
  const column = design.kept.indexOf(slope) + 1;
  if (column === 0) return { converged: false, reason: "constantCovariate" };
  const rows = slopeRows(design, groups, column);
  let withSlope = 0;
  for (let g = 0; g < count; g++) if (rows.reach[g * 3 + 2]! > 0) withSlope++;
  if (withSlope === 0) return { converged: false, reason: "constantCovariate" };
  const inside = withinRegression(design, rows.rest, 1e-13);
  if (design.pupils - count - withSlope - inside.rank <= 0)
    return { converged: false, reason: "noWithinInformation" };
  if (count + withSlope - (design.width - 1 - inside.rank) <= 0)
    return { converged: false, reason: "noBetweenInformation" };
  if (!inside.varies) return { converged: false, reason: "noVariationWithin" };

  const profile = slopeProfile(rows, criterion);
  const start = Math.sqrt(interceptOptimum(design, criterion)?.ratio ?? 0.1);
  const root = bestRoot(profile, start);
  const point = root && profile(root);
  if (!root || !point) return { converged: false, reason: "noOptimum" };
  const gradient = Math.max(...point.gradient.map(Math.abs)) / 2;
  if (!(gradient <= EQUAL * count)) return { converged: false, reason: "noOptimum" };
  return slopeFit({ design, rows, column, point, root, gradient, level, given: groups.length });
}

/** The best of the minima reached from slopes that vary little and much; a singular one is found with its zero exact. */
function bestRoot(
  profile: (root: readonly number[]) => SlopePoint | null,
  start: number,
): readonly number[] | null {
  const f = (at: readonly number[]) => {
    const point = profile(at);
    return point && { value: point.deviance, gradient: point.gradient };
  };
  const singular = ([a, b]: readonly number[]) => {
    const point = profile([a!, b!, 0]);
    return point && { value: point.deviance, gradient: [point.gradient[0], point.gradient[1]] };
  };
  const found: { value: number; root: readonly number[] }[] = [];
  for (const slope of [0.05, 0.4]) {
    for (const intercept of new Set([Math.max(start, 0.05), 0.5])) {
      const free = minimum(f, [intercept, 0, slope]);
      if (free) found.push({ value: free.value, root: free.at });
    }
  }
  const free = found.reduce<(typeof found)[number] | null>(
    (best, each) => (best === null || each.value < best.value - EQUAL ? each : best),
    null,
  );
  if (free === null) return null;
  const [a, b, c] = free.root;
  // Λ's last number matters by its square, so at a singular optimum it is only small; try whether 0 is as good.
  if (Math.abs(c!) < 1e-3 * Math.hypot(a!, b!, c!) || Math.abs(a!) < 1e-3 * Math.hypot(a!, b!, c!)) {
    const sides = [
      [a!, b!],
      [0, Math.hypot(b!, c!)],
      [0, 0],
    ];
    for (const side of sides) {
      const flat = side.every((value) => value === 0)
        ? { at: side, value: singular(side)?.value }
        : minimum(singular, side);
      if (flat?.value !== undefined && flat.value <= free.value + EQUAL)
        found.push({ value: flat.value - EQUAL, root: [...flat.at, 0] });
    }
  }
  return found.reduce((best, each) => (each.value < best.value ? each : best)).root;
}
