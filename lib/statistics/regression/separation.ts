import { applyQ, applyQTransposed, qrOfColumns, solveR } from "../linear-algebra/qr.ts";

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

/** Unit vectors one after another: point i begins at i · size. */
interface Points {
  readonly size: number;
  readonly data: Float64Array;
}

/** Component of a point along a direction. */
function along({ size, data }: Points, i: number, direction: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < size; k++) sum += data[i * size + k]! * direction[k]!;
  return sum;
}

/** Smallest ‖target − Σ λ·point‖ over free λ of the chosen points, as λ and the rest that is left. */
function project({ size, data }: Points, chosen: readonly number[], target: Float64Array) {
  const columns = chosen.map((i) => data.subarray(i * size, (i + 1) * size));
  const qr = qrOfColumns(columns);
  const parts = applyQTransposed(qr, target);
  const weights = new Map(chosen.map((i) => [i, 0]));
  solveR(qr, parts).forEach((weight, place) => {
    weights.set(chosen[qr.pivot[place]!]!, weight);
  });
  const rest = applyQ(qr, parts.fill(0, 0, qr.rank));
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
 * The point of the cone of the points in `left` nearest to −Σ points, by the active-set method of Lawson and Hanson. When it reaches
 * −Σ points, some sum of all points with positive weights is zero, and by Stiemke's theorem no direction separates.
 * Otherwise the rest, turned round, is a direction d with point·d ≥ 0 for all points and > 0 for some.
 */
function separatingDirection(points: Points, left: Uint32Array): Float64Array | "none" | "unknown" {
  const { size, data } = points;
  const target = new Float64Array(size);
  for (const i of left) for (let k = 0; k < size; k++) target[k]! -= data[i * size + k]!;
  const nothing = ON_BOUNDARY * Math.max(1, lengthOf(target));
  let weights = new Map<number, number>();
  let rest: Float64Array = target;
  const useless = new Set<number>();
  // Each round shortens the rest or sets one point aside; the bound only guards against rounding.
  for (let round = 0; round < 1000 + 100 * size; round++) {
    const length = lengthOf(rest);
    if (length <= nothing) return "none";
    let best = -1;
    let steepest = ON_BOUNDARY * length;
    for (let at = 0; at < left.length; at++) {
      const i = left[at]!;
      const towards = along(points, i, rest);
      if (towards > steepest && !weights.has(i) && !useless.has(i)) {
        best = i;
        steepest = towards;
      }
    }
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
 * `columns` are the covariates, the constant among them, in any basis of full rank (an orthonormal one keeps
 * the tolerance meaningful); `events` the answers. R: `detectseparation::detect_separation`.
 * Source: Albert and Anderson (1984), Biometrika 71:1–10; Lawson and Hanson (1974), Solving Least Squares Problems, ch. 23.
 * Units: none.
 *
 * @example findSeparation([Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3)], [0, 1, 1]).kind // "complete"
 */
export function findSeparation(columns: readonly Float64Array[], events: ArrayLike<number>): FoundSeparation {
  const points = signedUnits(columns, events);
  const separated = new Uint8Array(events.length);
  let left = Uint32Array.from(separated.keys());
  while (left.length > 0) {
    const direction = separatingDirection(points, left);
    if (direction === "unknown") return { kind: null, separated };
    if (direction === "none") break;
    // Directions found one after another combine to one, each later one with a smaller weight.
    const staying = left.filter((i) => along(points, i, direction) <= ON_BOUNDARY);
    if (staying.length === left.length) return { kind: null, separated };
    for (const i of left) separated[i] = 1;
    for (const i of staying) separated[i] = 0;
    left = staying;
  }
  if (events.length > 0 && left.length === 0) return { kind: "complete", separated };
  return { kind: left.length < events.length ? "quasiComplete" : "none", separated };
}

/** The observations as unit vectors, those with the answer 0 turned round. */
function signedUnits(columns: readonly Float64Array[], events: ArrayLike<number>): Points {
  const size = columns.length;
  const data = new Float64Array(size * events.length);
  for (let i = 0; i < events.length; i++) {
    let squares = 0;
    for (const column of columns) squares += column[i]! * column[i]!;
    const scale = (events[i] === 1 ? 1 : -1) / Math.sqrt(squares);
    for (let k = 0; k < size; k++) data[i * size + k] = columns[k]![i]! * scale;
  }
  return { size, data };
}
