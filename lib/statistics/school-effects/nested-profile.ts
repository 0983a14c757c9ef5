import type { CentredDesign } from "./centred-design.ts";
import { type Criterion, devianceSlope, type GlsProfile, glsProfile } from "./gls-profile.ts";

export interface NestedPoint extends GlsProfile {
  /** Derivatives of −2 logLik by the two ratios (schools, municipalities). */
  readonly slopes: readonly [number, number];
}

/** Weight and weighted mean (1, x̄, ȳ) of one municipality at given ratios. */
export interface ClusterMean {
  /** Σ n / (1 + nθ₁) over its schools. */
  readonly weight: number;
  /** `weight` / (1 + θ₂ · `weight`). */
  readonly shrunk: number;
  readonly mean: Float64Array;
}

/** `members[c]` = the groups of cluster c. */
export function clusterMean(
  design: CentredDesign,
  members: readonly number[],
  inner: number,
  outer: number,
): ClusterMean {
  const { sizes, means, width } = design;
  const mean = new Float64Array(width);
  let weight = 0;
  for (const g of members) {
    const own = sizes[g]! / (1 + sizes[g]! * inner);
    weight += own;
    for (let i = 0; i < width; i++) mean[i]! += own * means[g * width + i]!;
  }
  for (let i = 0; i < width; i++) mean[i]! /= weight;
  mean[0] = 1;
  return { weight, shrunk: weight / (1 + outer * weight), mean };
}

/**
 * −2 logLik of pupils in schools in municipalities as a function of the two variance ratios θ₁ (schools) and θ₂ (municipalities).
 * Schools enter by their distance from the weighted mean of their municipality, municipalities by that mean, so nothing
 * is subtracted that could cancel.
 */
export function nestedProfile(
  design: CentredDesign,
  clusters: readonly (readonly number[])[],
  criterion: Criterion,
): (inner: number, outer: number) => NestedPoint | null {
  const { sizes, means, within, width, pupils } = design;
  const size = width * width;
  const m = new Float64Array(size);
  const away = new Float64Array(width);
  return (inner, outer) => {
    m.set(within);
    const innerLoss = new Float64Array(size);
    const outerLoss = new Float64Array(size);
    let logDeterminant = 0;
    let innerTrace = 0;
    let outerTrace = 0;
    for (const members of clusters) {
      const { weight, shrunk, mean } = clusterMean(design, members, inner, outer);
      logDeterminant += Math.log1p(outer * weight);
      outerTrace += shrunk;
      let squares = 0;
      for (const g of members) {
        const own = sizes[g]! / (1 + sizes[g]! * inner);
        logDeterminant += Math.log1p(sizes[g]! * inner);
        squares += own * own;
        innerTrace += own;
        for (let i = 0; i < width; i++) away[i] = means[g * width + i]! - mean[i]!;
        add(m, away, own);
        // What the municipality's effect takes away from the school's residual: θ₂·shrunk of the mean.
        for (let i = 0; i < width; i++) away[i] = means[g * width + i]! - outer * shrunk * mean[i]!;
        add(innerLoss, away, own * own);
      }
      innerTrace -= (outer / (1 + outer * weight)) * squares;
      add(m, mean, shrunk);
      add(outerLoss, mean, shrunk * shrunk);
    }
    const profile = glsProfile(m, width, pupils, logDeterminant, criterion);
    if (profile === null) return null;
    const slopes = [
      devianceSlope(profile, innerTrace, innerLoss),
      devianceSlope(profile, outerTrace, outerLoss),
    ] as const;
    return { ...profile, slopes };
  };
}

/** m += factor · v v'. */
function add(m: Float64Array, v: Float64Array, factor: number): void {
  const width = v.length;
  for (let i = 0; i < width; i++) {
    const row = factor * v[i]!;
    for (let j = 0; j < width; j++) m[i * width + j]! += row * v[j]!;
  }
}
