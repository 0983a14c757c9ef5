import type { Interval } from "../interval.ts";

/** Where a share stands: strictly outside the wide (99.8 %) limits, outside the narrow (95 %) ones only, or within. */
export type FunnelPosition = "below998" | "below95" | "within" | "above95" | "above998";

/** Strictly outside: a share on the limit is within. */
export function positionIn(share: number, limits95: Interval, limits998: Interval): FunnelPosition {
  if (share < limits998.low) return "below998";
  if (share > limits998.high) return "above998";
  if (share < limits95.low) return "below95";
  return share > limits95.high ? "above95" : "within";
}
