import { type Matrix, zeros } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";

/** One property of the circumstances that a school works in. */
export interface ContextComponent {
  readonly name: string;
  /** +1: more of it means better circumstances (parents with degrees); −1: worse ones (pupils on a register). */
  readonly direction: 1 | -1;
  /** For the standardised index: counts so much beside the others; 1 when not given. */
  readonly weight?: number;
}

/** An index as it was made from a base population; kept with its year, it can be applied to other schools. */
export interface ContextIndex {
  readonly method: "standardised" | "firstComponent";
  readonly components: readonly ContextComponent[];
  /** Schools with all components known: the base population. */
  readonly schools: number;
  readonly means: readonly number[];
  readonly standardDeviations: readonly number[];
  /** What a standard deviation of each component, turned the good way up, adds to the raw index; 0 for one that does not vary. */
  readonly loadings: readonly number[];
  /** Share of the variance of all components that the index tells, 0–1. */
  readonly shareExplained: number;
  /** Variances of all principal components, greatest first. */
  readonly eigenvalues: readonly number[];
  readonly lowest: number;
  readonly highest: number;
  readonly rawSD: number;
}

/** An index value in three scales. */
export interface ContextScore {
  /** Mean 0 in the base population. */
  readonly raw: number;
  /** 0 the worst, 100 the best circumstances of the base population; other schools may lie outside. */
  readonly percent: number;
  /** Mean 50, standard deviation 10. */
  readonly tScore: number;
}

/** Two leading variances nearer than this share of the first: the first component has no direction of its own. */
const SAME = 1e-9;
const ROUNDING = 1e-13;

function checkRow(row: readonly (number | null)[], components: readonly ContextComponent[]): void {
  if (row.length !== components.length)
    throw new RangeError(`${components.length} components, but a row of ${row.length} values`);
  for (const value of row)
    if (value !== null && !Number.isFinite(value)) throw new RangeError(`Not a number: ${value}`);
}

function momentsOf(values: readonly number[]): { mean: number; sd: number } {
  const first = values[0]!;
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = Math.sqrt(squares / (values.length - 1));
  return { mean, sd: sd <= ROUNDING * Math.abs(mean) ? 0 : sd };
}

/** Correlations of the standardised columns; 0 beside a column that does not vary. */
function correlations(z: readonly (readonly number[])[], size: number): Matrix {
  const matrix = zeros(size, size);
  for (let j = 0; j < size; j++)
    for (let k = 0; k <= j; k++) {
      const r = z.reduce((sum, row) => sum + row[j]! * row[k]!, 0) / (z.length - 1);
      matrix.data[j * size + k] = r;
      matrix.data[k * size + j] = r;
    }
  return matrix;
}

const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);

/** The first eigenvector, turned so that good circumstances count up; null when it has no direction of its own. */
function firstComponent(values: Float64Array, vectors: Matrix): number[] | null {
  const [first, second = 0] = values;
  if (first! - second <= SAME * first!) return null;
  const vector = Array.from({ length: vectors.rows }, (_, j) => vectors.data[j * vectors.columns]!);
  return sumOf(vector) < -SAME ? vector.map((part) => -part) : vector;
}

const combine = (z: readonly number[], loadings: readonly number[]) =>
  z.reduce((sum, value, j) => sum + value * loadings[j]!, 0);

function standardise(
  row: readonly number[],
  index: Pick<ContextIndex, "components" | "means" | "standardDeviations">,
) {
  return row.map((value, j) => {
    const sd = index.standardDeviations[j]!;
    return sd === 0 ? 0 : (index.components[j]!.direction * (value - index.means[j]!)) / sd;
  });
}

/**
 * Social-context index (ИСБШ) of schools: one number for the circumstances, from several components, each standardised over the
 * base population (mean 0, standard deviation 1, divisor n − 1) and turned so that more is better.
 * `standardised`: their weighted mean, weights by decision. `firstComponent`: the first principal component of their correlations, weights by
 * the data: the direction in which schools differ most. An eigenvector has no sign of its own; here the sum of its loadings on the
 * turned components is positive, so that better circumstances count up (when the sum is 0, the loading greatest in size is positive).
 *
 * `rows[i][j]`: school i, component j; a school with a missing (null) component is not in the base population, because a guess would
 * be a judgement. A component that does not vary adds nothing. No single formula is approved: which one, with which base and year, has to be said with the index.
 * Units: raw index in standard deviations. Null with fewer than 3 complete schools, when nothing varies, when all weights fall on
 * components that do not vary, and for `firstComponent` when the two greatest variances are equal (two uncorrelated components: no direction is the first).
 * R: `scale(x)`, `rowMeans`; `prcomp(x, scale. = TRUE)`. Source: handbook §3.3; Jolliffe (2002), Principal Component Analysis, ch. 2.
 *
 * @example contextIndex([{ name: "degrees", direction: 1 }, { name: "register", direction: -1 }], [[10, 5], [20, 5], [60, 0]], "firstComponent")!.loadings // [0.7071…, 0.7071…] = [√½, √½]
 */
export function contextIndex(
  components: readonly ContextComponent[],
  rows: readonly (readonly (number | null)[])[],
  method: "standardised" | "firstComponent",
): ContextIndex | null {
  for (const row of rows) checkRow(row, components);
  const weights = components.map(({ weight = 1 }) => weight);
  for (const weight of weights)
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`Not a weight: ${weight}`);
  const complete = rows.filter((row): row is number[] => row.every((value) => value !== null));
  const schools = complete.length;
  if (schools < 3 || components.length === 0) return null;
  const moments = components.map((_, j) => momentsOf(complete.map((row) => row[j]!)));
  const means = moments.map(({ mean }) => mean);
  const standardDeviations = moments.map(({ sd }) => sd);
  const z = complete.map((row) => standardise(row, { components, means, standardDeviations }));
  const r = correlations(z, components.length);
  const { values, vectors } = symmetricEigen(r);
  const total = standardDeviations.filter((sd) => sd > 0).length;
  const varying = weights.map((weight, j) => (standardDeviations[j] === 0 ? 0 : weight));
  const weightSum = sumOf(varying);
  if (total === 0 || (method === "standardised" && weightSum === 0)) return null;
  const loadings =
    method === "standardised" ? varying.map((weight) => weight / weightSum) : firstComponent(values, vectors);
  if (!loadings) return null;
  const raw = z.map((row) => combine(row, loadings));
  // Its mean is 0: a sum of columns that are all around 0.
  const rawSD = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0) / (schools - 1));
  if (rawSD <= ROUNDING) return null;
  // What one line tells of all components: the mean of the squared correlations with it.
  const told = components.map((_, j) => {
    const along = combine(
      Array.from({ length: components.length }, (_, k) => r.data[j * components.length + k]!),
      loadings,
    );
    return (along / rawSD) ** 2;
  });
  return {
    method,
    components,
    schools,
    means,
    standardDeviations,
    loadings,
    shareExplained: sumOf(told) / total,
    eigenvalues: [...values],
    lowest: raw.reduce((least, value) => Math.min(least, value)),
    highest: raw.reduce((most, value) => Math.max(most, value)),
    rawSD,
  };
}

/**
 * A school's place on a social-context index: raw, from 0 (worst of the base population) to 100 (best), and as T score (50 ± 10 for each
 * standard deviation).
 *
 * Null when a component of the school is missing. R: `predict(prcomp(x, scale. = TRUE), new)[, 1]`; `50 + 10 * scale(raw)`. Source: handbook §3.3.
 * Units: standard deviations; 0–100 of the base; T-scores (50 ± 10).
 *
 * @example contextScore(index, [20, 5])!.tScore // 45.20… with the index of the example above
 */
export function contextScore(index: ContextIndex, row: readonly (number | null)[]): ContextScore | null {
  checkRow(row, index.components);
  if (row.some((value) => value === null)) return null;
  const raw = combine(standardise(row as readonly number[], index), index.loadings);
  return {
    raw,
    percent: (100 * (raw - index.lowest)) / (index.highest - index.lowest),
    tScore: 50 + (10 * raw) / index.rawSD,
  };
}
