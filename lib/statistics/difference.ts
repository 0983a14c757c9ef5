import type { Interval } from "./interval.ts";
import type { Difference } from "./newcombe.ts";

/** What an interval lets one say of a difference: the first is higher, lower, or both may be equal. */
export type Direction = "higher" | "lower" | "chance";

/**
 * Direction of a difference by its interval: while the interval holds zero the difference may be chance. A bound exactly at
 * zero holds it.
 *
 * Units: none; never null. A RangeError when a bound is no number or the bounds are crossed. R: `sign(low) + sign(high)`.
 * Source: Newcombe (1998), Statistics in Medicine 17:873–890.
 *
 * @example directionOf({ low: -0.05, high: 0.36 }) // "chance"
 */
export function directionOf({ low, high }: Interval): Direction {
  if (!(low <= high)) throw new RangeError(`Not an interval: ${low} to ${high}`);
  if (low > 0) return "higher";
  return high < 0 ? "lower" : "chance";
}

/**
 * A difference of fractions with its bounds in percentage points (п. п.), as it is told to people.
 *
 * Units: points −100…100; never null. R: `100 * c(difference, low, high)`. Source: handbook §5.3.
 *
 * @example inPoints({ difference: 0.25, low: 0.125, high: 0.5 }) // { difference: 25, low: 12.5, high: 50 }
 */
export function inPoints({ difference, low, high }: Difference): Difference {
  return { difference: 100 * difference, low: 100 * low, high: 100 * high };
}

/**
 * Bounds of the size of a difference, for «ниже на 12 п. п., от 3 до 20»: without the sign, the smaller first. When the
 * interval holds zero the difference may be as small as nothing.
 *
 * Units: those of the difference; never null. A RangeError as `directionOf`.
 * R: `if (low > 0 || high < 0) range(abs(c(low, high))) else c(0, max(abs(c(low, high))))`. Source: ours.
 *
 * @example sizeBounds({ low: -20, high: -3 }) // { low: 3, high: 20 }
 */
export function sizeBounds(interval: Interval): Interval {
  const sizes = [Math.abs(interval.low), Math.abs(interval.high)] as const;
  return {
    low: directionOf(interval) === "chance" ? 0 : Math.min(...sizes),
    high: Math.max(...sizes),
  };
}
