import { isStorable } from "./cell-text.ts";
import { type EntryColumn, mostRows } from "./columns.ts";

/** One thing that was done and can be undone: cells with what they were and became. */
export interface Step {
  cells: readonly { at: number; before: string; after: string }[];
  activeBefore: number;
  activeAfter: number;
}

/**
 * The grid as a person works in it: cells row after row, the active one, what is being typed, what can be undone.
 * `ready` = the next key replaces the cell, `typing` = it goes on, `caret` = keys belong to the text (F2).
 */
export interface GridState {
  columns: readonly EntryColumn[];
  rows: number;
  cells: readonly string[];
  active: number;
  /** The other corner of a selected block; null = the active cell alone. */
  anchor: number | null;
  mode: "ready" | "typing" | "caret";
  /** The column to which typing returns at the end of a row. */
  home: number;
  autoMove: boolean;
  direction: "row" | "column";
  /** Columns that only show what was typed elsewhere: the codes in a second, blind typing. */
  locked: ReadonlySet<string>;
  undo: readonly Step[];
  redo: readonly Step[];
}

const mostSteps = 200;

/** An empty grid; the first cell to type in is that of the first task. */
export function emptyGrid(columns: readonly EntryColumn[], rows: number): GridState {
  const count = Math.min(Math.max(rows, 1), mostRows);
  return {
    columns,
    rows: count,
    cells: Array<string>(count * columns.length).fill(""),
    active: 0,
    anchor: null,
    mode: "ready",
    home: 0,
    autoMove: true,
    direction: "row",
    locked: new Set(),
    undo: [],
    redo: [],
  };
}

export const rowOf = (state: GridState, at: number) => Math.floor(at / state.columns.length);
export const columnOf = (state: GridState, at: number) => at % state.columns.length;
export const columnAt = (state: GridState, at: number) => state.columns[columnOf(state, at)] as EntryColumn;

/** More rows below the last one, at most `mostRows` of them in all. */
export function withRows(state: GridState, rows: number): GridState {
  const count = Math.min(Math.max(rows, state.rows), mostRows);
  if (count === state.rows) return state;
  const more = Array<string>((count - state.rows) * state.columns.length).fill("");
  return { ...state, rows: count, cells: [...state.cells, ...more] };
}

/** Puts values into cells without a step to undo: what the server or another tab says. */
export function showCells(
  state: GridState,
  values: Iterable<readonly [at: number, value: string]>,
): GridState {
  const cells = [...state.cells];
  for (const [at, value] of values) if (at >= 0 && at < cells.length) cells[at] = value;
  return { ...state, cells };
}

/**
 * Writes cells as one step; cells that keep their value are no part of it, and nothing is written where only another
 * may write, nor what may not be kept. `joins` = typing goes on in the same cell, so one undo takes it all back.
 */
export function writeCells(
  state: GridState,
  values: Iterable<readonly [at: number, value: string]>,
  activeAfter: number = state.active,
  joins = false,
): GridState {
  const cells = [...state.cells];
  const changed = new Map<number, string>();
  for (const [at, value] of values) {
    const column = columnAt(state, at);
    if (cells[at] === undefined || cells[at] === value) continue;
    if (state.locked.has(column.key) || !isStorable(column, value)) continue;
    if (!changed.has(at)) changed.set(at, cells[at]);
    cells[at] = value;
  }
  const moved = { ...state, cells, active: activeAfter };
  if (changed.size === 0) return moved;
  const last = state.undo.at(-1);
  const isSame =
    joins && last?.cells.length === 1 && changed.size === 1 && changed.has(last.cells[0]?.at ?? -1);
  const step: Step = {
    cells: [...changed].map(([at, before]) => ({
      at,
      before: isSame ? (last?.cells[0]?.before ?? before) : before,
      after: cells[at] ?? "",
    })),
    activeBefore: isSame ? (last?.activeBefore ?? state.active) : state.active,
    activeAfter,
  };
  const kept = isSame ? state.undo.slice(0, -1) : state.undo;
  return { ...moved, undo: [...kept, step].slice(-mostSteps), redo: [] };
}

/** Takes the last step back. A cell that somebody else has changed since keeps what it has now. */
export function undo(state: GridState): GridState {
  const step = state.undo.at(-1);
  if (!step) return state;
  return {
    ...replay(state, step, "after", "before"),
    active: step.activeBefore,
    undo: state.undo.slice(0, -1),
    redo: [...state.redo, step],
  };
}

/** Does again what was taken back. */
export function redo(state: GridState): GridState {
  const step = state.redo.at(-1);
  if (!step) return state;
  return {
    ...replay(state, step, "before", "after"),
    active: step.activeAfter,
    redo: state.redo.slice(0, -1),
    undo: [...state.undo, step],
  };
}

function replay(state: GridState, step: Step, from: "before" | "after", to: "before" | "after"): GridState {
  const cells = [...state.cells];
  for (const cell of step.cells) if (cells[cell.at] === cell[from]) cells[cell.at] = cell[to];
  return { ...state, cells, anchor: null, mode: "ready" };
}

/** The block between the active cell and the other corner, corners included. */
export function selection(state: GridState): { top: number; bottom: number; left: number; right: number } {
  const other = state.anchor ?? state.active;
  const rows = [rowOf(state, state.active), rowOf(state, other)];
  const columns = [columnOf(state, state.active), columnOf(state, other)];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

/** The cells of the selected block, row after row. */
export function selectedCells(state: GridState): number[] {
  const { top, bottom, left, right } = selection(state);
  const cells: number[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push(row * state.columns.length + column);
  return cells;
}

/** The selected block as a spreadsheet takes it: tabs and line breaks. */
export function copyText(state: GridState): string {
  const { top, bottom, left, right } = selection(state);
  const lines: string[] = [];
  for (let row = top; row <= bottom; row++)
    lines.push(
      state.cells.slice(row * state.columns.length + left, row * state.columns.length + right + 1).join("\t"),
    );
  return lines.join("\n");
}
