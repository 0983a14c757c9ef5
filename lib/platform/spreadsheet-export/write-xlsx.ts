import { packZip } from "#lib/platform/workbook/deflate.ts";
import type { ExportSheet } from "./sheet.ts";
import { sheetNames } from "./sheet-names.ts";
import { sheetXml } from "./xlsx-sheet.ts";
import { stylesXml } from "./xlsx-styles.ts";
import { columnLetters, xmlText } from "./xlsx-text.ts";

export type { ExportCell, ExportColumn, ExportFormula, ExportSheet, NumberFormat } from "./sheet.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * Writes a workbook: real numbers with their formats, texts that no program takes for formulas, a frozen bold header with a filter on
 * each sheet. The same sheets give the same bytes. Throws a RangeError for what no cell can hold and for a workbook without sheets.
 */
export function writeXlsx(sheets: readonly ExportSheet[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError("a workbook has at least one sheet");
  const names = sheetNames(sheets.map(({ name }) => name));
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([{ type: "officeDocument", target: "xl/workbook.xml" }]),
    "xl/workbook.xml": workbookXml(sheets, names),
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, index) => ({ type: "worksheet", target: `worksheets/sheet${index + 1}.xml` })),
      { type: "styles", target: "styles.xml" },
    ]),
    "xl/styles.xml": stylesXml(),
  };
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  });
  const encoder = new TextEncoder();
  return packZip(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(DECLARATION + xml)])),
  );
}

function workbookXml(sheets: readonly ExportSheet[], names: readonly string[]): string {
  const entries = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = sheets.map(({ columns, rows }, index) => {
    const sheet = `'${names[index]!.replaceAll("'", "''")}'`;
    const filtered = xmlText(`${sheet}!$A$1:$${columnLetters(columns.length)}$${rows.length + 1}`);
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${filtered}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`${sheet}!$1:$1`)}</definedName>`
    );
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${entries.join("")}</sheets><definedNames>${defined.join("")}</definedNames></workbook>`;
}

function relationships(targets: readonly { type: string; target: string }[]): string {
  const entries = targets.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

function contentTypes(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${sheets.join("")}</Types>`;
}
