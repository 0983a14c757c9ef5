import { studentQuantile } from "../distributions/student.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { cholesky, solveCholesky } from "../linear-algebra/cholesky.ts";
import { zeros } from "../linear-algebra/matrix.ts";
import { type CentredDesign, centredDesign, withinRegression } from "./centred-design.ts";
import type { GroupMoments } from "./group-moments.ts";

export interface SchoolContrast {
  readonly estimate: number;
  /** Null when no degree of freedom is left within schools. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

export interface FixedSchoolEffects {
  /** Slopes within schools; null for a covariate that is the same for all pupils of each school, or that others determine. */
  readonly slopes: readonly (number | null)[];
  readonly residualSD: number | null;
  readonly degreesOfFreedom: number;
  /** Each school beside the mean of all pupils, at equal covariates; null for a group without pupils. */
  readonly schools: readonly (SchoolContrast | null)[];
  /** School `first` minus school `second` at equal covariates. Null when one of them has no pupils. */
  compare(first: number, second: number): SchoolContrast | null;
}

/**
 * Schools as fixed effects: every school has its own level, nothing is shrunk, and only what varies inside schools tells the slopes.
 * For comparing two named schools, where the random-intercept model would draw both towards the average.
 *
 * Units: those of y. Null when there are no pupils or y does not vary. RangeError for a place that does not exist.
 * R: `m <- lm(y ~ x + factor(school))`, differences of `coef(m)`; beside the mean: weighted with the pupils.
 * Source: Goldstein and Spiegelhalter (1996), Journal of the Royal Statistical Society A 159:385–443.
 *
 * @example fixedSchoolEffects([...groupMomentsOf(["A", "A", "B", "B"], [[], [], [], []], [1, 3, 6, 8]).values()])!.compare(1, 0)!.estimate // 5
 */
export function fixedSchoolEffects(
  groups: readonly GroupMoments[],
  level: number = USUAL_LEVEL,
): FixedSchoolEffects | null {
  checkLevel(level);
  const design = centredDesign(groups);
  if (typeof design === "string") return null;
  const { width, sizes, means, places, pupils, scale, kept, covariates } = design;
  const inside = withinRegression(design);
  const line = withinLine(design, inside.kept);
  const degrees = pupils - sizes.length - inside.rank;
  const residual = inside.varies ? inside.residual : 0;
  const variance = degrees > 0 ? residual / degrees : null;
  const unit = scale[width - 1]!;
  const critical = degrees > 0 ? studentQuantile((1 + level) / 2, degrees) : 0;

  /** Estimate from a difference of mean vectors; `share` is the variance of the mean of y in units of that of a pupil. */
  const contrast = (difference: Float64Array, share: number): SchoolContrast => {
    const x = Float64Array.from(inside.kept, (k) => difference[k + 1]!);
    let estimate = difference[width - 1]!;
    for (let k = 0; k < x.length; k++) estimate -= x[k]! * line.slopes[k]!;
    estimate *= unit;
    if (variance === null) return { estimate, standardError: null, interval: null };
    const solved = line.solve(x);
    let spread = Math.max(0, share);
    for (let k = 0; k < x.length; k++) spread += x[k]! * solved[k]!;
    const standardError = unit * Math.sqrt(variance * spread);
    const half = critical * standardError;
    return { estimate, standardError, interval: { low: estimate - half, high: estimate + half } };
  };
  const row = (g: number) => means.slice(g * width, (g + 1) * width);
  const schools = Array<SchoolContrast | null>(groups.length).fill(null);
  const groupAt = new Map<number, number>();
  places.forEach((place, g) => {
    groupAt.set(place, g);
    schools[place] = contrast(row(g), 1 / sizes[g]! - 1 / pupils);
  });
  const slopes = Array<number | null>(covariates).fill(null);
  inside.kept.forEach((k, i) => {
    slopes[kept[k]!] = (line.slopes[i]! * unit) / scale[k + 1]!;
  });
  return {
    slopes,
    residualSD: variance === null ? null : unit * Math.sqrt(variance),
    degreesOfFreedom: degrees,
    schools,
    compare(first, second) {
      for (const place of [first, second])
        if (!(place in groups)) throw new RangeError(`No school at place ${place}`);
      const [a, b] = [groupAt.get(first), groupAt.get(second)];
      if (a === undefined || b === undefined) return null;
      const other = row(b);
      const share = a === b ? 0 : 1 / sizes[a]! + 1 / sizes[b]!;
      return contrast(
        row(a).map((value, i) => value - other[i]!),
        share,
      );
    },
  };
}

function withinLine({ within, width }: CentredDesign, kept: readonly number[]) {
  const matrix = zeros(kept.length, kept.length);
  kept.forEach((i, a) => {
    kept.forEach((j, b) => {
      matrix.data[a * kept.length + b] = within[(i + 1) * width + j + 1]!;
    });
  });
  const right = Float64Array.from(kept, (i) => within[(width - 1) * width + i + 1]!);
  const factor = cholesky(matrix);
  // The columns were chosen as independent, with a wider margin than this decomposition needs.
  if (factor === null) throw new RangeError("The covariates are not independent within schools");
  return {
    slopes: solveCholesky(factor, right),
    solve: (x: Float64Array) => solveCholesky(factor, x),
  };
}
