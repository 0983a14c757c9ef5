import { sortByKey, stirred } from "./canonical-order.ts";
import type { Coefficients, LinkedSystem } from "./linked-system.ts";

/**
 * The open columns of a system, put into blocks: columns of different blocks stand in no common row, so they say nothing
 * about each other. All other columns are taken as known and left out.
 *
 * Order and numbers of columns and rows inside a block depend on names, costs and sums alone, not on the order in which
 * they were given; columns of one short row (a unit's marks) stand side by side. `columns[c]` and `rows[r]` are the
 * numbers of column c and row r in the system. Rows and columns of block b are those from blockRow[b] and blockColumn[b]
 * up to the next. The columns of a row stand in the order of their costs.
 */
export interface Blocks {
  /** columns[c] below this number are cells, the others slacks of percentages. */
  readonly cells: number;
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  readonly blockColumn: Int32Array;
  readonly blockRow: Int32Array;
  readonly rowStart: Int32Array;
  readonly rowColumn: Int32Array;
  readonly rowCoefficient: Coefficients;
  readonly columnStart: Int32Array;
  readonly columnRow: Int32Array;
  readonly columnCoefficient: Coefficients;
  /** The place of each entry of a column among the entries of its row. */
  readonly columnEntry: Int32Array;
}

/** Puts the open columns into blocks. `cost`: of each column of the system; without it all cost the same. */
export function blocksOf(system: LinkedSystem, open: Uint8Array, cost: Float64Array | null = null): Blocks {
  const leader = leaders(system, open);
  const { rowKey, rowLength } = rowKeys(system, open);
  const columns = sortedColumns(system, open, leader, homes(system, open, rowKey, rowLength));
  const place = new Int32Array(open.length).fill(-1);
  for (let c = 0; c < columns.length; c++) place[columns[c]!] = c;
  const { rows, blockColumn, blockRow } = sortedRows(system, columns, place, leader, rowKey);
  return {
    cells: system.cells,
    columns,
    rows,
    blockColumn,
    blockRow,
    ...entries(system, columns, rows, place, cost),
  };
}

/** For each open column one that stands for its whole block. */
function leaders({ rowStart, rowColumn }: LinkedSystem, open: Uint8Array): Int32Array {
  const leader = new Int32Array(open.length);
  for (let i = 0; i < leader.length; i++) leader[i] = i;
  for (let row = 0; row + 1 < rowStart.length; row++) {
    let first = -1;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      let at = rowColumn[e]!;
      if (!open[at]) continue;
      while (leader[at] !== at) {
        leader[at] = leader[leader[at]!]!;
        at = leader[at]!;
      }
      // The smaller number leads, so that chains stay short without counting members.
      if (first < 0) first = at;
      else if (at < first) {
        leader[first] = at;
        first = at;
      } else leader[at] = first;
    }
  }
  for (let i = 0; i < leader.length; i++) leader[i] = leader[leader[i]!]!;
  return leader;
}

/** For each row a number that depends on the names in it alone, and how many open columns it has. */
function rowKeys(
  { index, rowStart, rowColumn, rowCoefficient }: LinkedSystem,
  open: Uint8Array,
): { rowKey: Uint32Array; rowLength: Int32Array } {
  const rowKey = new Uint32Array(rowStart.length - 1);
  const rowLength = new Int32Array(rowStart.length - 1);
  for (let row = 0; row < rowKey.length; row++) {
    let key = 0;
    let length = 0;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const column = rowColumn[e]!;
      if (!open[column]) continue;
      length++;
      key = (key + stirred(index.keys[column]! + Math.imul(rowCoefficient[e]!, 0x9e3779b1))) | 0;
    }
    rowKey[row] = key;
    rowLength[row] = length;
  }
  return { rowKey, rowLength };
}

/** The key of the shortest row of each column. */
function homes(
  { rowStart, rowColumn }: LinkedSystem,
  open: Uint8Array,
  rowKey: Uint32Array,
  rowLength: Int32Array,
): Uint32Array {
  const home = new Int32Array(open.length).fill(-1);
  for (let row = 0; row < rowKey.length; row++) {
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const column = rowColumn[e]!;
      const other = home[column]!;
      const shorter = other < 0 ? -1 : rowLength[row]! - rowLength[other]! || rowKey[row]! - rowKey[other]!;
      if (shorter < 0) home[column] = row;
    }
  }
  // Keys take the place of the rows one by one.
  const keys = new Uint32Array(home.buffer);
  for (let i = 0; i < keys.length; i++) keys[i] = home[i]! >= 0 ? rowKey[home[i]!]! : 0;
  return keys;
}

/** The open columns by block, then by home, then by name. */
function sortedColumns(
  { index }: LinkedSystem,
  open: Uint8Array,
  leader: Int32Array,
  home: Uint32Array,
): Int32Array {
  let count = 0;
  const next = new Int32Array(open.length + 1);
  for (let i = 0; i < open.length; i++) {
    if (!open[i]) continue;
    count++;
    next[leader[i]! + 1]!++;
  }
  for (let i = 0; i < open.length; i++) next[i + 1]! += next[i]!;
  const columns = new Int32Array(count);
  for (let i = 0; i < open.length; i++) if (open[i]) columns[next[leader[i]!]!++] = i;
  const { keys, ids } = index;
  const byName = (a: number, b: number) =>
    home[a]! - home[b]! || keys[a]! - keys[b]! || (ids[a]! < ids[b]! ? -1 : 1);
  for (let from = 0; from < count; ) {
    const to = next[leader[columns[from]!]!]!;
    const block = columns.subarray(from, to);
    if (to - from > MANY) sortByKey(block, home);
    for (let run = 0; run < block.length; ) {
      let end = run + 1;
      if (to - from <= MANY) end = block.length;
      else while (end < block.length && home[block[end]!] === home[block[run]!]) end++;
      if (end - run > MANY) block.subarray(run, end).sort(byName);
      else insertionSort(block, run, end, byName);
      run = end;
    }
    from = to;
  }
  return columns;
}

/** Fewer than these are sorted faster one by one. */
const MANY = 40;

function insertionSort(
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

/** Rows with open columns in the order of their first column, those that begin alike by what they hold; and the blocks. */
function sortedRows(
  { rowStart, rowColumn, rowCoefficient }: LinkedSystem,
  columns: Int32Array,
  place: Int32Array,
  leader: Int32Array,
  rowKey: Uint32Array,
): Pick<Blocks, "rows" | "blockColumn" | "blockRow"> {
  const startsAt = new Int32Array(columns.length + 1);
  const first = new Int32Array(rowKey.length).fill(-1);
  for (let row = 0; row < rowKey.length; row++) {
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const c = place[rowColumn[e]!]!;
      if (c >= 0 && (first[row]! < 0 || c < first[row]!)) first[row] = c;
    }
    if (first[row]! >= 0) startsAt[first[row]! + 1]!++;
  }
  for (let c = 0; c < columns.length; c++) startsAt[c + 1]! += startsAt[c]!;
  const rows = new Int32Array(startsAt[columns.length]!);
  const next = startsAt.slice();
  for (let row = 0; row < rowKey.length; row++) if (first[row]! >= 0) rows[next[first[row]!]!++] = row;
  const entriesOf = (row: number) => {
    const held: [column: number, coefficient: number][] = [];
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++)
      if (place[rowColumn[e]!]! >= 0) held.push([place[rowColumn[e]!]!, rowCoefficient[e]!]);
    return held.sort(([a], [b]) => a - b).flat();
  };
  const byContent = (a: number, b: number) =>
    rowKey[a]! - rowKey[b]! || compareNumbers(entriesOf(a), entriesOf(b));
  const blockColumn: number[] = [];
  const blockRow: number[] = [];
  for (let c = 0; c < columns.length; c++) {
    if (startsAt[c + 1]! - startsAt[c]! > 1) insertionSort(rows, startsAt[c]!, startsAt[c + 1]!, byContent);
    if (c > 0 && leader[columns[c]!] === leader[columns[c - 1]!]) continue;
    blockColumn.push(c);
    blockRow.push(startsAt[c]!);
  }
  blockColumn.push(columns.length);
  blockRow.push(rows.length);
  return { rows, blockColumn: Int32Array.from(blockColumn), blockRow: Int32Array.from(blockRow) };
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** Rows with the columns of each in the order of their costs, and columns with the rows of each in ascending order. */
function entries(
  { rowStart, rowColumn, rowCoefficient }: LinkedSystem,
  columns: Int32Array,
  rows: Int32Array,
  place: Int32Array,
  cost: Float64Array | null,
): Pick<
  Blocks,
  | "rowStart"
  | "rowColumn"
  | "rowCoefficient"
  | "columnStart"
  | "columnRow"
  | "columnCoefficient"
  | "columnEntry"
> {
  const columnStart = new Int32Array(columns.length + 1);
  const start = new Int32Array(rows.length + 1);
  for (let r = 0; r < rows.length; r++) {
    let length = 0;
    for (let e = rowStart[rows[r]!]!; e < rowStart[rows[r]! + 1]!; e++) {
      const column = place[rowColumn[e]!]!;
      if (column < 0) continue;
      columnStart[column + 1]!++;
      length++;
    }
    start[r + 1] = start[r]! + length;
  }
  for (let c = 0; c < columns.length; c++) columnStart[c + 1]! += columnStart[c]!;
  const total = start[rows.length]!;
  const isUnit = rowCoefficient instanceof Int8Array;
  const ofRow = isUnit ? new Int8Array(total) : new Float64Array(total);
  const ofColumn = isUnit ? new Int8Array(total) : new Float64Array(total);
  const held = new Int32Array(total);
  const columnRow = new Int32Array(total);
  const columnEntry = new Int32Array(total);
  const next = columnStart.slice();
  const dearer = (a: number, b: number) =>
    (cost ? cost[rowColumn[a]!]! - cost[rowColumn[b]!]! : 0) || place[rowColumn[a]!]! - place[rowColumn[b]!]!;
  let longest = 0;
  for (let r = 0; r < rows.length; r++) longest = Math.max(longest, start[r + 1]! - start[r]!);
  const own = new Int32Array(longest);
  const keys = new Float64Array(longest);
  for (let r = 0; r < rows.length; r++) {
    let count = 0;
    for (let e = rowStart[rows[r]!]!; e < rowStart[rows[r]! + 1]!; e++)
      if (place[rowColumn[e]!]! >= 0) own[count++] = e;
    if (count <= MANY) insertionSort(own, 0, count, dearer);
    else if (!sortByCost(own.subarray(0, count), keys, rowColumn, place, cost))
      own.subarray(0, count).sort(dearer);
    for (let i = 0; i < count; i++) {
      const column = place[rowColumn[own[i]!]!]!;
      const at = start[r]! + i;
      const to = next[column]!++;
      held[at] = column;
      columnRow[to] = r;
      columnEntry[to] = at;
      ofRow[at] = rowCoefficient[own[i]!]!;
      ofColumn[to] = ofRow[at]!;
    }
  }
  return {
    ...{ rowStart: start, rowColumn: held, rowCoefficient: ofRow },
    ...{ columnStart, columnRow, columnCoefficient: ofColumn, columnEntry },
  };
}

/**
 * Sorts the entries of a long row by cost, then by place, as single numbers: many times faster than by a comparison. False,
 * and nothing done, where costs are no whole numbers or too large for that.
 */
function sortByCost(
  own: Int32Array,
  room: Float64Array,
  rowColumn: Int32Array,
  place: Int32Array,
  cost: Float64Array | null,
): boolean {
  const keys = room.subarray(0, own.length);
  // Entry i of the row goes with its key; keys of one row never differ in i alone.
  const perPlace = own.length;
  const perCost = perPlace * place.length;
  for (let i = 0; i < own.length; i++) {
    const column = rowColumn[own[i]!]!;
    const key = (cost ? cost[column]! : 0) * perCost + place[column]! * perPlace + i;
    if (!Number.isSafeInteger(key)) return false;
    keys[i] = key;
  }
  keys.sort();
  const given = own.slice();
  for (let i = 0; i < own.length; i++) own[i] = given[keys[i]! % perPlace]!;
  return true;
}
