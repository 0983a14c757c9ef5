import { checkCounts, type Interval } from "./interval.ts";
import { type Difference, newcombe } from "./newcombe.ts";

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

/** So many of a group: what a share is made of. */
export interface PartOfGroup {
  readonly part: number;
  readonly n: number;
}

/**
 * Share of a group against that of the rest of a whole that it belongs to (a school and the other schools of its
 * municipality): Newcombe's interval needs two groups without a pupil in common.
 *
 * Units: fraction −1…1; pupils. Null when the group or the rest is empty, and when the group is no part of the whole: the two
 * were counted at different times. A RangeError for what is no count.
 * R: `DescTools::BinomDiffCI(k, n, K - k, N - n, method = "score")`. Source: Newcombe (1998), method 10.
 *
 * @example againstRest({ part: 9, n: 31 }, { part: 12, n: 56 }) // { rest: { part: 3, n: 25 }, difference: 0.1703…, low: -0.0509…, high: 0.3626… }
 */
export function againstRest(
  own: PartOfGroup,
  whole: PartOfGroup,
): (Difference & { readonly rest: PartOfGroup }) | null {
  checkCounts(own.part, own.n);
  checkCounts(whole.part, whole.n);
  const rest = { part: whole.part - own.part, n: whole.n - own.n };
  if (rest.part < 0 || rest.part > rest.n) return null;
  const found = newcombe(own.part, own.n, rest.part, rest.n);
  return found && { ...found, rest };
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
