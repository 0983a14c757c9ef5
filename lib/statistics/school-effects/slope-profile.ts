import type { CentredDesign } from "./centred-design.ts";
import { type Criterion, devianceSlope, type GlsProfile, glsProfile } from "./gls-profile.ts";
import type { GroupMoments } from "./group-moments.ts";

/**
 * Each group reduced to two rows that hold all it says of its own intercept and slope: √n·(1, x̄, ȳ), and the products with the
 * slope's covariate divided by the root c of its sum of squares. What is left of the products within groups is `rest`.
 */
export interface SlopeRows {
  readonly width: number;
  readonly pupils: number;
  readonly groups: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Rows of R, three numbers a group: √n, √n·x̄, c. Random effects u reach the two rows as R·u. */
  readonly reach: Float64Array;
  readonly rest: Float64Array;
}

/** `column` = place of the slope's covariate among the design's columns. */
export function slopeRows(design: CentredDesign, groups: readonly GroupMoments[], column: number): SlopeRows {
  const { width, sizes, means, kept, scale, places, within, pupils, covariates } = design;
  const count = sizes.length;
  const columns = [...kept, covariates];
  const slope = columns[column - 1]!;
  const first = new Float64Array(count * width);
  const second = new Float64Array(count * width);
  const reach = new Float64Array(count * 3);
  const rest = Float64Array.from(within);
  for (let g = 0; g < count; g++) {
    const { deviations } = groups[places[g]!]!;
    const root = Math.sqrt(sizes[g]!);
    const from = g * width;
    const spread = Math.sqrt(deviations[(slope * (slope + 1)) / 2 + slope]!) / scale[column]!;
    reach.set([root, root * means[from + column]!, spread], g * 3);
    for (let i = 0; i < width; i++) first[from + i] = root * means[from + i]!;
    if (spread === 0) continue;
    columns.forEach((own, k) => {
      const [high, low] = own > slope ? [own, slope] : [slope, own];
      const product = deviations[(high * (high + 1)) / 2 + low]!;
      second[from + k + 1] = product / scale[k + 1]! / scale[column]! / spread;
    });
    for (let i = 1; i < width; i++)
      for (let j = 1; j < width; j++) rest[i * width + j]! -= second[from + i]! * second[from + j]!;
  }
  for (let i = 0; i < width; i++) rest[i * width + column] = rest[column * width + i] = 0;
  return { width, pupils, groups: count, first, second, reach, rest };
}

/** H⁻¹ = (I + RGR')⁻¹ of group g as [h11, h12, h22], and log|H|. `root` is the lower triangle of G = ΛΛ'. */
export function groupInverse({ reach }: SlopeRows, g: number, [l1, l2, l3]: readonly number[]) {
  const a = reach[g * 3]!;
  const b = reach[g * 3 + 1]!;
  const c = reach[g * 3 + 2]!;
  const p1 = a * l1! + b * l2!;
  const p2 = b * l3!;
  const q1 = c * l2!;
  const q2 = c * l3!;
  const over = p1 * p1 + p2 * p2;
  const under = q1 * q1 + q2 * q2;
  const across = p1 * q1 + p2 * q2;
  // |H| = 1 + over + under + |P|², where the last part is a square and cannot cancel.
  const excess = over + under + (p1 * q2 - p2 * q1) ** 2;
  const determinant = 1 + excess;
  return {
    h11: (1 + under) / determinant,
    h12: -across / determinant,
    h22: (1 + over) / determinant,
    logDeterminant: Math.log1p(excess),
  };
}

export interface SlopePoint extends GlsProfile {
  /** Derivatives of −2 logLik by the three numbers of Λ. */
  readonly gradient: readonly [number, number, number];
}

/** −2 logLik of the model with random intercept and slope as a function of Λ, the root of the effects' relative covariance. */
export function slopeProfile(
  rows: SlopeRows,
  criterion: Criterion,
): (root: readonly number[]) => SlopePoint | null {
  const { width, pupils, groups, first, second, reach, rest } = rows;
  const size = width * width;
  const m = new Float64Array(size);
  const [u, v] = [new Float64Array(width), new Float64Array(width)];
  return (root) => {
    m.set(rest);
    const losses = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
    const traces = [0, 0, 0];
    let logDeterminant = 0;
    for (let g = 0; g < groups; g++) {
      const inverse = groupInverse(rows, g, root);
      const { h11, h12, h22 } = inverse;
      logDeterminant += inverse.logDeterminant;
      const a = reach[g * 3]!;
      const b = reach[g * 3 + 1]!;
      const c = reach[g * 3 + 2]!;
      traces[0]! += a * a * h11;
      traces[1]! += a * (h11 * b + h12 * c);
      traces[2]! += b * (h11 * b + h12 * c) + c * (h12 * b + h22 * c);
      const from = g * width;
      for (let i = 0; i < width; i++) {
        const one = h11 * first[from + i]! + h12 * second[from + i]!;
        const two = h12 * first[from + i]! + h22 * second[from + i]!;
        for (let j = 0; j < width; j++) m[i * width + j]! += one * first[from + j]! + two * second[from + j]!;
        u[i] = a * one;
        v[i] = b * one + c * two;
      }
      for (let i = 0; i < width; i++)
        for (let j = 0; j < width; j++) {
          const at = i * width + j;
          losses[0]![at]! += u[i]! * u[j]!;
          losses[1]![at]! += (u[i]! * v[j]! + v[i]! * u[j]!) / 2;
          losses[2]![at]! += v[i]! * v[j]!;
        }
    }
    const profile = glsProfile(m, width, pupils, logDeterminant, criterion);
    if (profile === null) return null;
    const [d11, d12, d22] = losses.map((loss, k) => devianceSlope(profile, traces[k]!, loss));
    const [l1, l2, l3] = root;
    // dG = dΛ Λ' + Λ dΛ', so the derivative by Λ is 2DΛ.
    const gradient = [2 * (d11! * l1! + d12! * l2!), 2 * (d12! * l1! + d22! * l2!), 2 * d22! * l3!] as const;
    return { ...profile, gradient };
  };
}
