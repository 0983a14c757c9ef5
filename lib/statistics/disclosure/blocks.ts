import { insertionSort, MANY, sortedColumns } from "./block-order.ts";
import { stirred } from "./canonical-order.ts";
import type { Coefficients, LinkedSystem } from "./linked-system.ts";

/**
 * The open columns of a system, put into blocks: columns of different blocks stand in no common row, so they say nothing
 * about each other. All other columns are taken as known and left out.
 *
 * Order and numbers of columns and rows inside a block depend on names, costs and sums alone, not on the order in which
 * they were given. Inside a block the columns that their two shortest rows join (a school's subjects and marks) stand side by
 * side as a unit, and in it those of one shortest row. `columns[c]` and `rows[r]` are the numbers of column c and row r in
 * the system. Rows and columns of block b are those from blockRow[b] and blockColumn[b]
 * up to the next. The columns of a row stand in the order of their costs.
 */
export interface Blocks {
  /** columns[c] below this number are cells, the others slacks of percentages. */
  readonly cells: number;
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  readonly blockColumn: Int32Array;
  readonly blockRow: Int32Array;
  /** Columns of unit u stand from unitStart[u] up to the next; blocks begin with a unit. */
  readonly unitStart: Int32Array;
  /** The two shortest rows of each column, the shortest first; −1 where there is none. */
  readonly nearest: Int32Array;
  readonly second: Int32Array;
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
  const { rowKey, rowLength } = rowKeys(system, open);
  const near = nearestRows(system, open, rowKey, rowLength);
  const leader = leaders(system, open, null);
  const unit = leaders(system, open, near);
  const { columns, unitStart } = sortedColumns(system, open, { leader, unit, nearest: near.nearest, rowKey });
  const place = new Int32Array(open.length).fill(-1);
  for (let c = 0; c < columns.length; c++) place[columns[c]!] = c;
  const { rows, blockColumn, blockRow } = sortedRows(system, columns, place, leader, rowKey);
  return {
    cells: system.cells,
    columns,
    rows,
    blockColumn,
    blockRow,
    unitStart,
    ...nearestInOrder(near, columns, rows, rowKey.length),
    ...entries(system, columns, rows, place, cost),
  };
}

/** The two shortest rows of each column of the system. */
interface Near {
  readonly nearest: Int32Array;
  readonly second: Int32Array;
}

/** The same in the order of blocks. */
function nearestInOrder(near: Near, columns: Int32Array, rows: Int32Array, count: number): Near {
  const placeOf = new Int32Array(count);
  for (let r = 0; r < rows.length; r++) placeOf[rows[r]!] = r;
  const [nearest, second] = [new Int32Array(columns.length), new Int32Array(columns.length)];
  for (let c = 0; c < columns.length; c++) {
    const [first, other] = [near.nearest[columns[c]!]!, near.second[columns[c]!]!];
    nearest[c] = first < 0 ? -1 : placeOf[first]!;
    second[c] = other < 0 ? -1 : placeOf[other]!;
  }
  return { nearest, second };
}

/**
 * For each open column one that stands for all that are joined with it: by any rows (null), which makes a block, or by rows that
 * are among the two shortest of both, which makes a unit.
 */
function leaders({ rowStart, rowColumn }: LinkedSystem, open: Uint8Array, near: Near | null): Int32Array {
  const leader = new Int32Array(open.length);
  for (let i = 0; i < leader.length; i++) leader[i] = i;
  for (let row = 0; row + 1 < rowStart.length; row++) {
    let first = -1;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      let at = rowColumn[e]!;
      if (!open[at]) continue;
      if (near !== null && near.nearest[at] !== row && near.second[at] !== row) continue;
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

/** The two shortest rows of each column; among rows of one length the keys decide. */
function nearestRows(
  { rowStart, rowColumn }: LinkedSystem,
  open: Uint8Array,
  rowKey: Uint32Array,
  rowLength: Int32Array,
): Near {
  const nearest = new Int32Array(open.length).fill(-1);
  const second = new Int32Array(open.length).fill(-1);
  const isShorter = (row: number, other: number) =>
    other < 0 || (rowLength[row]! - rowLength[other]! || rowKey[row]! - rowKey[other]!) < 0;
  for (let row = 0; row < rowKey.length; row++) {
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const column = rowColumn[e]!;
      if (isShorter(row, nearest[column]!)) {
        second[column] = nearest[column]!;
        nearest[column] = row;
      } else if (isShorter(row, second[column]!)) second[column] = row;
    }
  }
  return { nearest, second };
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
  let longest = 0;
  for (let r = 0; r < rows.length; r++) longest = Math.max(longest, start[r + 1]! - start[r]!);
  const at = new Int32Array(longest);
  const price = new Float64Array(longest);
  const sign = new Float64Array(longest);
  for (let r = 0; r < rows.length; r++) {
    const from = start[r]!;
    const length = start[r + 1]! - from;
    let count = 0;
    for (let e = rowStart[rows[r]!]!; e < rowStart[rows[r]! + 1]!; e++) {
      const column = place[rowColumn[e]!]!;
      if (column < 0) continue;
      const own = cost === null ? 0 : cost[rowColumn[e]!]!;
      let to = count++;
      // Long rows are sorted as a whole, short ones while they are read.
      if (length <= MANY)
        for (; to > 0 && (price[to - 1]! > own || (price[to - 1] === own && at[to - 1]! > column)); to--) {
          at[to] = at[to - 1]!;
          price[to] = price[to - 1]!;
          sign[to] = sign[to - 1]!;
        }
      at[to] = column;
      price[to] = own;
      sign[to] = rowCoefficient[e]!;
    }
    const order = length > MANY ? byPrice(at, price, length, columns.length) : null;
    for (let i = 0; i < length; i++) {
      const k = order === null ? i : order[i]!;
      const column = at[k]!;
      const to = next[column]!++;
      held[from + i] = column;
      columnRow[to] = r;
      columnEntry[to] = from + i;
      ofRow[from + i] = sign[k]!;
      ofColumn[to] = sign[k]!;
    }
  }
  return {
    ...{ rowStart: start, rowColumn: held, rowCoefficient: ofRow },
    ...{ columnStart, columnRow, columnCoefficient: ofColumn, columnEntry },
  };
}

/**
 * The order of the entries of a long row by cost, then by place. Sorted as single numbers where costs are whole and small
 * enough: many times faster than by a comparison.
 */
function byPrice(at: Int32Array, price: Float64Array, length: number, columns: number): ArrayLike<number> {
  const keys = new Float64Array(length);
  // Entry i of the row goes with its key; keys of one row never differ in i alone.
  for (let i = 0; i < length; i++) {
    keys[i] = (price[i]! * columns + at[i]!) * length + i;
    if (!Number.isSafeInteger(keys[i]) || !Number.isInteger(price[i])) {
      const order = Array.from({ length }, (_, k) => k);
      return order.sort((a, b) => price[a]! - price[b]! || at[a]! - at[b]!);
    }
  }
  keys.sort();
  return keys.map((key) => key % length);
}
