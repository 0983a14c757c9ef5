import type { Blocks } from "./blocks.ts";
import { type AnyDictionary, type Component, type MutableRoom, withDictionary } from "./component.ts";

/** Columns that are made whole one after the other; more of them than this are not tried. */
const MOST_SETTLED = 200;

/** Beside a rounded percentage a count may have to go far before another whole number fits: so many times as far. */
const FARTHER = [1, 64];

/**
 * Looks for a whole change of the true table in which `target` (its place in the component) goes `wanted` steps or more in
 * a direction, or as far as it can, where the corners of the linear programme are fractions: one fractional cell after the
 * other is brought to the whole number above or below it and held there (a diving heuristic of integer programming). Slacks
 * of percentages are whole when the cells are.
 *
 * @returns the change, or null when this way did not lead to one; and the work done.
 */
export function diveForWhole(
  blocks: Blocks,
  component: Component,
  room: { readonly up: readonly number[]; readonly down: readonly number[] },
  target: number,
  direction: 1 | -1,
  wanted: number,
): { change: Float64Array | null; work: number } {
  const isCell = component.columns.map((column) => blocks.columns[column]! < blocks.cells);
  let work = 0;
  for (const times of FARTHER) {
    const change = withDictionary(blocks, component, room, (dictionary, own) => {
      const [side, other] = direction > 0 ? [own.up, own.down] : [own.down, own.up];
      side[target] = Math.min(side[target]!, wanted * times);
      dictionary.extreme(target, direction);
      const reached = Math.min(wanted, Math.floor(direction * dictionary.valueOf(target)));
      other[target] = -reached;
      const whole = reached > 0 ? settleAll(dictionary, own, isCell) : null;
      work += dictionary.work;
      return whole;
    });
    if (change) return { change, work };
  }
  return { change: null, work };
}

function settleAll(
  dictionary: AnyDictionary,
  room: MutableRoom,
  isCell: readonly boolean[],
): Float64Array | null {
  for (let settled = 0; settled < MOST_SETTLED; settled++) {
    const corner = dictionary.wholeCorner();
    if (corner) return corner;
    const open = isCell.findIndex((is, column) => is && !Number.isInteger(dictionary.valueOf(column)));
    if (open < 0) return null;
    const value = dictionary.valueOf(open);
    if (
      !settle(dictionary, room, open, Math.ceil(value)) &&
      !settle(dictionary, room, open, Math.floor(value))
    )
      return null;
  }
  return null;
}

/** Brings a column to a whole number and holds it there; false when it cannot come so far. */
function settle(dictionary: AnyDictionary, room: MutableRoom, column: number, at: number): boolean {
  const way = dictionary.valueOf(column) <= at ? 1 : -1;
  const isThere = () => way * dictionary.valueOf(column) >= way * at;
  dictionary.extreme(column, way, isThere);
  if (!isThere()) return false;
  // It may have gone too far in one stride: from now on this is its bound, and it comes back to it.
  if (way > 0) room.down[column] = -at;
  else room.up[column] = at;
  dictionary.extreme(column, way > 0 ? -1 : 1);
  room.up[column] = at;
  room.down[column] = -at;
  return true;
}
