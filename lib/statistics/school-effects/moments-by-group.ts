import type { GroupMoments } from "./group-moments.ts";

/** Takes pupils one by one and keeps only sums: memory grows with the groups, not with the pupils. */
export interface MomentsByGroup {
  add(group: string, covariates: readonly number[], y: number): void;
  /** The groups in the order in which they first came. */
  moments(): Map<string, GroupMoments>;
}

/**
 * Collects pupils into moments by group in one pass. Each group's sums are taken around its own first pupil, so that large
 * offsets cost no digits and no division is made per pupil.
 *
 * Units: those of the columns. RangeError for values that are missing or infinite (leave such pupils out before) and for
 * another number of covariates. R: `by(data, group, function(d) crossprod(scale(d, scale = FALSE)))`.
 * Source: Chan, Golub and LeVeque (1983), The American Statistician 37:242–247 (shifted data).
 * Never null.
 *
 * @example const byGroup = momentsByGroup(0); byGroup.add("A", [], 2); byGroup.add("A", [], 4); byGroup.moments().get("A") // { n: 2, means: [3], deviations: [2] }
 */
export function momentsByGroup(covariates: number): MomentsByGroup {
  if (!Number.isSafeInteger(covariates) || covariates < 0)
    throw new RangeError(`Not a number of covariates: ${covariates}`);
  const columns = covariates + 1;
  const products = (columns * (columns + 1)) / 2;
  // One group: n, first pupil, sums around her, products around her.
  const stride = 1 + 2 * columns + products;
  const places = new Map<string, number>();
  const row = new Float64Array(columns);
  let store = new Float64Array(stride * 64);

  function place(group: string): number {
    const known = places.get(group);
    if (known !== undefined) return known;
    const at = places.size * stride;
    if (at + stride > store.length) {
      const larger = new Float64Array(store.length * 2);
      larger.set(store);
      store = larger;
    }
    places.set(group, at);
    store.set(row, at + 1);
    return at;
  }

  return {
    add(group, values, y) {
      if (values.length !== covariates)
        throw new RangeError(`${values.length} covariates where ${covariates} were announced`);
      for (let i = 0; i < covariates; i++) row[i] = values[i]!;
      row[covariates] = y;
      for (let i = 0; i < columns; i++)
        if (!Number.isFinite(row[i])) throw new RangeError(`Not a value: ${row[i]} in group ${group}`);
      const at = place(group);
      store[at]! += 1;
      for (let i = 0; i < columns; i++) row[i]! -= store[at + 1 + i]!;
      let to = at + 1 + columns;
      for (let i = 0; i < columns; i++) store[to++]! += row[i]!;
      for (let i = 0; i < columns; i++) for (let j = 0; j <= i; j++) store[to++]! += row[i]! * row[j]!;
    },
    moments() {
      const result = new Map<string, GroupMoments>();
      for (const [group, at] of places) {
        const n = store[at]!;
        const first = at + 1;
        const sums = first + columns;
        const means: number[] = [];
        const deviations: number[] = [];
        for (let i = 0, from = sums + columns; i < columns; i++) {
          means.push(store[first + i]! + store[sums + i]! / n);
          for (let j = 0; j <= i; j++, from++) {
            const value = n === 1 ? 0 : store[from]! - (store[sums + i]! * store[sums + j]!) / n;
            deviations.push(i === j ? Math.max(0, value) : value);
          }
        }
        result.set(group, { n, means, deviations });
      }
      return result;
    },
  };
}

/**
 * Moments by group from lists: `groups[i]`, `covariates[i]` (one row a pupil, `[]` without covariates) and `y[i]` belong to pupil i.
 *
 * R: as `momentsByGroup`. RangeError for lists of different length.
 * Units: units of the columns; never null. Source: Chan, Golub and LeVeque (1983).
 *
 * @example groupMomentsOf(["A", "A"], [[], []], [2, 4]).get("A") // { n: 2, means: [3], deviations: [2] }
 */
export function groupMomentsOf(
  groups: readonly string[],
  covariates: readonly (readonly number[])[],
  y: readonly number[],
): Map<string, GroupMoments> {
  if (groups.length !== y.length || covariates.length !== y.length)
    throw new RangeError(`${groups.length} groups, ${covariates.length} rows and ${y.length} values of y`);
  const byGroup = momentsByGroup(covariates[0]?.length ?? 0);
  for (let i = 0; i < y.length; i++) byGroup.add(groups[i]!, covariates[i]!, y[i]!);
  return byGroup.moments();
}
