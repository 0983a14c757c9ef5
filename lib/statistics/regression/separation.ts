import { backSolve, orthonormalColumns } from "./orthonormal-columns.ts";

/**
 * Whether yes and no can be told apart by a straight boundary: not at all (`none`: the maximum likelihood estimate
 * exists), for some observations while the others lie on the boundary (`quasiComplete`), or for all (`complete`).
 */
export type Separation = "none" | "quasiComplete" | "complete";

/** What is nearer to a boundary than this (as the sine of an angle) lies on it. */
const ON_BOUNDARY = 1e-9;

function lengthOf(vector: Float64Array): number {
  return Math.hypot(...vector);
}

/** Smallest ‖target − Σ λ·point‖ over free λ of the chosen points, as λ and the rest that is left. */
function project(points: readonly Float64Array[], chosen: readonly number[], target: Float64Array) {
  const columns = chosen.map((i) => points[i]!);
  const { basis, triangle, kept } = orthonormalColumns(columns);
  const rest = Float64Array.from(target);
  const along = new Float64Array(basis.length);
  for (let pass = 0; pass < 2; pass++)
    basis.forEach((unit, i) => {
      let sum = 0;
      for (let k = 0; k < unit.length; k++) sum += unit[k]! * rest[k]!;
      for (let k = 0; k < unit.length; k++) rest[k]! -= sum * unit[k]!;
      along[i]! += sum;
    });
  const weights = new Map(chosen.map((i) => [i, 0]));
  backSolve(triangle, along).forEach((weight, i) => {
    weights.set(chosen[kept[i]!]!, weight);
  });
  return { weights, rest };
}

/** The chosen points that keep a positive weight on the way from `before` to `after`, and the weights at the first stop. */
function shorten(before: Map<number, number>, after: Map<number, number>): Map<number, number> {
  let step = 1;
  for (const [i, weight] of after) {
    const start = before.get(i) ?? 0;
    if (weight <= 0) step = Math.min(step, start / (start - weight) || 0);
  }
  const result = new Map<number, number>();
  for (const [i, weight] of after) {
    const start = before.get(i) ?? 0;
    const moved = start + step * (weight - start);
    if (moved > 0 && !(weight <= 0 && start / (start - weight) <= step)) result.set(i, moved);
  }
  return result;
}

/**
 * The point of the cone of `points` nearest to −Σ points, by the active-set method of Lawson and Hanson. When it reaches
 * −Σ points, some sum of all points with positive weights is zero, and by Stiemke's theorem no direction separates.
 * Otherwise the rest, turned round, is a direction d with point·d ≥ 0 for all points and > 0 for some.
 */
function separatingDirection(
  points: readonly Float64Array[],
  size: number,
): Float64Array | "none" | "unknown" {
  const target = new Float64Array(size);
  for (const point of points) for (let k = 0; k < size; k++) target[k]! -= point[k]!;
  const nothing = ON_BOUNDARY * Math.max(1, lengthOf(target));
  let weights = new Map<number, number>();
  let rest = target;
  const useless = new Set<number>();
  // Each round shortens the rest or sets one point aside; the bound only guards against rounding.
  for (let round = 0; round < 1000 + 100 * size; round++) {
    const length = lengthOf(rest);
    if (length <= nothing) return "none";
    let best = -1;
    let steepest = ON_BOUNDARY * length;
    points.forEach((point, i) => {
      let along = 0;
      for (let k = 0; k < size; k++) along += point[k]! * rest[k]!;
      if (along > steepest && !weights.has(i) && !useless.has(i)) {
        best = i;
        steepest = along;
      }
    });
    if (best < 0) return rest.map((part) => -part / length);
    let solved = project(points, [...weights.keys(), best], target);
    let tried = weights;
    if (solved.weights.get(best)! > 0)
      while ([...solved.weights.values()].some((weight) => weight <= 0)) {
        tried = shorten(tried, solved.weights);
        solved = project(points, [...tried.keys()], target);
      }
    if (lengthOf(solved.rest) >= length) useless.add(best);
    else {
      weights = solved.weights;
      rest = solved.rest;
      useless.clear();
    }
  }
  return "unknown";
}

/** What `findSeparation` found: which kind, and which observations a boundary can leave strictly on their own side. */
export interface FoundSeparation {
  /** Null when rounding kept the search from an answer. */
  readonly kind: Separation | null;
  /** 1 for each observation whose fitted probability runs to its own answer, 0 or 1, without limit. */
  readonly separated: Uint8Array;
}

/**
 * Separation in a logistic model: is there a combination of the covariates that is never negative for the yes and never
 * positive for the no? Then the likelihood has no maximum, coefficients run to infinity, and what a program prints for
 * them is only where it stopped. Decided by geometry before anything is fitted, not by looking for huge numbers after.
 *
 * `rows` are the observations' covariates, the constant among them, in any basis of full rank (an orthonormal one keeps
 * the tolerance meaningful); `events` the answers. R: `detectseparation::detect_separation`.
 * Source: Albert and Anderson (1984), Biometrika 71:1–10; Lawson and Hanson (1974), Solving Least Squares Problems, ch. 23.
 *
 * @example findSeparation([[1, 1], [1, 2], [1, 3]].map((r) => Float64Array.from(r)), [0, 1, 1]).kind // "complete"
 */
export function findSeparation(rows: readonly Float64Array[], events: readonly number[]): FoundSeparation {
  const size = rows[0]?.length ?? 0;
  const points = rows.map((row, i) => {
    const scale = (events[i] === 1 ? 1 : -1) / lengthOf(row);
    return row.map((part) => part * scale);
  });
  const separated = new Uint8Array(rows.length);
  let left = points.map((_, i) => i);
  while (left.length > 0) {
    const direction = separatingDirection(
      left.map((i) => points[i]!),
      size,
    );
    if (direction === "unknown") return { kind: null, separated };
    if (direction === "none") break;
    // Directions found one after another combine to one, each later one with a smaller weight.
    const side = (i: number) => points[i]!.reduce((sum, part, k) => sum + part * direction[k]!, 0);
    const staying = left.filter((i) => side(i) <= ON_BOUNDARY);
    if (staying.length === left.length) return { kind: null, separated };
    for (const i of left) separated[i] = 1;
    for (const i of staying) separated[i] = 0;
    left = staying;
  }
  if (rows.length > 0 && left.length === 0) return { kind: "complete", separated };
  return { kind: left.length < rows.length ? "quasiComplete" : "none", separated };
}
