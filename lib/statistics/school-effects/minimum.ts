import { matrixOf } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";

export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** The largest derivative left. */
  readonly gradient: number;
}

const MOST_STEPS = 200;
const LONGEST_STEP = 1;

const largest = (values: readonly number[]) =>
  values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

/**
 * A local minimum of a smooth function of few numbers by Newton's method. The second derivatives are differences of the analytic
 * first ones, so they steer the steps but not the answer, which is where the analytic gradient vanishes. Directions of
 * negative curvature are walked downhill, steps are at most 1 long and are halved until the function falls.
 *
 * Null when the function is not defined at the start. `f` may return null where it is not defined.
 * Source: Nocedal and Wright, Numerical Optimization, §3.4.
 */
export function minimum(
  f: (at: readonly number[]) => Slope | null,
  start: readonly number[],
): Minimum | null {
  let at = start;
  let here = f(at);
  if (here === null) return null;
  let best: Minimum = { at, value: here.value, gradient: largest(here.gradient) };
  let stalled = 0;
  for (let step = 0; step < MOST_STEPS && best.gradient > 0 && stalled < 3; step++) {
    const direction = newtonStep(f, at, here);
    if (direction === null) break;
    const length = Math.hypot(...direction);
    let factor = Math.min(1, LONGEST_STEP / length);
    let next: Slope | null = null;
    let to = at;
    // Near the minimum the value is flat to rounding; there a smaller gradient is progress.
    const noise = 1e-13 * Math.abs(here.value);
    for (let halving = 0; halving < 40; halving++, factor /= 2) {
      to = at.map((value, i) => value + factor * direction[i]!);
      next = f(to);
      if (next && next.value < here.value - noise) break;
      if (next && next.value <= here.value + noise && largest(next.gradient) < largest(here.gradient)) break;
      next = null;
    }
    if (next === null) break;
    at = to;
    here = next;
    const gradient = largest(next.gradient);
    stalled = gradient < best.gradient / 2 || next.value < best.value - noise ? 0 : stalled + 1;
    if (next.value < best.value - noise || gradient < best.gradient)
      best = { at, value: next.value, gradient };
  }
  return best;
}

function newtonStep(
  f: (at: readonly number[]) => Slope | null,
  at: readonly number[],
  here: Slope,
): number[] | null {
  const count = at.length;
  const rows: number[][] = [];
  for (let i = 0; i < count; i++) {
    const h = 1e-5 * Math.max(0.1, Math.abs(at[i]!));
    const up = f(at.map((value, k) => (k === i ? value + h : value)));
    const down = f(at.map((value, k) => (k === i ? value - h : value)));
    if (up === null || down === null) return null;
    rows.push(up.gradient.map((value, k) => (value - down.gradient[k]!) / (2 * h)));
  }
  const curvature = matrixOf(rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2)));
  const { values, vectors } = symmetricEigen(curvature);
  const floor = 1e-9 * largest([...values]);
  const direction = Array<number>(count).fill(0);
  for (let k = 0; k < count; k++) {
    let along = 0;
    for (let i = 0; i < count; i++) along += vectors.data[i * count + k]! * here.gradient[i]!;
    const bend = Math.max(Math.abs(values[k]!), floor);
    if (bend > 0)
      for (let i = 0; i < count; i++) direction[i]! -= (along / bend) * vectors.data[i * count + k]!;
  }
  return direction;
}
