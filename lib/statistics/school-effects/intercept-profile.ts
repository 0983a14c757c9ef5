import { solveCholesky } from "../linear-algebra/cholesky.ts";
import type { CentredDesign } from "./centred-design.ts";
import {
  type Criterion,
  devianceSlope,
  fixedTrace,
  form,
  type GlsProfile,
  glsProfile,
} from "./gls-profile.ts";

/** Groups of one size taken together: for a given variance ratio all of them have the same weight. */
interface SizeClass {
  readonly size: number;
  readonly groups: number;
  /** Σ (1, x̄, ȳ)(1, x̄, ȳ)' over these groups. */
  readonly products: Float64Array;
}

/** −2 logLik of the random-intercept model with its first and second derivative by the variance ratio. */
export interface InterceptPoint extends GlsProfile {
  readonly slope: number;
  /** tr(V⁻¹V̇): the part of `slope` that comes from the determinant of V. */
  readonly trace: number;
  readonly curvature: number;
}

/** Groups of the same size weigh the same for any ratio of variances, so their products are added up once. */
export function sizeClasses({ sizes, means, width }: CentredDesign): SizeClass[] {
  const classes = new Map<number, { size: number; groups: number; products: Float64Array }>();
  for (let g = 0; g < sizes.length; g++) {
    const size = sizes[g]!;
    let own = classes.get(size);
    if (!own) {
      own = { size, groups: 0, products: new Float64Array(width * width) };
      classes.set(size, own);
    }
    own.groups++;
    const from = g * width;
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) own.products[i * width + j]! += means[from + i]! * means[from + j]!;
  }
  return [...classes.values()];
}

/**
 * The profile likelihood as a function of one number, the ratio θ = variance between / variance within. A group of n pupils
 * enters with the weight n / (1 + nθ), so one evaluation costs as many steps as there are different sizes, however many groups.
 * Source: Pinheiro and Bates (2000), Mixed-Effects Models in S and S-PLUS, §2.2; derivatives by the envelope theorem.
 */
export function interceptProfile(
  design: CentredDesign,
  criterion: Criterion,
): (ratio: number) => InterceptPoint | null {
  const { width, within, pupils } = design;
  const classes = sizeClasses(design);
  const p = width - 1;
  const m = new Float64Array(width * width);
  const second = new Float64Array(width * width);
  return (ratio) => {
    m.set(within);
    const loss = new Float64Array(width * width);
    second.fill(0);
    let logDeterminant = 0;
    let trace = 0;
    let traceChange = 0;
    for (const { size, groups, products } of classes) {
      const weight = size / (1 + size * ratio);
      logDeterminant += groups * Math.log1p(size * ratio);
      trace += groups * weight;
      traceChange -= groups * weight * weight;
      for (let i = 0; i < m.length; i++) {
        const value = weight * products[i]!;
        m[i]! += value;
        loss[i]! += weight * value;
        second[i]! += 2 * weight * weight * value;
      }
    }
    const profile = glsProfile(m, width, pupils, logDeterminant, criterion);
    if (profile === null) return null;
    const { contrast, rss, divisor, factor } = profile;
    const rssSlope = -form(loss, width, contrast, contrast);
    const moved = new Float64Array(p);
    for (let i = 0; i < p; i++)
      for (let j = 0; j < width; j++) moved[i]! += loss[i * width + j]! * contrast[j]!;
    const shift = solveCholesky(factor, moved);
    let settled = 0;
    for (let i = 0; i < p; i++) settled += moved[i]! * shift[i]!;
    const rssCurvature = form(second, width, contrast, contrast) - 2 * settled;
    const curvature =
      traceChange +
      divisor * (rssCurvature / rss - (rssSlope / rss) ** 2) +
      (criterion === "REML" ? fixedTrace(profile, second) - squareTrace(profile, loss) : 0);
    return { ...profile, slope: devianceSlope(profile, trace, loss), trace, curvature };
  };
}

/** tr((A⁻¹B)²) for the block of the fixed effects. */
function squareTrace({ factor, width }: GlsProfile, b: Float64Array): number {
  const p = width - 1;
  const solved: Float64Array[] = [];
  for (let j = 0; j < p; j++)
    solved.push(
      solveCholesky(
        factor,
        Float64Array.from({ length: p }, (_, i) => b[i * width + j]!),
      ),
    );
  let trace = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) trace += solved[j]![i]! * solved[i]![j]!;
  return trace;
}
