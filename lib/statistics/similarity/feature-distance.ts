/** A property by which schools are compared, and how much it counts. */
export type Feature =
  | {
      readonly kind: "number";
      /** Counts so much beside the others; 1 when not given. */
      readonly weight?: number;
      /** What makes one unit of difference: the range of all schools (differences 0–1), their standard deviation, or a given number. */
      readonly scale?: "range" | "standardDeviation" | number;
    }
  | { readonly kind: "category"; readonly weight?: number };

/** A school's value of a feature: a number, the name of a category, or null when it is not known. */
export type FeatureValue = number | string | null;

/** Schools made ready for comparison. */
export interface FeatureSpace {
  readonly schools: number;
  /** Unit of difference for each feature; null for a category, 0 for a number that is the same everywhere. */
  readonly units: readonly (number | null)[];
  /** Distance between two schools (by index); null when no feature of positive weight is known for both. */
  distance(one: number, other: number): number | null;
}

function checkedWeight({ weight = 1 }: Feature): number {
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`Not a weight: ${weight}`);
  return weight;
}

/** Range, standard deviation (n − 1) or given unit of the known numbers; 0 when they do not differ. */
function unitOf(known: readonly number[], scale: "range" | "standardDeviation" | number): number {
  if (typeof scale === "number") {
    if (!(scale > 0 && scale < Number.POSITIVE_INFINITY))
      throw new RangeError(`Not a unit of difference: ${scale}`);
    return scale;
  }
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let mean = 0;
  let squares = 0;
  known.forEach((value, i) => {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    const from = value - mean;
    mean += from / (i + 1);
    squares += from * (value - mean);
  });
  if (!(highest > lowest)) return 0;
  return scale === "range" ? highest - lowest : Math.sqrt(squares / (known.length - 1));
}

/**
 * Gower's distance between schools with mixed and missing properties: the weighted mean of the differences of all features
 * that are known for both, each between 0 and 1: for numbers |difference| over the range (or over the standard
 * deviation: then not cut at 1, and far-off schools do not squeeze the others together), for categories 0 when equal
 * and 1 otherwise. `euclidean` takes the root of the weighted mean square instead: one large difference then counts more than
 * several small ones.
 *
 * A missing value (null) is never guessed: the feature is left out for that pair and the other weights are scaled up. A number that is
 * the same for all schools differs by 0. `rows[i][k]`: school i, feature k. Units: none; 0 = alike in all that is known; with ranges
 * and categories at most 1. A distance is null when nothing is known for both. A RangeError for rows of other length than
 * `features`, values of the wrong kind, negative weights, an index outside.
 * R: `cluster::daisy(x, metric = "gower", weights = w)`. Source: Gower (1971), Biometrics 27:857–871.
 *
 * @example featureSpace([{ kind: "number" }, { kind: "category" }], [[10, "a"], [20, "a"], [30, "b"]]).distance(0, 1) // 0.25
 */
export function featureSpace(
  features: readonly Feature[],
  rows: readonly (readonly FeatureValue[])[],
  metric: "mean" | "euclidean" = "mean",
): FeatureSpace {
  for (const row of rows)
    if (row.length !== features.length)
      throw new RangeError(`${features.length} features, but a row of ${row.length} values`);
  const weights = features.map(checkedWeight);
  const units: (number | null)[] = [];
  const columns = features.map((feature, k) => {
    const values = rows.map((row) => row[k]!);
    if (feature.kind === "category") {
      units.push(null);
      const codes = new Map<string, number>();
      return Float64Array.from(values, (value) => {
        if (value === null) return Number.NaN;
        if (typeof value !== "string") throw new RangeError(`Not a category: ${value}`);
        if (!codes.has(value)) codes.set(value, codes.size);
        return codes.get(value)!;
      });
    }
    for (const value of values)
      if (value !== null && !Number.isFinite(value)) throw new RangeError(`Not a number: ${value}`);
    units.push(unitOf(values.filter((value) => value !== null).map(Number), feature.scale ?? "range"));
    return Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)));
  });
  const power = metric === "euclidean" ? 2 : 1;
  return {
    schools: rows.length,
    units,
    distance(one, other) {
      if (!(one in rows && other in rows)) throw new RangeError(`No pair of schools: ${one}, ${other}`);
      let sum = 0;
      let known = 0;
      columns.forEach((column, k) => {
        const gap = Math.abs(column[one]! - column[other]!);
        // NaN: not known for one of the two.
        if (Number.isNaN(gap) || weights[k] === 0) return;
        const unit = units[k]!;
        const difference = unit === null ? Number(gap !== 0) : unit === 0 ? 0 : gap / unit;
        sum += weights[k]! * difference ** power;
        known += weights[k]!;
      });
      if (known === 0) return null;
      return power === 2 ? Math.sqrt(sum / known) : sum / known;
    },
  };
}
