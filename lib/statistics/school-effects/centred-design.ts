import { covariatesOf, type GroupMoments } from "./group-moments.ts";

/** Share of its variance that a covariate must have beside the ones before it; less is rounding of the moments. */
const ALIASED = 1e-12;
/** Standard deviation that is nothing beside the size of the values: their own rounding. */
const ROUNDING = 1e-13;

/**
 * The groups of one model, brought to a common origin and unit: each column is measured from the mean of all pupils in
 * its standard deviation over all pupils, so that offsets and units of the covariates cost no digits. Vectors have
 * `width` elements: constant, independent covariates, y. Matrices are width × width, row after row.
 */
export interface CentredDesign {
  readonly pupils: number;
  /** Places of the groups that have pupils in the list that was given. */
  readonly places: Int32Array;
  readonly sizes: Float64Array;
  readonly width: number;
  /** Group means, one vector a group: (1, x̄ …, ȳ). */
  readonly means: Float64Array;
  /** Pooled products within groups; zeros for the constant. */
  readonly within: Float64Array;
  /** Column of the moments behind each covariate that is kept. */
  readonly kept: readonly number[];
  /** Covariates that the constant and the covariates before them determine. */
  readonly aliased: readonly number[];
  readonly covariates: number;
  /** Mean and standard deviation of the kept covariates and then y; at place 0 stands the constant (0 and 1). */
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}

/** Why a model cannot be fitted to these pupils. */
export type Unfit =
  /** no group has a pupil */
  | "noPupils"
  /** y is the same for everybody */
  | "noVariation"
  /** one group only: nothing to compare it with */
  | "oneGroup"
  /** no two pupils of one group are left to tell the spread within groups: groups of one, or as many covariates */
  | "noWithinInformation"
  /** as many covariates of the groups as groups: nothing is left to tell the spread between groups */
  | "noBetweenInformation"
  /** the covariates explain y within the groups without remainder, or y does not vary there: the likelihood has no maximum */
  | "noVariationWithin"
  /** random slopes: the covariate is the same for all pupils of each group */
  | "constantCovariate"
  /** the search did not reach a point where the gradient vanishes */
  | "noOptimum";

/** Index of the pair (i, j), j ≤ i, in a lower triangle kept row after row. */
const pair = (i: number, j: number) => (i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i);

/** Brings groups to a common origin and unit, and finds the covariates that are superfluous. */
export function centredDesign(groups: readonly GroupMoments[]): CentredDesign | Unfit {
  const filled: number[] = [];
  let pupils = 0;
  let columns = 0;
  groups.forEach((group, place) => {
    const own = covariatesOf(group) + 1;
    if (place > 0 && own !== columns)
      throw new RangeError(`Group ${place + 1} has ${own - 1} covariates, the first has ${columns - 1}`);
    columns = own;
    if (group.n === 0) return;
    filled.push(place);
    pupils += group.n;
  });
  if (filled.length === 0) return "noPupils";

  const origin = groups[filled[0]!]!.means;
  const grand = new Float64Array(columns);
  for (const place of filled)
    for (let i = 0; i < columns; i++) grand[i]! += groups[place]!.n * (groups[place]!.means[i]! - origin[i]!);
  for (let i = 0; i < columns; i++) grand[i] = origin[i]! + grand[i]! / pupils;

  const triangle = (columns * (columns + 1)) / 2;
  const pooled = new Float64Array(triangle);
  const total = new Float64Array(triangle);
  for (const place of filled) {
    const { n, means, deviations } = groups[place]!;
    for (let i = 0, at = 0; i < columns; i++)
      for (let j = 0; j <= i; j++, at++) {
        pooled[at]! += deviations[at]!;
        total[at]! += deviations[at]! + n * (means[i]! - grand[i]!) * (means[j]! - grand[j]!);
      }
  }
  const spread = Array.from({ length: columns }, (_, i) => Math.sqrt(total[pair(i, i)]! / pupils));
  const outcome = columns - 1;
  if (!(spread[outcome]! > ROUNDING * Math.abs(grand[outcome]!))) return "noVariation";

  const kept = independent(columns - 1, (i) => spread[i]! > ROUNDING * Math.abs(grand[i]!), total);
  const chosen = [...kept, outcome];
  const width = chosen.length + 1;
  const within = new Float64Array(width * width);
  const unit = chosen.map((i) => spread[i]!);
  chosen.forEach((i, a) => {
    chosen.forEach((j, b) => {
      within[(a + 1) * width + b + 1] = pooled[pair(i, j)]! / unit[a]! / unit[b]!;
    });
  });
  const means = new Float64Array(filled.length * width);
  const sizes = new Float64Array(filled.length);
  filled.forEach((place, g) => {
    const group = groups[place]!;
    sizes[g] = group.n;
    means[g * width] = 1;
    for (let a = 0; a < chosen.length; a++)
      means[g * width + a + 1] = (group.means[chosen[a]!]! - grand[chosen[a]!]!) / unit[a]!;
  });
  return {
    pupils,
    places: Int32Array.from(filled),
    sizes,
    width,
    means,
    within,
    kept,
    aliased: Array.from({ length: columns - 1 }, (_, i) => i).filter((i) => !kept.includes(i)),
    covariates: columns - 1,
    centre: Float64Array.from([0, ...chosen.map((i) => grand[i]!)]),
    scale: Float64Array.from([1, ...unit]),
  };
}

/** The columns 0 … count − 1 that vary and that the kept ones before them leave more than rounding of (Cholesky, in order). */
function independent(count: number, varies: (i: number) => boolean, products: Float64Array): number[] {
  const kept: number[] = [];
  const rows: number[][] = [];
  for (let i = 0; i < count; i++) {
    if (!varies(i)) continue;
    const row: number[] = [];
    let left = 1;
    const own = Math.sqrt(products[pair(i, i)]!);
    kept.forEach((j, b) => {
      let rest = products[pair(i, j)]! / own / Math.sqrt(products[pair(j, j)]!);
      for (let k = 0; k < b; k++) rest -= row[k]! * rows[b]![k]!;
      row.push(rest / rows[b]![b]!);
      left -= row[b]! ** 2;
    });
    if (!(left > ALIASED)) continue;
    rows.push([...row, Math.sqrt(left)]);
    kept.push(i);
  }
  return kept;
}

/** Regression within the groups: how many covariates vary there, and what they leave of y (both in the design's units). */
export interface WithinRegression {
  /** The design's covariates (from 0) that vary within groups, independently of each other. */
  readonly kept: readonly number[];
  readonly rank: number;
  readonly residual: number;
  /** Whether `residual` is more than what rounding leaves. */
  readonly varies: boolean;
}

/**
 * What the covariates leave of y inside groups: y's last pivot when the pooled products are eliminated in order. Less than the
 * share `nothing` of what a column has over all pupils is rounding.
 */
export function withinRegression(
  { width, pupils, centre, scale, within: pooled }: CentredDesign,
  within: Float64Array = pooled,
  nothing: number = ROUNDING * ROUNDING,
): WithinRegression {
  const covariates = width - 2;
  const triangle = new Float64Array((covariates * (covariates + 1)) / 2);
  for (let i = 0; i < covariates; i++)
    for (let j = 0; j <= i; j++) triangle[pair(i, j)] = within[(i + 1) * width + j + 1]!;
  // The pooled products of a covariate of the groups are 0 but for rounding; in the design's units a whole column has N.
  const varies = (i: number) => triangle[pair(i, i)]! > nothing * pupils;
  const kept = independent(covariates, varies, triangle);
  const y = width - 1;
  const rows: number[][] = [];
  let residual = within[y * width + y]!;
  const own = residual;
  const last: number[] = [];
  kept.forEach((column, b) => {
    const row: number[] = [];
    let left = triangle[pair(column, column)]!;
    for (let k = 0; k < b; k++) {
      let rest = triangle[pair(column, kept[k]!)]!;
      for (let m = 0; m < k; m++) rest -= row[m]! * rows[k]![m]!;
      row.push(rest / rows[k]![k]!);
      left -= row[k]! ** 2;
    }
    rows.push([...row, Math.sqrt(left)]);
    let rest = within[y * width + column + 1]!;
    for (let k = 0; k < b; k++) rest -= last[k]! * row[k]!;
    last.push(rest / rows[b]![b]!);
    residual -= last[b]! ** 2;
  });
  const size = pupils * (1 + (centre[y]! / scale[y]!) ** 2);
  return {
    kept,
    rank: kept.length,
    residual: Math.max(0, residual),
    varies: residual > ALIASED * own && own > nothing * size,
  };
}
