import { sortByKey, stirred } from "./canonical-order.ts";
import type { LinkedSystem } from "./linked-system.ts";

/** Fewer than these are sorted faster one by one. */
export const MANY = 40;

/** What the order of columns goes by: for each column one that stands for its block, and one for its unit; its shortest row. */
export interface OrderOfColumns {
  readonly leader: Int32Array;
  readonly unit: Int32Array;
  readonly nearest: Int32Array;
  readonly rowKey: Uint32Array;
}

/** The open columns by block, then by unit, then by shortest row, then by name; and where each unit begins. */
export function sortedColumns(
  { index }: LinkedSystem,
  open: Uint8Array,
  { leader, unit, nearest, rowKey }: OrderOfColumns,
): { columns: Int32Array; unitStart: Int32Array } {
  const { keys, ids } = index;
  const unitKey = new Uint32Array(open.length);
  const size = new Int32Array(open.length);
  const next = new Int32Array(open.length + 1);
  for (let i = 0; i < open.length; i++) {
    if (!open[i]) continue;
    const own = unit[i]!;
    if (size[own]!++ === 0) next[leader[own]! + 1]!++;
    unitKey[own] = unitKey[own]! + stirred(keys[i]!);
  }
  for (let i = 0; i < open.length; i++) next[i + 1]! += next[i]!;
  const units = new Int32Array(next[open.length]!);
  for (let i = 0; i < open.length; i++) if (open[i] && unit[i] === i) units[next[leader[i]!]!++] = i;
  const leastId = (of: number) => {
    let least = ids[of]!;
    for (let i = 0; i < open.length; i++) if (open[i] && unit[i] === of && ids[i]! < least) least = ids[i]!;
    return least;
  };
  const byUnit = (a: number, b: number) => unitKey[a]! - unitKey[b]! || (leastId(a) < leastId(b) ? -1 : 1);
  for (let from = 0; from < units.length; ) {
    const to = next[leader[units[from]!]!]!;
    sortAll(units.subarray(from, to), unitKey, byUnit);
    from = to;
  }
  const unitStart = new Int32Array(units.length + 1);
  for (let u = 0; u < units.length; u++) {
    unitStart[u + 1] = unitStart[u]! + size[units[u]!]!;
    // From here on the next free place of the unit.
    size[units[u]!] = unitStart[u]!;
  }
  const columns = new Int32Array(unitStart[units.length]!);
  for (let i = 0; i < open.length; i++) if (open[i]) columns[size[unit[i]!]!++] = i;
  const home = unitKey;
  for (let i = 0; i < open.length; i++) home[i] = nearest[i]! >= 0 ? rowKey[nearest[i]!]! : 0;
  const byName = (a: number, b: number) =>
    home[a]! - home[b]! || keys[a]! - keys[b]! || (ids[a]! < ids[b]! ? -1 : 1);
  for (let u = 0; u < units.length; u++) {
    if (unitStart[u + 1]! - unitStart[u]! <= MANY)
      insertionSort(columns, unitStart[u]!, unitStart[u + 1]!, byName);
    else sortAll(columns.subarray(unitStart[u]!, unitStart[u + 1]!), home, byName);
  }
  return { columns, unitStart };
}

/** Sorts by key first, then the runs of one key by the comparison. */
function sortAll(order: Int32Array, key: Uint32Array, compare: (a: number, b: number) => number): void {
  sortByKey(order, key);
  for (let run = 0; run < order.length; ) {
    let end = run + 1;
    while (end < order.length && key[order[end]!] === key[order[run]!]) end++;
    if (end - run > MANY) order.subarray(run, end).sort(compare);
    else if (end - run > 1) insertionSort(order, run, end, compare);
    run = end;
  }
}

/** Sorts a piece of an order where it stands: the quickest way for few. */
export function insertionSort(
  order: Int32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = from + 1; i < to; i++) {
    const moved = order[i]!;
    let at = i;
    for (; at > from && compare(order[at - 1]!, moved) > 0; at--) order[at] = order[at - 1]!;
    order[at] = moved;
  }
}
