import { CELL } from "./cell.ts";
import type { Limits } from "./limits.ts";
import type { Notebook } from "./notebook.ts";
import { attribute, OdsCell } from "./ods-cell.ts";
import { damaged, refuse } from "./refused.ts";
import { SheetBuilder, type SheetRules } from "./sheet-builder.ts";
import type { TextSheet } from "./workbook.ts";
import { NAME } from "./xml-names.ts";
import { scanPart } from "./xml-part.ts";
import { TOKEN, type XmlScanner } from "./xml-scanner.ts";
import type { Zip } from "./zip.ts";

const CONTENT = "content.xml";
const MANIFEST = "META-INF/manifest.xml";
/** A full row may be written once for many equal ones; more equal rows than this are no table of pupils. */
const EQUAL_ROWS = 10_000;

/**
 * Reads the sheets of an OpenDocument spreadsheet (.ods). Nothing in it is run, fetched or followed.
 *
 * Source: OASIS Open Document Format 1.3, part 3, chapter 9.
 */
export function readOds(zip: Zip, limits: Limits, notes: Notebook): TextSheet[] {
  if (isEncrypted(zip)) refuse("encryptedFile");
  const x = scanPart(zip, CONTENT) ?? damaged(CONTENT);
  const hiddenStyles = new Set<string>();
  const sheets: TextSheet[] = [];
  const budget = { cells: limits.cells };
  let style = "";
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (token !== TOKEN.open) continue;
    if (x.name === NAME.style) style = attribute(x, NAME.prefixedName) ?? "";
    if (x.name === NAME.tableProperties && attribute(x, NAME.display) === "false") hiddenStyles.add(style);
    if (x.name === NAME.nullDate && attribute(x, NAME.dateValue)?.startsWith("1904")) notes.add("dates1904");
    if (x.name !== NAME.table) continue;
    const name = (attribute(x, NAME.prefixedName) ?? "").normalize("NFC");
    const hidden = hiddenStyles.has(attribute(x, NAME.prefixedStyle) ?? "");
    if (sheets.length === limits.sheets) refuse("tooManySheets", { limit: limits.sheets });
    sheets.push({ name, hidden, ...readTable(x, { sheet: name, limits, notes, budget }) });
  }
  return sheets;
}

function isEncrypted(zip: Zip): boolean {
  const x = scanPart(zip, MANIFEST);
  if (x === null) return false;
  for (let token = x.next(); token !== TOKEN.end; token = x.next())
    if (token === TOKEN.open && x.name === NAME.encryption) return true;
  return false;
}

/** Reads the `table` just opened, up to its end. Rows stand in groups that may be nested; drawings hold tables of their own and are passed over. */
function readTable(x: XmlScanner, rules: SheetRules): Pick<SheetBuilder, "rows" | "kinds"> {
  const builder = new SheetBuilder(rules);
  const cell = new OdsCell(x, rules.limits.cellCharacters);
  let row = 0;
  let depth = 0;
  for (;;) {
    const token = x.next();
    if (token === TOKEN.end) damaged(x.part);
    if (token === TOKEN.close && depth-- === 0) return { rows: builder.rows, kinds: builder.kinds };
    if (token !== TOKEN.open) continue;
    if (x.name === NAME.tableRow) row += readRow(x, row, cell, builder);
    else if (GROUPS.has(x.name)) depth += 1;
    else x.skip();
  }
}

const GROUPS = new Set([NAME.rowGroup, NAME.headerRows, NAME.rows]);

/** Reads the row just opened, up to its end; gives the number of rows that it stands for. */
function readRow(x: XmlScanner, above: number, cell: OdsCell, builder: SheetBuilder): number {
  const repeated = Number(attribute(x, NAME.rowsRepeated) ?? 1);
  if (!Number.isInteger(repeated) || repeated < 1) damaged(x.part);
  const cells: { column: number; text: string; kind: number; marks: number }[] = [];
  let column = 0;
  for (let token = x.next(); token !== TOKEN.close; token = x.next()) {
    if (token === TOKEN.end) damaged(x.part);
    if (token !== TOKEN.open) continue;
    if (x.name !== NAME.tableCell && x.name !== NAME.coveredCell) {
      x.skip();
      continue;
    }
    cell.read();
    const { text, kind, marks } = cell;
    if (kind !== CELL.blank)
      for (let i = 0; i < Math.min(cell.repeated, LAST_COLUMN); i += 1)
        cells.push({ column: column + 1 + i, text, kind, marks });
    column += cell.repeated;
    if (column > LAST_COLUMN && cells.length > LAST_COLUMN) damaged(x.part);
  }
  for (let i = 0; cells.length > 0 && i < Math.min(repeated, EQUAL_ROWS); i += 1) {
    builder.startRow(above + 1 + i);
    for (const { column, text, kind, marks } of cells) builder.put(column, text, kind, marks);
    builder.endRow();
  }
  if (cells.length > 0 && repeated > EQUAL_ROWS) damaged(x.part);
  return repeated;
}

/** The last column of the widest program: a row is written up to it. */
const LAST_COLUMN = 16_384;
