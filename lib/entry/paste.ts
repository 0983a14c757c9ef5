import { plain } from "../platform/text/plain.ts";
import { cleanCell, isStorable, problemOf } from "./cell-text.ts";
import { columnAt, columnOf, type GridState, rowOf, withRows, writeCells } from "./grid-state.ts";

/** What a paste did, for the sentence about it. */
export interface Pasted {
  state: GridState;
  /** Cells written, of them wrong ones. */
  written: number;
  wrong: number;
  /** Texts like names: the portal does not keep them. */
  refused: number;
  /** Rows and columns of the block that did not fit. */
  cutRows: number;
  cutColumns: number;
  /** Rows found by their code, not by their place. */
  byCode: boolean;
}

/** No longer text is taken apart: a class is a thousandth of it. */
const longestText = 200_000;

/**
 * A block as a spreadsheet copies it: tabs between cells, line breaks between rows. A cell with either inside stands in
 * quotes, and a quote in it twice. The empty line behind the last row is none.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.slice(0, longestText).replace(/\r\n?/g, "\n");
  for (let i = 0; i < source.length; i++) {
    const sign = source[i];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t" || sign === "\n") {
      row.push(cell);
      cell = "";
      if (sign === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/**
 * Puts a block into the grid, as one step to undo: from the active cell on, an empty cell of the block makes a blank. A
 * block whose first column holds codes of the grid goes row by row to those codes. One value goes into one cell, also
 * when many are selected: scores are never filled down.
 */
export function pasteBlock(state: GridState, block: readonly (readonly string[])[]): Pasted {
  const rows = isHeader(block[0]) ? block.slice(1) : block;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const left = columnOf(state, state.active);
  const codes = codesOf(state);
  const byCode = width > 1 && namesCodes(state, rows, codes);
  const places = byCode
    ? placesByCode(state, rows, codes)
    : {
        rows: rows.map((_, i) => rowOf(state, state.active) + i),
        grown: rowOf(state, state.active) + rows.length,
      };
  const grid = withRows(state, places.grown);
  // A block with codes is laid from the column of the codes on, wherever the hand stands, unless it stands further right.
  const isCodeColumn = columnAt(state, state.active).kind === "code";
  const skipsCode = byCode && !isCodeColumn;
  const outcome = { written: 0, wrong: 0, refused: 0, cutRows: 0, cutColumns: 0 };
  const values: [number, string][] = [];
  rows.forEach((texts, i) => {
    const row = places.rows[i] ?? -1;
    if (row < 0 || row >= grid.rows) {
      outcome.cutRows++;
      return;
    }
    for (let j = skipsCode ? 1 : 0; j < width; j++) {
      const column = left + j - (skipsCode ? 1 : 0);
      const spec = grid.columns[column];
      if (!spec) {
        outcome.cutColumns = Math.max(outcome.cutColumns, column - grid.columns.length + 1);
        continue;
      }
      const value = cleanCell(spec, texts[j] ?? "");
      if (!isStorable(spec, value)) {
        outcome.refused++;
        continue;
      }
      if (grid.locked.has(spec.key)) continue;
      outcome.written++;
      if (problemOf(spec, value)) outcome.wrong++;
      values.push([row * grid.columns.length + column, value]);
    }
  });
  const written = writeCells({ ...grid, anchor: null, mode: "ready" }, values);
  return { state: written, ...outcome, byCode };
}

/** A header that was copied along begins with the word «Код». */
function isHeader(row: readonly string[] | undefined): boolean {
  return row !== undefined && /^код(?![а-яё])/i.test(plain(row[0] ?? ""));
}

function codesOf(state: GridState): Map<string, number> {
  const at = state.columns.findIndex(({ kind }) => kind === "code");
  const codes = new Map<string, number>();
  for (let row = state.rows - 1; row >= 0; row--) {
    const code = state.cells[row * state.columns.length + at];
    if (code) codes.set(code, row);
  }
  return codes;
}

function codeIn(state: GridState, text: string | undefined): string {
  const spec = state.columns.find(({ kind }) => kind === "code");
  return spec ? cleanCell(spec, text ?? "") : "";
}

/** Whether the first column of a block holds codes: known ones only, or in the column of codes at least one known one. */
function namesCodes(
  state: GridState,
  rows: readonly (readonly string[])[],
  codes: ReadonlyMap<string, number>,
): boolean {
  const first = rows.map((row) => codeIn(state, row[0])).filter((code) => code !== "");
  const known = first.filter((code) => codes.has(code)).length;
  if (columnAt(state, state.active).kind === "code") return known > 0;
  return known > 0 && known === first.length && first.some((code) => code.length >= 4);
}

/** Each row to the row of its code; a code that is new goes to the next row without one. */
function placesByCode(
  state: GridState,
  rows: readonly (readonly string[])[],
  codes: ReadonlyMap<string, number>,
): { rows: number[]; grown: number } {
  const used = new Set(codes.values());
  let free = 0;
  const places = rows.map((row) => {
    const code = codeIn(state, row[0]);
    const known = codes.get(code);
    if (known !== undefined) return known;
    if (code === "") return -1;
    while (used.has(free)) free++;
    used.add(free);
    return free;
  });
  return { rows: places, grown: Math.max(state.rows, ...places.map((row) => row + 1)) };
}
