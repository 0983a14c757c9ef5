import type { CellTexts } from "./cell-texts.ts";
import { damaged } from "./refused.ts";
import { SheetBuilder, type SheetRules } from "./sheet-builder.ts";
import { CellReader, wholeNumber } from "./xlsx-cell.ts";
import type { SharedStrings } from "./xlsx-shared-strings.ts";
import { NAME } from "./xml-names.ts";
import { TOKEN, type XmlScanner } from "./xml-scanner.ts";

/** The last row of a worksheet in the program whose format this is. */
const LAST_ROW = 1_048_576;

export interface SheetTask extends SheetRules {
  shared: SharedStrings;
  texts: CellTexts;
}

/** Reads the cells of one worksheet part. Hidden rows and columns are data like any other; formulas are never run. */
export function readSheet(x: XmlScanner, task: SheetTask): Pick<SheetBuilder, "rows" | "kinds"> {
  const builder = new SheetBuilder(task);
  const rows = new RowReader(x, task, builder);
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (token !== TOKEN.open || x.name !== NAME.sheetData) continue;
    for (token = x.next(); token !== TOKEN.close; token = x.next()) {
      if (token === TOKEN.end) damaged(x.part);
      if (token !== TOKEN.open) continue;
      if (x.name === NAME.row) rows.read();
      else x.skip();
    }
  }
  return { rows: builder.rows, kinds: builder.kinds };
}

class RowReader {
  readonly #x: XmlScanner;
  readonly #cell: CellReader;
  readonly #builder: SheetBuilder;

  constructor(x: XmlScanner, task: SheetTask, builder: SheetBuilder) {
    this.#x = x;
    this.#cell = new CellReader(x, task.texts, task.shared);
    this.#builder = builder;
  }

  read(): void {
    const x = this.#x;
    const builder = this.#builder;
    const at = x.attribute(NAME.r);
    const row = at === -1 ? builder.row + 1 : wholeNumber(x, x.attributeFrom[at]!, x.attributeTo[at]!);
    if (row <= builder.row || row > LAST_ROW) damaged(x.part);
    builder.startRow(row);
    let column = 0;
    for (let token = x.next(); token !== TOKEN.close; token = x.next()) {
      if (token === TOKEN.end) damaged(x.part);
      if (token !== TOKEN.open) continue;
      if (x.name === NAME.c) column = this.#readCell(column, row);
      else x.skip();
    }
    builder.endRow();
  }

  /** Puts the cell into its place unless it is blank; gives the column it stands in. */
  #readCell(previous: number, row: number): number {
    const cell = this.#cell;
    cell.read();
    const column = cell.column === 0 ? previous + 1 : cell.column;
    if (column <= previous || (cell.row !== 0 && cell.row !== row)) damaged(this.#x.part);
    this.#builder.put(column, cell.text, cell.kind, cell.marks);
    return column;
  }
}
