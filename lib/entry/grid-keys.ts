import { cleanCell, SIGN } from "./cell-text.ts";
import type { EntryColumn } from "./columns.ts";
import {
  columnAt,
  columnOf,
  type GridState,
  redo,
  rowOf,
  selectedCells,
  undo,
  writeCells,
} from "./grid-state.ts";

/** A key as the browser tells it: `code` is the place on the keyboard, so that undo works in every layout. */
export interface KeyPress {
  key: string;
  code: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

/** What a key did. `pass` = the browser does with it what it always does; `ask` = something outside of the cells is wanted. */
export interface KeyOutcome {
  state: GridState;
  handled: boolean;
  ask?: "save" | "nextError" | "previousError" | "help" | "history" | "leave" | "digitsOnly";
}

const PAGE = 10;
const NOT_ATTEMPTED = /^[XxХхЧч\-−–]$/;
const NOT_TAUGHT = /^[Нн]$/;
const SEX: readonly (readonly [RegExp, string])[] = [
  [/^[МмVv]$/, "м"],
  [/^[Жж;:]$/, "ж"],
];
const ABSENT = /^[НнYyХхXx+1 ]$/;

/** What one key makes of the grid. Pure: the same keys always make the same grid. */
export function pressKey(state: GridState, press: KeyPress): KeyOutcome {
  const { key, code, ctrl, shift, alt } = press;
  if (alt) return passed(state);
  if (ctrl) return withControl(state, press);
  const column = columnAt(state, state.active);
  switch (key) {
    case "Enter":
      return moved(state, shift ? -1 : 1, 0);
    case "Tab":
      return tabbed(state, shift ? -1 : 1);
    case "ArrowUp":
      return moved(state, -1, 0, shift);
    case "ArrowDown":
      return moved(state, 1, 0, shift);
    case "ArrowLeft":
      return state.mode === "caret" ? passed(state) : moved(state, 0, -1, shift);
    case "ArrowRight":
      return state.mode === "caret" ? passed(state) : moved(state, 0, 1, shift);
    case "Home":
      return moved(state, 0, -state.columns.length);
    case "End":
      return moved(state, 0, state.columns.length);
    case "PageUp":
      return moved(state, -PAGE, 0);
    case "PageDown":
      return moved(state, PAGE, 0);
    case "F1":
      return { state, handled: true, ask: "help" };
    case "F2":
      return done({ ...state, mode: state.mode === "caret" ? "ready" : "caret", anchor: null });
    case "F4":
      return { state, handled: true, ask: "history" };
    case "F6":
      return { state, handled: true, ask: "leave" };
    case "F8":
      return { state, handled: true, ask: shift ? "previousError" : "nextError" };
    case "Escape":
      return escaped(state);
    case "Backspace":
      return state.mode === "caret" ? passed(state) : backspace(state);
    case "Delete":
      return state.mode === "caret" ? passed(state) : done(cleared(state));
  }
  if (key.length !== 1 || code === "") return passed(state);
  if (state.mode === "caret") return passed(state);
  return typed(state, column, key);
}

/**
 * The text of the active cell as a field says it (a soft keyboard, dictation): no key told of it. A value that nothing can
 * follow sends the hand on, as the key would have done.
 */
export function enterText(state: GridState, text: string): GridState {
  const column = columnAt(state, state.active);
  const value = cleanCell(column, text);
  const joins = state.mode !== "ready";
  if (state.mode === "caret") return writeCells(state, [[state.active, value]], state.active, joins);
  if (isFinished(column, value)) {
    const moved = writeCells({ ...state, anchor: null }, [[state.active, value]], nextCell(state), joins);
    return { ...moved, mode: "ready" };
  }
  return { ...writeCells(state, [[state.active, value]], state.active, joins), mode: "typing" };
}

function isFinished(column: EntryColumn, value: string): boolean {
  if (column.kind === "sex") return value === "м" || value === "ж";
  if (column.kind === "journal") return /^[2-5]$/.test(value);
  if (column.kind !== "task") return false;
  if (value === SIGN.notAttempted || value === SIGN.notTaught) return true;
  return /^\d+$/.test(value) && isLast(Number(value), column.max);
}

/** Whether no digit can follow these points within the maximum. What is above it is not finished: it stays to be seen. */
function isLast(points: number, max: number): boolean {
  return points <= max && (points === 0 || points * 10 > max);
}

/** Goes to a cell by pointer or focus. */
export function goTo(state: GridState, at: number, extend = false): GridState {
  if (at === state.active && !extend) return { ...state, anchor: null };
  const anchor = extend ? (state.anchor ?? state.active) : null;
  return { ...state, active: at, anchor, mode: "ready", home: columnOf(state, at) };
}

function withControl(state: GridState, { key, code, shift }: KeyPress): KeyOutcome {
  if (code === "KeyZ") return done(shift ? redo(state) : undo(state));
  if (code === "KeyY") return done(redo(state));
  if (code === "KeyS") return { state, handled: true, ask: "save" };
  if (key === "Home") return done(goTo(state, 0));
  if (key === "End") return done(goTo(state, state.cells.length - 1));
  if (code === "KeyA" && state.mode !== "caret")
    return done({ ...state, active: 0, anchor: state.cells.length - 1, mode: "ready" });
  return passed(state);
}

function typed(state: GridState, column: EntryColumn, key: string): KeyOutcome {
  if (state.locked.has(column.key)) return done(state);
  switch (column.kind) {
    case "task":
      return typedPoints(state, column, key);
    case "journal":
      if (/^\d$/.test(key)) return typedWhole(state, key, /^[2-5]$/.test(key));
      return NOT_ATTEMPTED.test(key) ? typedWhole(state, "", true) : refusedKey(state);
    case "sex": {
      const sex = SEX.find(([pattern]) => pattern.test(key));
      return sex ? typedWhole(state, sex[1], true) : refusedKey(state);
    }
    case "absent": {
      if (!ABSENT.test(key)) return refusedKey(state);
      const now = state.cells[state.active] === SIGN.absent ? "" : SIGN.absent;
      return done(writeCells({ ...state, anchor: null }, [[state.active, now]]));
    }
    default:
      return typedText(state, key);
  }
}

function typedPoints(state: GridState, column: EntryColumn, key: string): KeyOutcome {
  if (NOT_ATTEMPTED.test(key)) return typedWhole(state, SIGN.notAttempted, true);
  if (NOT_TAUGHT.test(key)) return typedWhole(state, SIGN.notTaught, true);
  if (!/^\d$/.test(key)) return refusedKey(state);
  const before = state.mode === "typing" ? (state.cells[state.active] ?? "") : "";
  const text = /^[1-9]$/.test(before) ? before + key : key;
  const isDone = isLast(Number(text), column.max);
  const to = isDone ? nextCell(state) : state.active;
  const written = writeCells({ ...state, anchor: null }, [[state.active, text]], to, text.length > 1);
  return done({ ...written, mode: isDone ? "ready" : "typing" });
}

/** A key that is a whole value by itself. */
function typedWhole(state: GridState, value: string, moves: boolean): KeyOutcome {
  const to = moves ? nextCell(state) : state.active;
  return done(writeCells({ ...state, anchor: null, mode: "ready" }, [[state.active, value]], to));
}

function typedText(state: GridState, key: string): KeyOutcome {
  if (key === " " && state.mode === "ready") return done(state);
  const joins = state.mode === "typing";
  const text = (joins ? (state.cells[state.active] ?? "") : "") + key;
  return done({
    ...writeCells({ ...state, anchor: null }, [[state.active, text]], state.active, joins),
    mode: "typing",
  });
}

function refusedKey(state: GridState): KeyOutcome {
  return { state, handled: true, ask: "digitsOnly" };
}

/** To where the next value goes: right, and from the last task to the next row; or down. The last cell of all keeps the hand. */
function nextCell(state: GridState): number {
  if (!state.autoMove) return state.active;
  const [row, column] = [rowOf(state, state.active), columnOf(state, state.active)];
  const width = state.columns.length;
  if (state.direction === "column") return row + 1 < state.rows ? state.active + width : state.active;
  if (column + 1 < width) return state.active + 1;
  return row + 1 < state.rows ? (row + 1) * width + Math.min(state.home, width - 1) : state.active;
}

function moved(state: GridState, rows: number, columns: number, extend = false): KeyOutcome {
  const width = state.columns.length;
  const row = Math.min(Math.max(rowOf(state, state.active) + rows, 0), state.rows - 1);
  const column = Math.min(Math.max(columnOf(state, state.active) + columns, 0), width - 1);
  const to = row * width + column;
  if (extend) return done(goTo(state, to, true));
  const home = columns === 0 ? state.home : column;
  return done({ ...state, active: to, anchor: null, mode: "ready", home });
}

/** Right or left and on to the next row. Before the first cell and behind the last one the key leaves the grid. */
function tabbed(state: GridState, by: 1 | -1): KeyOutcome {
  const to = state.active + by;
  if (to < 0 || to >= state.cells.length) return passed({ ...state, mode: "ready", anchor: null });
  return done({ ...state, active: to, anchor: null, mode: "ready" });
}

function escaped(state: GridState): KeyOutcome {
  const last = state.undo.at(-1);
  const own = state.mode !== "ready" && last?.cells.length === 1 && last.cells[0]?.at === state.active;
  if (!own) return done({ ...state, mode: "ready", anchor: null });
  const back = undo(state);
  return done({ ...back, redo: [], mode: "ready", anchor: null });
}

function backspace(state: GridState): KeyOutcome {
  const text = state.cells[state.active] ?? "";
  if (state.mode === "typing" && text.length > 1) {
    const shorter = writeCells(state, [[state.active, text.slice(0, -1)]], state.active, true);
    return done({ ...shorter, mode: "typing" });
  }
  return done(cleared(state));
}

function cleared(state: GridState): GridState {
  const cells = selectedCells(state).map((at) => [at, ""] as const);
  return { ...writeCells(state, cells), mode: "ready" };
}

const done = (state: GridState): KeyOutcome => ({ state, handled: true });
const passed = (state: GridState): KeyOutcome => ({ state, handled: false });
