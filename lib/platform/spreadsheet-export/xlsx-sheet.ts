import { looksLikeFormula } from "./formula-like.ts";
import { rowHeight } from "./row-height.ts";
import type { ExportCell, ExportSheet } from "./sheet.ts";
import { numberStyle, STYLE } from "./xlsx-styles.ts";
import { columnLetters, xmlText } from "./xlsx-text.ts";

/** What one cell of a worksheet can hold (the program's own limits). */
const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const WIDEST = 255;

/**
 * One worksheet: header in the first row (bold, frozen, with a filter, repeated on each printed page), rows under it, notes after a
 * blank line. Prints on A4, as wide as the page. A text or number that a cell cannot hold is a RangeError, never cut.
 */
export function sheetXml(sheet: ExportSheet): string {
  const { columns, rows, notes = [] } = sheet;
  if (columns.length === 0 || columns.length > MOST_COLUMNS)
    throw new RangeError("a sheet has 1 to 16,384 columns");
  if (rows.length + notes.length + 2 > MOST_ROWS) throw new RangeError("a sheet has at most 1,048,576 rows");
  const lastColumn = columnLetters(columns.length);
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.min(Math.max(width, 1), WIDEST)}" customWidth="1"/>`,
  );
  const header = columns.map((column, index) =>
    textXml(
      column.header,
      columnLetters(index + 1) + 1,
      column.format === undefined ? STYLE.header : STYLE.numberHeader,
    ),
  );
  const headerHeight = rowHeight(
    columns.map(({ header: text }) => text),
    // Bold letters are wider, and the filter's button takes room.
    columns.map(({ width }) => width - 2),
  );
  const body = rows.map((cells, index) => rowXml(sheet, cells, index + 2));
  const foot = notes.map((note, index) => {
    const row = rows.length + index + 3;
    return `<row r="${row}">${textXml(note, `A${row}`, STYLE.note)}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols>
<sheetData><row r="1"${headerHeight}>${header.join("")}</row>
${[...body, ...foot].join("\n")}</sheetData>
<autoFilter ref="A1:${lastColumn}${rows.length + 1}"/>
<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>
<pageSetup paperSize="9" orientation="${columns.length > 6 ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/>
</worksheet>`;
}

function rowXml(sheet: ExportSheet, cells: readonly ExportCell[], row: number): string {
  if (cells.length > sheet.columns.length)
    throw new RangeError(`row ${row} has more cells than there are columns`);
  const written = cells.map((cell, index) => {
    const style = numberStyle(sheet.columns[index]!.format);
    return cellXml(cell, columnLetters(index + 1) + row, style);
  });
  const texts = cells.map((cell) => (typeof cell === "string" ? cell : null));
  const height = rowHeight(
    texts,
    sheet.columns.map(({ width }) => width),
  );
  return `<row r="${row}"${height}>${written.join("")}</row>`;
}

function cellXml(cell: ExportCell, address: string, style: number): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${address}" s="${style}"><v>${finite(cell)}</v></c>`;
  if (typeof cell === "string")
    return textXml(cell, address, looksLikeFormula(cell) ? STYLE.quotedText : STYLE.text);
  const formula = `<f>${xmlText(cell.formula.replace(/^=/, ""))}</f>`;
  const { value } = cell;
  if (value === undefined) return `<c r="${address}" s="${style}">${formula}</c>`;
  if (typeof value === "number")
    return `<c r="${address}" s="${style}">${formula}<v>${finite(value)}</v></c>`;
  return `<c r="${address}" s="${style}" t="str">${formula}<v>${xmlText(value)}</v></c>`;
}

/** Texts stand in the cell itself, marked as text: no program takes such a cell for a formula. */
function textXml(text: string, address: string, style: number): string {
  if (text.length > LONGEST_TEXT)
    throw new RangeError(`the text of cell ${address} is longer than a cell can hold`);
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written to a cell`);
  return value;
}
