import { CELL } from "./cell.ts";
import { MARK, TELLING_MARKS } from "./clean-text.ts";
import { CsvCells } from "./csv-cells.ts";
import type { Limits } from "./limits.ts";
import { noteMarks } from "./note-marks.ts";
import type { Notebook } from "./notebook.ts";
import { refuse } from "./refused.ts";
import { RowBuffer } from "./row-buffer.ts";

export interface CsvRecords {
  rows: (readonly string[])[];
  kinds: Uint8Array[];
}

const NO_CELLS: readonly string[] = Object.freeze([]);
const NO_KINDS = new Uint8Array(0);

/** Splits a text table in UTF-8 into rows of cells (RFC 4180, and the line ends and quotes that programs really write). */
export function parseCsv(
  bytes: Uint8Array,
  start: number,
  separator: number,
  sheet: string,
  limits: Limits,
  notes: Notebook,
): CsvRecords {
  const cells = new CsvCells(bytes, start, separator);
  const rows: (readonly string[])[] = [];
  const kinds: Uint8Array[] = [];
  const buffer = new RowBuffer(limits.columns);
  let left = limits.cells;
  while (cells.next()) {
    const row = rows.length + 1;
    const column = buffer.length + 1;
    if (column > limits.columns) refuse("tooManyColumns", { limit: limits.columns }, { sheet, row });
    if (row > limits.rows) refuse("tooManyRows", { limit: limits.rows }, { sheet });
    let kind: number = cells.text === "" ? CELL.blank : CELL.text;
    const marks = cells.text.length > limits.cellCharacters ? MARK.tooLong : cells.marks;
    if ((marks & TELLING_MARKS) !== 0 || cells.hasStrayQuote) {
      const place = { sheet, row, column, raw: cells.text };
      if (noteMarks(notes, marks, place, limits.cellCharacters)) kind = CELL.error;
      if (cells.hasStrayQuote) notes.add("strayQuote", {}, place);
    }
    const isBlankRow = cells.endsRow && column === 1 && cells.text === "";
    buffer.put(column - 1, cells.text, kind);
    if (!cells.endsRow) continue;
    left -= buffer.length;
    if (left < 0) refuse("tooManyCells", { limit: limits.cells }, { sheet });
    rows.push(isBlankRow ? NO_CELLS : buffer.texts());
    kinds.push(isBlankRow ? NO_KINDS : buffer.kinds());
    buffer.clear();
  }
  return { rows, kinds };
}
