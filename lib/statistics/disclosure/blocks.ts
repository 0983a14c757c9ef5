import { keyOf, sortByKey, sortByNumber, sortRuns, stirred } from "./canonical-order.ts";
import type { LinkedSystem } from "./linked-system.ts";

/**
 * The open columns of a system, put into blocks: columns of different blocks stand in no common row, so they say nothing
 * about each other. All other columns are taken as known and left out.
 *
 * Order and numbers of columns and rows inside a block depend on names, costs and sums alone, not on the order in which
 * they were given: columns by cost, then by name key. `columns[c]` and `rows[r]` are the numbers of column c and row r in the system. Rows and
 * columns of block b are those from blockRow[b] and blockColumn[b] up to the next.
 */
export interface Blocks {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  readonly blockColumn: Int32Array;
  readonly blockRow: Int32Array;
  readonly rowStart: Int32Array;
  readonly rowColumn: Int32Array;
  readonly rowCoefficient: Float64Array;
  readonly columnStart: Int32Array;
  readonly columnRow: Int32Array;
  readonly columnCoefficient: Float64Array;
  /** The place of each entry of a column among the entries of its row. */
  readonly columnEntry: Int32Array;
}

/** Puts the open columns into blocks. `cost`: of each column of the system; without it columns go by name alone. */
export function blocksOf(system: LinkedSystem, open: Uint8Array, cost: Float64Array | null = null): Blocks {
  const leader = leaders(system, open);
  const { columns, keys } = sortedColumns(system, open, cost, leader);
  const place = new Int32Array(open.length).fill(-1);
  for (let c = 0; c < columns.length; c++) place[columns[c]!] = c;
  const rows = sortedRows(system, place, leader, keys);
  return {
    columns,
    rows,
    ...blockBorders(columns, rows, system, place, leader),
    ...entries(system, rows, place),
  };
}

/** For each open column one that stands for its whole block. */
function leaders({ rowStart, rowColumn }: LinkedSystem, open: Uint8Array): Int32Array {
  const leader = new Int32Array(open.length);
  for (let i = 0; i < leader.length; i++) leader[i] = i;
  const find = (column: number): number => {
    let at = column;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  for (let row = 0; row + 1 < rowStart.length; row++) {
    let first = -1;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const column = rowColumn[e]!;
      if (!open[column]) continue;
      const found = find(column);
      if (first < 0) first = found;
      // The smaller number leads, so that chains stay short without counting members.
      else if (found < first) {
        leader[first] = found;
        first = found;
      } else leader[found] = first;
    }
  }
  for (let i = 0; i < leader.length; i++) leader[i] = leader[leader[i]!]!;
  return leader;
}

function sortedColumns(
  { ids }: LinkedSystem,
  open: Uint8Array,
  cost: Float64Array | null,
  leader: Int32Array,
): { columns: Int32Array; keys: Uint32Array } {
  const keys = new Uint32Array(open.length);
  let count = 0;
  for (let i = 0; i < open.length; i++) {
    if (!open[i]) continue;
    count++;
    keys[i] = keyOf(ids[i]!);
  }
  const columns = new Int32Array(count);
  count = 0;
  for (let i = 0; i < open.length; i++) if (open[i]) columns[count++] = i;
  sortByKey(columns, keys);
  sortRuns(
    columns,
    (a, b) => keys[a] === keys[b],
    (a, b) => (ids[a]! < ids[b]! ? -1 : 1),
  );
  if (cost) sortByNumber(columns, cost);
  sortByKey(columns, new Uint32Array(leader));
  return { columns, keys };
}

type Entry = readonly [column: number, coefficient: number];

function compareEntries(a: readonly Entry[], b: readonly Entry[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = a[i]![0] - b[i]![0] || a[i]![1] - b[i]![1];
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Rows with open columns, by block and then by what they hold. */
function sortedRows(
  { rowStart, rowColumn, rowCoefficient }: LinkedSystem,
  place: Int32Array,
  leader: Int32Array,
  keys: Uint32Array,
): Int32Array {
  const rowKeys = new Uint32Array(rowStart.length - 1);
  const block = new Uint32Array(rowStart.length - 1);
  let count = 0;
  const rows = new Int32Array(rowStart.length - 1);
  for (let row = 0; row < rowKeys.length; row++) {
    let key = 0;
    let column = -1;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      if (place[rowColumn[e]!]! < 0) continue;
      column = rowColumn[e]!;
      key += stirred(keys[column]! + Math.imul(rowCoefficient[e]! | 0, 0x9e3779b1));
    }
    if (column < 0) continue;
    rows[count++] = row;
    rowKeys[row] = key % 2 ** 32;
    block[row] = leader[column]!;
  }
  const sorted = rows.subarray(0, count);
  sortByKey(sorted, rowKeys);
  const entriesOf = (row: number) => {
    const held: Entry[] = [];
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++)
      if (place[rowColumn[e]!]! >= 0) held.push([place[rowColumn[e]!]!, rowCoefficient[e]!]);
    return held.sort(([a], [b]) => a - b);
  };
  sortRuns(
    sorted,
    (a, b) => rowKeys[a] === rowKeys[b],
    (a, b) => compareEntries(entriesOf(a), entriesOf(b)),
  );
  sortByKey(sorted, block);
  return sorted;
}

function blockBorders(
  columns: Int32Array,
  rows: Int32Array,
  { rowStart, rowColumn }: LinkedSystem,
  place: Int32Array,
  leader: Int32Array,
): Pick<Blocks, "blockColumn" | "blockRow"> {
  let count = 0;
  for (let c = 0; c < columns.length; c++)
    if (c === 0 || leader[columns[c]!] !== leader[columns[c - 1]!]) count++;
  const blockColumn = new Int32Array(count + 1);
  const blockRow = new Int32Array(count + 1);
  const leaderOfRow = (row: number) => {
    let e = rowStart[row]!;
    while (place[rowColumn[e]!]! < 0) e++;
    return leader[rowColumn[e]!]!;
  };
  let row = 0;
  let block = 0;
  for (let c = 0; c < columns.length; c++) {
    if (c > 0 && leader[columns[c]!] === leader[columns[c - 1]!]) continue;
    blockColumn[block] = c;
    blockRow[block] = row;
    // Columns and rows of blocks stand in the same order; a block may have no row at all.
    while (row < rows.length && leaderOfRow(rows[row]!) === leader[columns[c]!]) row++;
    block++;
  }
  blockColumn[count] = columns.length;
  blockRow[count] = rows.length;
  return { blockColumn, blockRow };
}

/** Rows with the columns of each in ascending order, and columns with the rows of each in ascending order. */
function entries(
  { rowStart, rowColumn, rowCoefficient }: LinkedSystem,
  rows: Int32Array,
  place: Int32Array,
): Omit<Blocks, "columns" | "rows" | "blockColumn" | "blockRow"> {
  let columnCount = 0;
  for (const at of place) if (at >= 0) columnCount++;
  const columnStart = new Int32Array(columnCount + 1);
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
  for (let c = 0; c < columnCount; c++) columnStart[c + 1]! += columnStart[c]!;
  const total = start[rows.length]!;
  const columnRow = new Int32Array(total);
  const columnCoefficient = new Float64Array(total);
  const next = columnStart.slice();
  for (let r = 0; r < rows.length; r++) {
    for (let e = rowStart[rows[r]!]!; e < rowStart[rows[r]! + 1]!; e++) {
      const column = place[rowColumn[e]!]!;
      if (column < 0) continue;
      columnRow[next[column]!] = r;
      columnCoefficient[next[column]!++] = rowCoefficient[e]!;
    }
  }
  const column = new Int32Array(total);
  const coefficient = new Float64Array(total);
  const columnEntry = new Int32Array(total);
  const free = start.slice();
  for (let c = 0; c < columnCount; c++) {
    for (let e = columnStart[c]!; e < columnStart[c + 1]!; e++) {
      const at = free[columnRow[e]!]!++;
      column[at] = c;
      coefficient[at] = columnCoefficient[e]!;
      columnEntry[e] = at;
    }
  }
  return {
    ...{ rowStart: start, rowColumn: column, rowCoefficient: coefficient },
    ...{ columnStart, columnRow, columnCoefficient, columnEntry },
  };
}
