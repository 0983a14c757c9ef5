import { checkCounts } from "../interval.ts";

/** A school (or any unit that is compared): how many of its pupils were counted, and how many of them count as a hit. */
export interface UnitCount {
  /** Pupils with the property, for instance with mark 2. */
  readonly successes: number;
  /** Pupils in all. */
  readonly trials: number;
}

/** Refuses counts that are no counts. */
export function checkUnits(units: readonly UnitCount[]): void {
  for (const { successes, trials } of units) checkCounts(successes, trials);
}

/**
 * Pooled share: all hits of all units over all their pupils. Not the mean of the units' shares, which would let a school
 * of four weigh as much as one of four hundred.
 *
 * Units: fraction 0–1. Null when no unit has a pupil. R: `sum(x) / sum(n)`.
 * Source: ratio of sums.
 *
 * @example pooledShare([{ successes: 1, trials: 4 }, { successes: 3, trials: 36 }]) // 0.1
 */
export function pooledShare(units: readonly UnitCount[]): number | null {
  checkUnits(units);
  let hits = 0;
  let pupils = 0;
  for (const { successes, trials } of units) {
    hits += successes;
    pupils += trials;
  }
  return pupils === 0 ? null : hits / pupils;
}

/** Refuses a share outside [0, 1]; 30 instead of 0.3 is the usual slip. */
export function checkShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1, got ${share}`);
}
