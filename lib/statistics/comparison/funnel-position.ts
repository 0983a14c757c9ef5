import { binomialCdf, binomialUpperTail } from "../distributions/binomial.ts";
import { checkCounts, type Interval } from "../interval.ts";
import { FUNNEL_LEVELS } from "./funnel-limits.ts";
import { checkShare } from "./unit-count.ts";

/** Where a share stands: strictly outside the wide (99.8 %) limits, outside the narrow (95 %) ones only, or within. */
export type FunnelPosition = "below998" | "below95" | "within" | "above95" | "above998";

/** Strictly outside: a share on the limit is within. */
export function positionIn(share: number, limits95: Interval, limits998: Interval): FunnelPosition {
  if (share < limits998.low) return "below998";
  if (share > limits998.high) return "above998";
  if (share < limits95.low) return "below95";
  return share > limits95.high ? "above95" : "within";
}

/**
 * Position of a count by its exact tail probability: "below" when so few or fewer hits have a probability under 2.5 %
 * (0.1 %), "above" when so many or more have. For small schools this is what an exact flag should mean: the interpolated
 * limits would call 1 of 1 "above" against any target.
 *
 * Null does not occur: without pupils both tails are 1, and that is "within".
 * R: `pbinom(x, n, t) < .025`, `pbinom(x - 1, n, t, lower.tail = FALSE) < .025`.
 * Units: none. Source: ours, from the binomial tails.
 *
 * @example exactPosition(1, 1, 0.13) // "within"
 */
export function exactPosition(successes: number, trials: number, target: number): FunnelPosition {
  checkCounts(successes, trials);
  checkShare(target);
  const [usual, far] = FUNNEL_LEVELS;
  const lower = binomialCdf(successes, trials, target);
  const upper = binomialUpperTail(successes, trials, target);
  if (lower < (1 - far) / 2) return "below998";
  if (upper < (1 - far) / 2) return "above998";
  if (lower < (1 - usual) / 2) return "below95";
  return upper < (1 - usual) / 2 ? "above95" : "within";
}
