import { USUAL_LEVEL } from "../interval.ts";
import { betaDraw, normalDraw, type RandomGenerator } from "../random.ts";
import { checkEstimates, type Estimate } from "./estimate.ts";
import {
  type RankOptions,
  type RankSimulation,
  simulateRanks,
  USUAL_SIMULATIONS,
} from "./rank-simulation.ts";
import { type BetaParameters, checkBetaParameters } from "./shrunken-shares.ts";
import { checkUnits, type UnitCount } from "./unit-count.ts";

/** Simulates the ranks of those units that have a value and puts each in its place. */
function simulatePresent(
  present: readonly boolean[],
  draw: (values: Float64Array) => void,
  { simulations = USUAL_SIMULATIONS, k = 1, level = USUAL_LEVEL }: RankOptions,
): RankSimulation | null {
  const size = present.filter(Boolean).length;
  if (size === 0) return null;
  const ranks = simulateRanks(size, draw, simulations, k, level).values();
  return { simulations, k, units: present.map((has) => (has ? ranks.next().value! : null)) };
}

/**
 * Rank intervals from estimates and their sampling variances: between which places a unit would fall if the measurement
 * were made again, by drawing each unit's value anew from a normal distribution. For schools by results of a work these
 * intervals mostly span half of the list; they are here to show how little a ranking says. The portal publishes no
 * ranking of schools by ВПР.
 *
 * Estimates as seen make ranks look wider apart than they are; pass shrunken means (with the square of their standard
 * error) for the ranks of the true values. Variance 0 is a value known exactly.
 *
 * Units: ranks, 1 = lowest value. Null without units; a unit without an estimate is null and is not ranked; one unit
 * has rank 1–1. The numbers change with the generator by the simulation error stated with each share.
 * R: `apply(replicate(S, rank(rnorm(K, y, sqrt(v)))), 1, quantile, c(.025, .975), type = 1)`.
 * Source: Goldstein and Spiegelhalter (1996), JRSS A 159:385–443; Marshall and Spiegelhalter (1998), BMJ 316:1701–1704.
 *
 * @example rankIntervals([{ estimate: 1, variance: 0 }, { estimate: 2, variance: 0 }], seededGenerator(1))!.units[1]!.expected // 2
 */
export function rankIntervals(
  estimates: readonly (Estimate | null)[],
  random: RandomGenerator,
  options: RankOptions = {},
): RankSimulation | null {
  checkEstimates(estimates);
  const used = estimates.filter((entry) => entry !== null);
  const centre = Float64Array.from(used, ({ estimate }) => estimate);
  const error = Float64Array.from(used, ({ variance }) => Math.sqrt(variance));
  const draw = (values: Float64Array) => {
    for (let i = 0; i < values.length; i++)
      values[i] = error[i] === 0 ? centre[i]! : centre[i]! + error[i]! * normalDraw(random);
  };
  return simulatePresent(
    estimates.map((entry) => entry !== null),
    draw,
    options,
  );
}

/**
 * Rank intervals of shares: as `rankIntervals`, drawing each unit's share from its beta posterior under the prior that is
 * passed (Jeffreys' or a fitted beta–binomial). Better than the normal one for small schools, whose shares are 0 or 1.
 *
 * Units: ranks, 1 = lowest share. Null when no unit has a pupil; a unit without pupils is null and is not ranked.
 * R: `rank(rbeta(K, x + a, n - x + b))`, repeated. Source: as `rankIntervals`.
 *
 * @example rankIntervalsOfShares([{ successes: 0, trials: 9 }], JEFFREYS, seededGenerator(1))!.units[0]!.high // 1
 */
export function rankIntervalsOfShares(
  units: readonly UnitCount[],
  prior: BetaParameters,
  random: RandomGenerator,
  options: RankOptions = {},
): RankSimulation | null {
  checkUnits(units);
  checkBetaParameters(prior);
  const used = units.filter(({ trials }) => trials > 0);
  const draw = (values: Float64Array) => {
    for (let i = 0; i < values.length; i++) {
      const { successes, trials } = used[i]!;
      values[i] = betaDraw(random, successes + prior.alpha, trials - successes + prior.beta);
    }
  };
  return simulatePresent(
    units.map(({ trials }) => trials > 0),
    draw,
    options,
  );
}

/**
 * Rank intervals from draws made elsewhere: each row is one simulation (or bootstrap sample, or posterior draw) with a
 * value for every unit.
 *
 * Units: ranks, 1 = lowest value. Null without rows or units. A RangeError for rows of unequal length and values that are
 * no numbers. R: `apply(apply(draws, 1, rank), 1, quantile, c(.025, .975), type = 1)`.
 * Source: as `rankIntervals`.
 *
 * @example rankIntervalsOfDraws([[1, 2], [4, 3]])!.units[0]!.expected // 1.5
 */
export function rankIntervalsOfDraws(
  draws: readonly ArrayLike<number>[],
  options: Omit<RankOptions, "simulations"> = {},
): RankSimulation | null {
  const size = draws[0]?.length ?? 0;
  for (const row of draws) {
    if (row.length !== size) throw new RangeError(`A row of ${row.length} values among rows of ${size}`);
    for (let i = 0; i < size; i++)
      if (!Number.isFinite(row[i])) throw new RangeError(`Not a drawn value: ${row[i]}`);
  }
  const rows = draws.values();
  return simulatePresent(new Array<boolean>(size).fill(true), (values) => values.set(rows.next().value!), {
    ...options,
    simulations: draws.length,
  });
}
