import { USUAL_LEVEL } from "../interval.ts";
import type { RandomGenerator } from "../random.ts";
import { orderChange } from "./order-change.ts";
import {
  checkCount,
  type RankOptions,
  rankInto,
  type SimulatedShare,
  simulatedShare,
  simulateRanks,
  type UnitRank,
  USUAL_SIMULATIONS,
} from "./rank-simulation.ts";
import { checkWeights, type WeightDraw, weightDrawer } from "./weight-draw.ts";

/** One unit's place under the weights given and under the weights drawn. */
export interface CompositeUnit extends UnitRank {
  /** Composite under the weights given, and its rank (1 = lowest). */
  readonly value: number;
  readonly rank: number;
}

export interface WeightSensitivity {
  readonly simulations: number;
  readonly k: number;
  /** Weights as used, with the sum 1. */
  readonly weights: readonly number[];
  /** Share of simulations in which two units of different value changed places, and in which the k highest were other units. */
  readonly orderChanged: SimulatedShare;
  readonly highestChanged: SimulatedShare;
  /** In the order of the argument; null for a unit that lacks an indicator. */
  readonly units: readonly (CompositeUnit | null)[];
}

function composite(indicators: readonly number[], weights: readonly number[]): number {
  return indicators.reduce((sum, indicator, j) => sum + weights[j]! * indicator, 0);
}

/**
 * Sensitivity of a composite to its weights: in how many of many reasonable sets of weights do units change places? An
 * index made of several indicators ranks by its makers' weights as much as by its units; where the order turns with
 * weights that one might as well have chosen, the order says nothing.
 *
 * The indicators must be on one scale beforehand (standardised or 0–100); that choice matters as much and is not varied here.
 * `k` is the number of "highest" (and "lowest") units watched.
 *
 * Units: composite in units of the indicators; ranks 1 = lowest, mean ranks for ties; fractions of simulations, each with
 * its simulation error. Null when no unit has all indicators; a unit that lacks one (null) is null and not ranked. With one
 * unit or one indicator nothing can change and both shares are 0. A RangeError for rows of another length than the
 * weights, values that are no numbers, negative weights.
 * R: `w <- MCMCpack::rdirichlet(S, concentration * w)`; `apply(w %*% t(X), 1, rank)`.
 * Source: Saisana, Saltelli and Tarantola (2005), JRSS A 168:307–323; OECD (2008), Handbook on Constructing Composite
 * Indicators, step 7.
 *
 * @example
 * weightSensitivity([[1, 1], [2, 2]], [0.5, 0.5], { kind: "any" }, random)!.orderChanged.share // 0
 */
export function weightSensitivity(
  units: readonly (readonly (number | null)[])[],
  weights: readonly number[],
  how: WeightDraw,
  random: RandomGenerator,
  { simulations = USUAL_SIMULATIONS, k = 1, level = USUAL_LEVEL }: RankOptions = {},
): WeightSensitivity | null {
  checkWeights(weights, how);
  for (const unit of units) {
    if (unit.length !== weights.length)
      throw new RangeError(`${unit.length} indicators for ${weights.length} weights`);
    for (const indicator of unit)
      if (indicator !== null && !Number.isFinite(indicator))
        throw new RangeError(`Not an indicator: ${indicator}`);
  }
  const isComplete = (unit: readonly (number | null)[]): unit is readonly number[] => !unit.includes(null);
  const complete = units.filter(isComplete);
  const size = complete.length;
  if (size === 0) return null;
  checkCount(k, size, "The number of lowest and highest units");

  const sum = weights.reduce((total, weight) => total + weight, 0);
  const used = weights.map((weight) => weight / sum);
  const base = Float64Array.from(complete, (unit) => composite(unit, used));
  const baseRanks = new Float32Array(size);
  rankInto(base, new Float64Array(size), baseRanks);
  const { hasReversal, hasOtherHighest } = orderChange(base, k);

  const drawn = weightDrawer(used, how, random);
  let orderChanged = 0;
  let highestChanged = 0;
  const simulated = simulateRanks(
    size,
    (values) => {
      const other = drawn();
      for (let i = 0; i < size; i++) values[i] = composite(complete[i]!, other);
      if (hasReversal(values)) orderChanged++;
      if (hasOtherHighest(values)) highestChanged++;
    },
    simulations,
    k,
    level,
  ).values();
  let at = 0;
  return {
    simulations,
    k,
    weights: used,
    orderChanged: simulatedShare(orderChanged, simulations),
    highestChanged: simulatedShare(highestChanged, simulations),
    units: units.map((unit) => {
      if (!isComplete(unit)) return null;
      const own = { value: base[at]!, rank: baseRanks[at]!, ...simulated.next().value! };
      at++;
      return own;
    }),
  };
}
