import { CELL } from "./cell.ts";
import type { CellTexts } from "./cell-texts.ts";
import { TELLING_MARKS } from "./clean-text.ts";
import type { Limits } from "./limits.ts";
import { noteMarks } from "./note-marks.ts";
import type { Notebook } from "./notebook.ts";
import { damaged, refuse } from "./refused.ts";
import { RowBuffer } from "./row-buffer.ts";
import { CellReader, wholeNumber } from "./xlsx-cell.ts";
import type { SharedStrings } from "./xlsx-shared-strings.ts";
import { NAME } from "./xml-names.ts";
import { TOKEN, type XmlScanner } from "./xml-scanner.ts";

/** The last row of a worksheet in the program whose format this is. */
const LAST_ROW = 1_048_576;
/** Rows with content below the limit that are reported one by one; more of them is a table that is too long. */
const FAR_ROWS = 20;

const NO_CELLS: readonly string[] = Object.freeze([]);
const NO_KINDS = new Uint8Array(0);

export interface SheetCells {
  rows: (readonly string[])[];
  kinds: Uint8Array[];
}

export interface SheetTask {
  sheet: string;
  shared: SharedStrings;
  texts: CellTexts;
  limits: Limits;
  notes: Notebook;
  /** places of cells that may still be taken, over all sheets */
  budget: { cells: number };
}

/** Reads the cells of one worksheet part. Hidden rows and columns are data like any other; formulas are never run. */
export function readSheet(x: XmlScanner, task: SheetTask): SheetCells {
  const cells: SheetCells = { rows: [], kinds: [] };
  const rows = new RowReader(x, task, cells);
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (token !== TOKEN.open || x.name !== NAME.sheetData) continue;
    for (token = x.next(); token !== TOKEN.close; token = x.next()) {
      if (token === TOKEN.end) damaged(x.part);
      if (token !== TOKEN.open) continue;
      if (x.name === NAME.row) rows.read();
      else x.skip();
    }
  }
  return cells;
}

class RowReader {
  readonly #x: XmlScanner;
  readonly #task: SheetTask;
  readonly #into: SheetCells;
  readonly #cell: CellReader;
  readonly #buffer: RowBuffer;
  #row = 0;
  #farRows = 0;

  constructor(x: XmlScanner, task: SheetTask, into: SheetCells) {
    this.#x = x;
    this.#task = task;
    this.#into = into;
    this.#cell = new CellReader(x, task.texts, task.shared);
    this.#buffer = new RowBuffer(task.limits.columns);
  }

  read(): void {
    const x = this.#x;
    const at = x.attribute(NAME.r);
    const row = at === -1 ? this.#row + 1 : wholeNumber(x, x.attributeFrom[at]!, x.attributeTo[at]!);
    if (row <= this.#row || row > LAST_ROW) damaged(x.part);
    this.#row = row;
    this.#buffer.clear();
    let column = 0;
    for (let token = x.next(); token !== TOKEN.close; token = x.next()) {
      if (token === TOKEN.end) damaged(x.part);
      if (token !== TOKEN.open) continue;
      if (x.name === NAME.c) column = this.#readCell(column);
      else x.skip();
    }
    if (this.#buffer.length > 0) this.#keep();
  }

  /** Puts the cell into its place unless it is blank; gives the column it stands in. */
  #readCell(previous: number): number {
    const cell = this.#cell;
    const { limits, sheet, notes } = this.#task;
    cell.read();
    const column = cell.column === 0 ? previous + 1 : cell.column;
    if (column <= previous || (cell.row !== 0 && cell.row !== this.#row)) damaged(this.#x.part);
    if (column > limits.columns)
      refuse("tooManyColumns", { limit: limits.columns }, { sheet, row: this.#row });
    if (cell.kind === CELL.blank) return column;
    let { kind } = cell;
    if ((cell.marks & TELLING_MARKS) !== 0) {
      const place = { sheet, row: this.#row, column, raw: cell.text };
      if (noteMarks(notes, cell.marks, place, limits.cellCharacters)) kind = CELL.error;
    }
    this.#buffer.put(column - 1, cell.text, kind);
    return column;
  }

  #keep(): void {
    const buffer = this.#buffer;
    const { limits, notes, sheet, budget } = this.#task;
    const { rows, kinds } = this.#into;
    if (this.#row > limits.rows) {
      this.#farRows += 1;
      if (this.#farRows > FAR_ROWS) refuse("tooManyRows", { limit: limits.rows }, { sheet });
      const raw = buffer.texts().at(-1) ?? "";
      notes.add("farCell", { limit: limits.rows }, { sheet, row: this.#row, column: buffer.length, raw });
      return;
    }
    budget.cells -= buffer.length + this.#row - rows.length;
    if (budget.cells < 0) refuse("tooManyCells", { limit: limits.cells }, { sheet });
    while (rows.length < this.#row - 1) {
      rows.push(NO_CELLS);
      kinds.push(NO_KINDS);
    }
    rows.push(buffer.texts());
    kinds.push(buffer.kinds());
  }
}
