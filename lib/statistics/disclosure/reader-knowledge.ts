import type { Interval } from "../interval.ts";
import type { LinkedSystem } from "./linked-system.ts";
import type { PrimaryRule, Sensitivity } from "./primary.ts";
import type { Cell } from "./table.ts";

/**
 * What a reader knows of hidden cells before looking at any sum, because the page says it or the rule is public. Whole
 * numbers, both bounds included; 0 and Infinity unless said. What is known of single cells stands in the cells.
 */
export interface ReaderKnowledge {
  /** Of cells hidden because they are sensitive: { low: 1, high: 9 } where the page says «from 1 to 9». */
  readonly sensitive?: Interval;
  /** Of cells hidden to protect others: { low: 10, high: Infinity } where the two kinds look different. */
  readonly linked?: Interval;
}

/**
 * What a reader learns of a hidden number when the page says why it is hidden: for `ReaderKnowledge`, or as known bounds of
 * single cells. `what`: the size of a group, or a count in it.
 *
 * @returns whole bounds, both included; null for reasons that are no statement about size.
 * @example rangeOf("smallCount", "count", PUBLIC_RULE) // { low: 1, high: 9 }
 */
export function rangeOf(
  reason: Sensitivity,
  what: "group" | "count",
  { leastBase, leastCount, unanimousBelow }: PrimaryRule,
): Interval | null {
  if (reason === "smallCount") return { low: 1, high: leastCount - 1 };
  if (reason === "smallGroup") return { low: what === "group" ? 1 : 0, high: leastBase - 1 };
  if (reason === "everyoneTheSame") return { low: 0, high: unanimousBelow - 1 };
  return null;
}

/** How far each column can move by what a reader knows, and whether hiding it would tell a reader something false. */
export interface KnownRoom {
  readonly up: Float64Array;
  readonly down: Float64Array;
  readonly false: Uint8Array;
}

/** Room of each column (`columns` = their numbers in the system); `toldOf`: what is told of cells of its kind. */
export function knownRoom(
  { values, hasOwnTerms }: LinkedSystem,
  cells: readonly Cell[],
  columns: Int32Array,
  toldOf: (column: number) => Interval | undefined,
): KnownRoom {
  const up = new Float64Array(columns.length);
  const down = new Float64Array(columns.length);
  const untrue = new Uint8Array(columns.length);
  for (let c = 0; c < columns.length; c++) {
    const at = columns[c]!;
    const value = values[at]!;
    const told = toldOf(at);
    const cell = hasOwnTerms && at < cells.length ? cells[at]! : undefined;
    let least = Math.ceil(cell?.knownLowerBound ?? 0);
    let most = Math.floor(cell?.knownUpperBound ?? Number.POSITIVE_INFINITY);
    if (told) {
      least = Math.max(least, Math.ceil(told.low));
      most = Math.min(most, Math.floor(told.high));
    }
    if (!(least <= value && value <= most)) untrue[c] = 1;
    up[c] = Math.max(0, most - value);
    down[c] = Math.max(0, value - least);
  }
  return { up, down, false: untrue };
}

/** Refuses a hidden cell that lies outside of what a reader is said to know of it. */
export function refuseFalse(
  { index, values }: LinkedSystem,
  columns: Int32Array,
  room: KnownRoom,
  isHidden: (column: number) => boolean,
): void {
  for (let c = 0; c < columns.length; c++) {
    const at = columns[c]!;
    if (room.false[c] && isHidden(at))
      throw new RangeError(`What a reader is said to know of ${index.ids[at]} is not true of ${values[at]}`);
  }
}
