import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { type CentredDesign, centredDesign, type Unfit, withinRegression } from "./centred-design.ts";
import { fixedEffects, logLikelihood, normalIntervals } from "./fixed-effects.ts";
import type { Criterion } from "./gls-profile.ts";
import type { GroupMoments } from "./group-moments.ts";
import { minimum } from "./minimum.ts";
import { clusterMean, type NestedPoint, nestedProfile } from "./nested-profile.ts";
import type { NotFitted, RandomInterceptOptions } from "./random-intercept.ts";

/** The predicted effect of a school beside its municipality, or of a municipality; SD as lme4: fixed effects taken as known. */
export interface NestedEffect {
  readonly estimate: number;
  readonly conditionalSD: number;
}

export interface ThreeLevelFit {
  readonly converged: true;
  readonly criterion: Criterion;
  readonly fixedEffects: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  readonly intervals: readonly (Interval | null)[];
  readonly aliased: readonly number[];
  /** Variance between municipalities, between schools of one municipality, and within schools. */
  readonly betweenClusters: number;
  readonly betweenGroups: number;
  readonly within: number;
  /** Shares 0–1 of the sum of the three variances. */
  readonly clusterShare: number;
  readonly groupShare: number;
  /** Which variances are estimated as exactly 0. */
  readonly boundary: { readonly clusters: boolean; readonly groups: boolean };
  readonly logLik: number;
  readonly aic: number;
  readonly pupils: number;
  readonly groups: number;
  /** One for each group given, in that order; null for one without pupils. */
  readonly groupEffects: readonly (NestedEffect | null)[];
  readonly clusterEffects: ReadonlyMap<string, NestedEffect>;
  /** The largest derivative of logLik by the root of a variance ratio. */
  readonly gradient: number;
}

const EQUAL = 1e-9;

/**
 * Three levels: pupils in schools in municipalities, each municipality and each school with a normal effect of its own. It says
 * how much of the differences lies between municipalities and how much between schools of one municipality. From the moments of the
 * schools alone; `clusters[i]` names the municipality of group i. At the exact optimum, variances of 0 included.
 *
 * Units: those of y, squared for variances. `converged: false` with the reason as for `randomIntercept`; `oneGroup` also for one
 * municipality, `noBetweenInformation` also when every municipality has one school. RangeError for lists of different length.
 * R: `lme4::lmer(y ~ x + (1 | municipality/school), REML = …)`.
 * Source: Goldstein, Multilevel Statistical Models, §3; Bates et al. (2015), Journal of Statistical Software 67(1).
 *
 * @example threeLevel(groups, ["M1", "M1", "M2", "M2"])
 */
export function threeLevel(
  groups: readonly GroupMoments[],
  clusters: readonly string[],
  options: RandomInterceptOptions = {},
): ThreeLevelFit | NotFitted {
  const { criterion = "REML", level = USUAL_LEVEL } = options;
  checkLevel(level);
  if (groups.length !== clusters.length)
    throw new RangeError(`${groups.length} groups, but ${clusters.length} names of clusters`);
  const design = centredDesign(groups);
  if (typeof design === "string") return { converged: false, reason: design };
  const members = new Map<string, number[]>();
  design.places.forEach((place, g) => {
    const own = members.get(clusters[place]!);
    if (own) own.push(g);
    else members.set(clusters[place]!, [g]);
  });
  const reason = unfit(design, members.size);
  if (reason) return { converged: false, reason };

  const profile = nestedProfile(design, [...members.values()], criterion);
  const best = bestRatios(profile);
  if (best === null || !(best.gradient <= EQUAL * design.sizes.length))
    return { converged: false, reason: "noOptimum" };
  const { inner, outer, point, gradient } = best;
  const unit = design.scale[design.width - 1]!;
  const variance = point.rss / point.divisor;
  const within = variance * unit ** 2;
  const estimates = fixedEffects(design, point, variance);
  const logLik = logLikelihood(design, point);
  return {
    converged: true,
    criterion,
    fixedEffects: estimates.coefficients,
    standardErrors: estimates.standardErrors,
    intervals: normalIntervals(estimates, level),
    aliased: design.aliased,
    betweenClusters: outer * within,
    betweenGroups: inner * within,
    within,
    clusterShare: outer / (1 + inner + outer),
    groupShare: inner / (1 + inner + outer),
    boundary: { clusters: outer === 0, groups: inner === 0 },
    logLik,
    aic: -2 * logLik + 2 * (design.width - 1 + 3),
    pupils: design.pupils,
    groups: design.sizes.length,
    ...nestedEffects(groups.length, design, members, point, inner, outer),
    gradient,
  };
}

function unfit(design: CentredDesign, clusters: number): Unfit | null {
  const inside = withinRegression(design);
  const count = design.sizes.length;
  if (clusters === 1) return "oneGroup";
  if (design.pupils - count - inside.rank <= 0) return "noWithinInformation";
  // Schools inside municipalities, and municipalities, must each leave something beside the fixed effects.
  if (count === clusters || count - (design.width - 1 - inside.rank) <= 1) return "noBetweenInformation";
  return inside.varies ? null : "noVariationWithin";
}

interface Ratios {
  readonly inner: number;
  readonly outer: number;
  readonly point: NestedPoint;
  readonly gradient: number;
}

/** Searched in the roots of the ratios: there a boundary is an ordinary flat place, and is then tried with its zero exact. */
function bestRatios(profile: (inner: number, outer: number) => NestedPoint | null): Ratios | null {
  const along = (use: readonly [number, number]) => (at: readonly number[]) => {
    let next = 0;
    const roots = use.map((used) => (used ? at[next++]! : 0));
    const point = profile(roots[0]! ** 2, roots[1]! ** 2);
    if (point === null) return null;
    const gradient = roots.map((root, k) => 2 * root * point.slopes[k]!).filter((_, k) => use[k] === 1);
    return { value: point.deviance, gradient };
  };
  const found: { value: number; roots: readonly [number, number]; gradient: number }[] = [];
  const zero = profile(0, 0);
  // Ties go to the smaller model, which comes first.
  if (zero) found.push({ value: zero.deviance, roots: [0, 0], gradient: 0 });
  for (const start of [0.1, 0.5, 2]) {
    const inner = minimum(along([1, 0]), [start]);
    if (inner) found.push({ value: inner.value, roots: [inner.at[0]!, 0], gradient: inner.gradient });
    const outer = minimum(along([0, 1]), [start]);
    if (outer) found.push({ value: outer.value, roots: [0, outer.at[0]!], gradient: outer.gradient });
  }
  for (const start of [
    [0.4, 0.1],
    [0.1, 0.4],
    [0.5, 0.5],
    [1.5, 1],
  ]) {
    const both = minimum(along([1, 1]), start);
    if (both) found.push({ value: both.value, roots: [both.at[0]!, both.at[1]!], gradient: both.gradient });
  }
  if (found.length === 0) return null;
  const best = found.reduce((least, each) => (each.value < least.value - EQUAL ? each : least));
  const [inner, outer] = [best.roots[0] ** 2, best.roots[1] ** 2];
  const point = profile(inner, outer);
  return point && { inner, outer, point, gradient: best.gradient / 2 };
}

function nestedEffects(
  count: number,
  design: CentredDesign,
  members: ReadonlyMap<string, readonly number[]>,
  point: NestedPoint,
  inner: number,
  outer: number,
) {
  const { sizes, means, width, places, scale } = design;
  const unit = scale[width - 1]!;
  const variance = point.rss / point.divisor;
  const residual = (vector: Float64Array, from: number) => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += vector[from + i]! * point.contrast[i]!;
    return sum;
  };
  const groupEffects = Array<NestedEffect | null>(count).fill(null);
  const clusterEffects = new Map<string, NestedEffect>();
  for (const [name, own] of members) {
    const { weight, shrunk, mean } = clusterMean(design, own, inner, outer);
    const cluster = outer * shrunk * residual(mean, 0);
    clusterEffects.set(name, {
      estimate: unit * cluster,
      conditionalSD: unit * Math.sqrt((variance * outer) / (1 + outer * weight)),
    });
    for (const g of own) {
      const reach = sizes[g]! / (1 + sizes[g]! * inner);
      // 1 − θ₁·reach = 1 / (1 + nθ₁); the second part is what the municipality's own effect leaves open.
      const open = 1 / (1 + sizes[g]! * inner) + (inner * reach * reach * outer) / (1 + outer * weight);
      groupEffects[places[g]!] = {
        estimate: unit * inner * reach * (residual(means, g * width) - cluster),
        conditionalSD: unit * Math.sqrt(variance * inner * open),
      };
    }
  }
  return { groupEffects, clusterEffects };
}
