import { normalCdf } from "../distributions/normal.ts";
import { checkEstimates, type Estimate } from "./estimate.ts";

/** Probability that the first unit's value is above the second's; half when both are known and equal. */
function above(first: Estimate, second: Estimate): number {
  const distance = first.estimate - second.estimate;
  const spread = Math.sqrt(first.variance + second.variance);
  if (spread === 0) return (Math.sign(distance) + 1) / 2;
  return normalCdf(distance / spread);
}

/**
 * Expected ranks in closed form: one plus, over the other units, the probability that this one is above it. Drawn
 * together towards the middle as against the ranks of the estimates, the more the less is known. Without simulation error;
 * how wide each rank's interval is, `rankIntervals` says, and the two belong together.
 *
 * Units: ranks, 1 = lowest value. Null in the place of a unit without an estimate; an empty list for no units.
 * R: `rowSums(pnorm(outer(y, y, "-") / sqrt(outer(v, v, "+")))) + 0.5` (for v > 0).
 * Source: Laird and Louis (1989), J. Educ. Stat. 14:29–46.
 *
 * @example expectedRanks([{ estimate: 0, variance: 1 }, { estimate: 0, variance: 4 }]) // [1.5, 1.5]
 */
export function expectedRanks(estimates: readonly (Estimate | null)[]): (number | null)[] {
  checkEstimates(estimates);
  const used = estimates.filter((entry) => entry !== null);
  const ranks = new Float64Array(used.length).fill(1);
  for (let i = 0; i < used.length; i++) {
    for (let j = 0; j < i; j++) {
      const p = above(used[i]!, used[j]!);
      ranks[i]! += p;
      ranks[j]! += 1 - p;
    }
  }
  const each = ranks.values();
  return estimates.map((entry) => (entry === null ? null : each.next().value!));
}
