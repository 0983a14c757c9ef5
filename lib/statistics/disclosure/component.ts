import type { Blocks } from "./blocks.ts";
import { Dictionary, type Room } from "./dictionary.ts";
import { bigIntegers, doubles, Overflow } from "./exact-arithmetic.ts";
import type { MoveSearch } from "./move-search.ts";

/** Columns that are linked with each other by rows, and all rows that they stand in. */
export interface Component {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** False when there are more: then what moves within it is true, but what does not may move in the whole. */
  readonly complete: boolean;
}

/** Columns of one row that are taken into a component, of each kind, the cheapest first. */
const FROM_ROW = 30;

/**
 * The columns that can be reached from `start` through rows, of those that `isIn` admits, the nearest first, until they and
 * their rows would fill a table of more than `most` entries.
 */
export function componentOf(
  { columnStart, columnRow, rowStart, rowColumn }: Blocks,
  isIn: (column: number) => boolean,
  search: MoveSearch,
  start: number,
  most: number,
): Component {
  const columns = new Set<number>();
  const rows = new Set<number>();
  let complete = true;
  const add = (column: number) => {
    columns.add(column);
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) rows.add(columnRow[e]!);
  };
  add(start);
  // A set is walked through to its end also when it grows on the way.
  for (const row of rows) {
    // Zeros are the cheapest and the most, but they can only rise: others come first.
    for (const canFall of [true, false]) {
      let taken = 0;
      for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
        const column = rowColumn[e]!;
        if (search.down(column) > 0 !== canFall || columns.has(column) || !isIn(column)) continue;
        if (++taken > FROM_ROW || columns.size * rows.size > most) {
          complete = false;
          break;
        }
        add(column);
      }
    }
  }
  return { columns: [...columns].sort((a, b) => a - b), rows: [...rows].sort((a, b) => a - b), complete };
}

/** What a component's dictionary can be asked, whatever its numbers are made of. */
export type AnyDictionary = Pick<Dictionary<unknown>, "extreme" | "valueOf" | "wholeCorner" | "work">;

/** Bounds of a dictionary's columns; they may be drawn closer around where it stands. */
export interface MutableRoom {
  readonly up: number[];
  readonly down: number[];
}

/**
 * Does the work with a dictionary of the component (`room` in the order of its columns) in doubles, and again in BigInt when
 * they do not suffice.
 */
export function withDictionary<R>(
  { rowStart, rowColumn, rowCoefficient }: Blocks,
  { columns, rows }: Pick<Component, "columns" | "rows">,
  room: Room,
  work: (dictionary: AnyDictionary, room: MutableRoom) => R,
): R {
  const place = new Map(columns.map((column, i) => [column, i]));
  const equations = rows.map((row) => {
    const coefficients = new Float64Array(columns.length);
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const at = place.get(rowColumn[e]!);
      if (at !== undefined) coefficients[at] = rowCoefficient[e]!;
    }
    return coefficients;
  });
  const own = (): MutableRoom => ({ up: Array.from(room.up), down: Array.from(room.down) });
  try {
    const bounds = own();
    return work(new Dictionary(doubles, equations, bounds), bounds);
  } catch (error) {
    if (!(error instanceof Overflow)) throw error;
    const bounds = own();
    return work(new Dictionary(bigIntegers, equations, bounds), bounds);
  }
}
