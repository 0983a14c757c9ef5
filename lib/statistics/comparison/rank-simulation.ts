import { checkLevel, type Interval } from "../interval.ts";
import { wilson } from "../wilson.ts";

/** How sure the place of one unit in a ranking is. Rank 1 is the lowest value, as R's `rank`; ties share their mean rank. */
export interface UnitRank extends Interval {
  /** Mean of the simulated ranks. */
  readonly expected: number;
  readonly median: number;
  /** Share of simulations in which the unit is among the lowest k (k highest); a tie across the border counts for nobody. */
  readonly lowest: SimulatedShare;
  readonly highest: SimulatedShare;
}

/** A share of simulations with the interval that their finite number leaves (Wilson, 95 %). */
export interface SimulatedShare extends Interval {
  readonly share: number;
}

export interface RankSimulation {
  readonly simulations: number;
  /** How many units count as "the lowest" and "the highest". */
  readonly k: number;
  /** In the order of the argument; null for a unit that has no value. */
  readonly units: readonly (UnitRank | null)[];
}

export interface RankOptions {
  readonly simulations?: number;
  readonly k?: number;
  readonly level?: number;
}

/** Enough that the error of a simulated share is below 0.011 (one standard error). */
export const USUAL_SIMULATIONS = 2000;

/** The share of simulations in which something happened, with Wilson's interval: the simulation itself is a sample. */
export function simulatedShare(count: number, simulations: number): SimulatedShare {
  return { share: count / simulations, ...wilson(count, simulations)! };
}

/** The first place in an ascending list where `holds`; its length when nowhere. */
function firstIndex(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ranks of values, 1 for the lowest, mean ranks for ties, written to `ranks`; `sorted` is room to work in. */
export function rankInto(values: Float64Array, sorted: Float64Array, ranks: Float32Array): void {
  sorted.set(values);
  sorted.sort();
  const size = values.length;
  for (let i = 0; i < size; i++) {
    const value = values[i]!;
    const first = firstIndex(sorted, (other) => other >= value);
    const tied = sorted[first + 1] === value;
    const end = tied ? firstIndex(sorted, (other) => other > value) : first + 1;
    ranks[i] = (first + 1 + end) / 2;
  }
}

/** Whole number from 1 to `most`, or a RangeError that names it. */
export function checkCount(value: number, most: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 1 || value > most)
    throw new RangeError(`${name} is a whole number from 1 to ${most}, got ${value}`);
}

/**
 * Ranks of `size` units over many simulations; `draw` fills in one simulation's values. Limits of an interval are ranks
 * that occurred: the lower one is not exceeded in (1 − level)/2 of the simulations, the upper one in (1 + level)/2.
 */
export function simulateRanks(
  size: number,
  draw: (values: Float64Array) => void,
  simulations: number,
  k: number,
  level: number,
): UnitRank[] {
  checkLevel(level);
  checkCount(simulations, 2 ** 31, "The number of simulations");
  checkCount(k, size, "The number of lowest and highest units");
  const values = new Float64Array(size);
  const sorted = new Float64Array(size);
  const ranks = new Float32Array(size);
  const all = new Float32Array(size * simulations);
  for (let s = 0; s < simulations; s++) {
    draw(values);
    rankInto(values, sorted, ranks);
    for (let i = 0; i < size; i++) all[i * simulations + s] = ranks[i]!;
  }
  return Array.from({ length: size }, (_, i) => {
    const own = all.subarray(i * simulations, (i + 1) * simulations).sort();
    let sum = 0;
    let low = 0;
    let high = 0;
    for (const rank of own) {
      sum += rank;
      if (rank <= k) low++;
      if (rank >= size - k + 1) high++;
    }
    const at = (p: number) => own[Math.max(0, Math.ceil(p * simulations - 1e-9) - 1)]!;
    return {
      expected: sum / simulations,
      median: at(0.5),
      low: at((1 - level) / 2),
      high: at((1 + level) / 2),
      lowest: simulatedShare(low, simulations),
      highest: simulatedShare(high, simulations),
    };
  });
}
