import { CELL } from "./cell.ts";
import { TELLING_MARKS } from "./clean-text.ts";
import type { Limits } from "./limits.ts";
import { noteMarks } from "./note-marks.ts";
import type { Notebook } from "./notebook.ts";
import { refuse } from "./refused.ts";
import { RowBuffer } from "./row-buffer.ts";

/** Rows with content below the limit that are reported one by one; more of them is a table that is too long. */
const FAR_ROWS = 20;

const NO_CELLS: readonly string[] = Object.freeze([]);
const NO_KINDS = new Uint8Array(0);

export interface SheetRules {
  sheet: string;
  limits: Limits;
  notes: Notebook;
  /** places of cells that may still be taken, over all sheets */
  budget: { cells: number };
}

/**
 * Puts the cells of one worksheet together, row by row downwards and cell by cell to the right, whatever format they are
 * read from, so that every format has the same limits and the same sentences.
 */
export class SheetBuilder {
  readonly rows: (readonly string[])[] = [];
  readonly kinds: Uint8Array[] = [];
  readonly #rules: SheetRules;
  readonly #buffer: RowBuffer;
  #row = 0;
  #farRows = 0;

  constructor(rules: SheetRules) {
    this.#rules = rules;
    this.#buffer = new RowBuffer(rules.limits.columns);
  }

  /** The row that is being filled; 0 before the first. */
  get row(): number {
    return this.#row;
  }

  /** Begins a row (1-based), which must lie below the one before; the caller has checked that. */
  startRow(row: number): void {
    this.#row = row;
    this.#buffer.clear();
  }

  /** Puts a cell into its column (1-based, right of all before it) unless it is blank. */
  put(column: number, text: string, cellKind: number, marks: number): void {
    const { limits, sheet, notes } = this.#rules;
    if (column > limits.columns)
      refuse("tooManyColumns", { limit: limits.columns }, { sheet, row: this.#row });
    if (cellKind === CELL.blank) return;
    let kind = cellKind;
    if ((marks & TELLING_MARKS) !== 0) {
      const place = { sheet, row: this.#row, column, raw: text };
      if (noteMarks(notes, marks, place, limits.cellCharacters)) kind = CELL.error;
    }
    this.#buffer.put(column - 1, text, kind);
  }

  /** Ends the row; one without content leaves nothing behind. */
  endRow(): void {
    const buffer = this.#buffer;
    if (buffer.length === 0) return;
    const { limits, notes, sheet, budget } = this.#rules;
    if (this.#row > limits.rows) {
      this.#farRows += 1;
      if (this.#farRows > FAR_ROWS) refuse("tooManyRows", { limit: limits.rows }, { sheet });
      const raw = buffer.texts().at(-1) ?? "";
      notes.add("farCell", { limit: limits.rows }, { sheet, row: this.#row, column: buffer.length, raw });
      return;
    }
    budget.cells -= buffer.length + this.#row - this.rows.length;
    if (budget.cells < 0) refuse("tooManyCells", { limit: limits.cells }, { sheet });
    while (this.rows.length < this.#row - 1) {
      this.rows.push(NO_CELLS);
      this.kinds.push(NO_KINDS);
    }
    this.rows.push(buffer.texts());
    this.kinds.push(buffer.kinds());
  }
}
