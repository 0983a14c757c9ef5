import { USUAL_LEVEL } from "../interval.ts";
import { checkHorizon, checkSteps, type Holt, holt } from "./holt.ts";

/** Holt's smoothing with the parameters that would have predicted the series best. */
export interface FittedHolt extends Holt {
  readonly converged: boolean;
}

/** Half the sum of squared one-step errors with its first and second derivatives by alpha and beta. */
interface Loss {
  readonly value: number;
  readonly gradient: readonly [number, number];
  readonly curvature: readonly [number, number, number];
}

const GRID = 40;
const MAX_STEPS = 200;

/** The errors' recursion, and beside it the same recursion for each derivative of level and trend. */
function loss(values: readonly number[], a: number, b: number): Loss {
  let [trend, level] = [values[1]! - values[0]!, values[1]!];
  // Derivatives of level and trend by alpha, beta, alpha twice, both, beta twice.
  const l = [0, 0, 0, 0, 0];
  const m = [0, 0, 0, 0, 0];
  const sums = [0, 0, 0, 0, 0, 0];
  for (let t = 2; t < values.length; t++) {
    const predicted = level + trend;
    const error = values[t]! - predicted;
    const [fa, fb, faa, fab, fbb] = l.map((part, k) => part + m[k]!) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const terms = [
      (error * error) / 2,
      -error * fa,
      -error * fb,
      fa * fa - error * faa,
      fa * fb - error * fab,
      fb * fb - error * fbb,
    ];
    terms.forEach((term, k) => {
      sums[k]! += term;
    });
    const newL = [
      fa + error - a * fa,
      fb - a * fb,
      faa - 2 * fa - a * faa,
      fab - fb - a * fab,
      fbb - a * fbb,
    ];
    const newM = [
      m[0]! + b * error - a * b * fa,
      m[1]! + a * error - a * b * fb,
      m[2]! - 2 * b * fa - a * b * faa,
      m[3]! + error - a * fa - b * fb - a * b * fab,
      m[4]! - 2 * a * fb - a * b * fbb,
    ];
    l.splice(0, 5, ...newL);
    m.splice(0, 5, ...newM);
    level = predicted + a * error;
    trend += a * b * error;
  }
  const [value, ga, gb, haa, hab, hbb] = sums as [number, number, number, number, number, number];
  return { value, gradient: [ga, gb], curvature: [haa, hab, hbb] };
}

const inside = (x: number) => Math.min(1, Math.max(0, x));

/** Newton's steps inside the square of parameters, held back until the loss falls. */
function descend(values: readonly number[], start: readonly [number, number], scale: number) {
  let [a, b] = start;
  let here = loss(values, a, b);
  let damping = 0;
  for (let step = 0; step < MAX_STEPS; step++) {
    const [ga, gb] = here.gradient;
    const held = (x: number, g: number) => (x === 0 && g >= 0) || (x === 1 && g <= 0);
    const [holdA, holdB] = [held(a, ga), held(b, gb)];
    const open = Math.max(holdA ? 0 : Math.abs(ga), holdB ? 0 : Math.abs(gb));
    if (open <= 1e-13 * scale) return { a, b, value: here.value, converged: true };
    const [haa, hab, hbb] = here.curvature;
    const [p, r] = [haa + damping, hbb + damping];
    const q = holdA || holdB ? 0 : hab;
    const determinant = p * r - q * q;
    const definite = (holdA || p > 0) && (holdB || r > 0) && (holdA || holdB || determinant > 0);
    if (definite) {
      const da = holdA ? 0 : holdB ? -ga / p : (-ga * r + gb * q) / determinant;
      const db = holdB ? 0 : holdA ? -gb / r : (-gb * p + ga * q) / determinant;
      const [nextA, nextB] = [inside(a + da), inside(b + db)];
      const next = loss(values, nextA, nextB);
      if (next.value < here.value) {
        [a, b, here] = [nextA, nextB, next];
        damping /= 10;
        if (damping < 1e-9 * scale) damping = 0;
        continue;
      }
      // No parameters between here and rounding are better.
      if (Math.max(Math.abs(nextA - a), Math.abs(nextB - b)) < 1e-9)
        return { a, b, value: here.value, converged: true };
    }
    damping = Math.max(10 * damping, 1e-6 * scale);
  }
  return { a, b, value: here.value, converged: false };
}

/**
 * Holt's linear smoothing with the parameters of least squared one-step errors. The loss can have several valleys, so a grid
 * finds them all and Newton's method goes to the bottom of each; the deepest counts (of equal ones that with the smallest
 * alpha, then beta: a series on a straight line is followed by any parameters). A minimum on the border is common:
 * alpha = 1 means that only the last value counts.
 *
 * As `holt` otherwise; the interval takes the fitted parameters for true ones, so it is rather too narrow. With two parameters and n − 2 errors
 * it is a description, not a law: null for fewer than 5 values. `converged` says whether the bottom was reached.
 * R: `HoltWinters(ts(y), gamma = FALSE)`, which goes down only from one starting point and stops earlier.
 * Units and source: as `holt`.
 *
 * @example fittedHolt([1, 2, 3, 4, 5])!.forecast // [6]
 */
export function fittedHolt(
  values: readonly number[],
  steps = 1,
  level: number = USUAL_LEVEL,
): FittedHolt | null {
  checkSteps(values);
  checkHorizon(steps);
  if (values.length < 5) return null;
  const scale = loss(values, 0, 0).value || 1;
  const grid = Array.from({ length: GRID + 1 }, (_, i) =>
    Float64Array.from({ length: GRID + 1 }, (_, j) => holt(values, { alpha: i / GRID, beta: j / GRID })!.sse),
  );
  const depth = (i: number, j: number) => grid[i]?.[j] ?? Number.POSITIVE_INFINITY;
  let best = { a: 0, b: 0, value: Number.POSITIVE_INFINITY, converged: false };
  for (let i = 0; i <= GRID; i++)
    for (let j = 0; j <= GRID; j++) {
      const lowest = [-1, 0, 1].every((di) => [-1, 0, 1].every((dj) => depth(i + di, j + dj) >= depth(i, j)));
      if (!lowest) continue;
      const found = descend(values, [i / GRID, j / GRID], scale);
      if (found.value < best.value - 1e-12 * scale) best = found;
    }
  return { ...holt(values, { alpha: best.a, beta: best.b }, steps, level)!, converged: best.converged };
}
