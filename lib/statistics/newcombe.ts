import { type Interval, USUAL_LEVEL } from "./interval.ts";
import { wilson } from "./wilson.ts";

/** A difference with its interval, in the unit of what was subtracted. */
export interface Difference extends Interval {
  readonly difference: number;
}

/**
 * Newcombe's interval (method 10) for the difference of two independent shares, first minus second: is the share of
 * one group really larger, or can it be chance? Built from the two Wilson intervals, so it keeps its promise in small
 * classes, where p₁ − p₂ ± 1.96·se does not. Independent means: no pupil in both groups; take a school out of its
 * municipality before comparing the two.
 *
 * Units: fraction −1…1 (times 100 = percentage points). Null when a group is empty.
 * R: `pairwiseCI::Prop.diff(..., CImethod = "NHS")`, `DescTools::BinomDiffCI(k1, n1, k2, n2, method = "score")`.
 * Source: Newcombe (1998), Statistics in Medicine 17:873–890.
 *
 * @example newcombe(9, 31, 3, 25) // { difference: 0.1703…, low: -0.0509…, high: 0.3626… }
 */
export function newcombe(
  successes1: number,
  trials1: number,
  successes2: number,
  trials2: number,
  level: number = USUAL_LEVEL,
): Difference | null {
  const first = wilson(successes1, trials1, level);
  const second = wilson(successes2, trials2, level);
  if (!first || !second) return null;
  const share1 = successes1 / trials1;
  const share2 = successes2 / trials2;
  const difference = share1 - share2;
  return {
    difference,
    low: difference - Math.hypot(share1 - first.low, second.high - share2),
    high: difference + Math.hypot(first.high - share1, share2 - second.low),
  };
}
