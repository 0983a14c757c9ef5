import { fileFinding } from "./file-findings.ts";
import type { Finding } from "./finding.ts";
import { headerKey } from "./header-key.ts";
import { readHeaders, type TableHeader } from "./table-headers.ts";
import type { TextSheet, Workbook } from "./workbook.ts";

export type { TableHeader } from "./table-headers.ts";

/** Headers that a refusal names as found; a person recognises a table by fewer. */
const SHOWN_HEADERS = 20;

export interface TableRow {
  /** 1-based row of the sheet */
  row: number;
  /** text by printed header, as stored; every header has an entry, "" where the cell is blank */
  values: ReadonlyMap<string, string>;
}

export interface Table {
  sheet: string;
  headerRow: number;
  headers: readonly TableHeader[];
  rows: readonly TableRow[];
}

export type TableOutcome =
  | { ok: true; table: Table; findings: readonly Finding[] }
  | { ok: false; refusal: Finding; findings: readonly Finding[] };

export interface TableOptions {
  /** default: the first sheet in sight that has any cell */
  sheet?: TextSheet;
  /** 1-based; default: the first row with a filled cell */
  headerRow?: number;
  /** headers that tell rows apart; a control character in one of them refuses the table, elsewhere only its row */
  identity?: readonly string[];
  /** headers without which the table is refused */
  required?: readonly string[];
}

/**
 * Reads a sheet as a plain table: a row of names, under it one record a row. Blank rows are no rows. Names that repeat, that cannot be told apart
 * or that became dates refuse the table; cells beside the named columns are reported and kept out; a row with a control character is left out and named.
 * In a text table a row with fewer or more cells than there are names is reported, in a workbook trailing blanks are not stored.
 */
export function readTable(book: Workbook, options: TableOptions = {}): TableOutcome {
  const sheet =
    options.sheet ?? book.sheets.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? book.sheets[0];
  const headerIndex = options.headerRow === undefined ? firstFilled(sheet) : options.headerRow - 1;
  if (sheet === undefined || isBlank(sheet.rows[headerIndex])) return refused([fileFinding("emptyFile")]);
  const headerRow = headerIndex + 1;
  const { headers, findings } = readHeaders(
    sheet.name,
    headerRow,
    sheet.rows[headerIndex]!,
    sheet.kinds[headerIndex]!,
  );
  if (headers.length === 0)
    return refused([fileFinding("noDataRows", {}, { sheet: sheet.name, row: headerRow })]);
  findings.push(...missing(sheet.name, headerRow, headers, options.required ?? []));
  if (findings.length > 0) return refused(findings);
  const unreadable = unreadableRows(book, sheet.name);
  const identity = new Set((options.identity ?? []).map(headerKey));
  const spoilt = unreadable.findings.find(({ column }) =>
    headers.some((header) => header.column === column && identity.has(header.key)),
  );
  if (spoilt !== undefined) return refused([spoilt]);
  const rows: TableRow[] = [];
  for (let index = headerIndex + 1; index < sheet.rows.length; index += 1) {
    const texts = sheet.rows[index]!;
    if (isBlank(texts)) continue;
    findings.push(...shapeFindings(book.format, sheet.name, index + 1, texts, headers));
    if (unreadable.rows.has(index + 1)) continue;
    rows.push({ row: index + 1, values: record(headers, texts) });
  }
  if (rows.length === 0)
    return refused([fileFinding("noDataRows", {}, { sheet: sheet.name, row: headerRow }), ...findings]);
  return { ok: true, table: { sheet: sheet.name, headerRow, headers, rows }, findings };
}

function refused(findings: readonly Finding[]): TableOutcome {
  return { ok: false, refusal: findings[0]!, findings };
}

function firstFilled(sheet: TextSheet | undefined): number {
  return sheet?.rows.findIndex((texts) => !isBlank(texts)) ?? -1;
}

function isBlank(texts: readonly string[] | undefined): boolean {
  return texts === undefined || texts.every((text) => text.trim() === "");
}

function record(headers: readonly TableHeader[], texts: readonly string[]): Map<string, string> {
  return new Map(headers.map(({ header, column }) => [header, texts[column - 1] ?? ""]));
}

function missing(
  sheet: string,
  row: number,
  headers: readonly TableHeader[],
  required: readonly string[],
): Finding[] {
  const keys = new Set(headers.map(({ key }) => key));
  const found = headers
    .slice(0, SHOWN_HEADERS)
    .map(({ header }) => header)
    .join(", ");
  return required
    .filter((header) => !keys.has(headerKey(header)))
    .map((header) => fileFinding("missingColumn", { header, found }, { sheet, row }));
}

/** Rows that the reader has already reported as holding control characters. */
function unreadableRows(
  book: Workbook,
  sheet: string,
): { rows: ReadonlySet<number | null>; findings: readonly Finding[] } {
  const findings = book.notes.filter((note) => note.code === "controlCharacters" && note.sheet === sheet);
  return { rows: new Set(findings.map(({ row }) => row)), findings };
}

/** Cells where no header stands, and rows of a text table that have another number of cells than the header row. */
function shapeFindings(
  format: Workbook["format"],
  sheet: string,
  row: number,
  texts: readonly string[],
  headers: readonly TableHeader[],
): Finding[] {
  const named = new Set(headers.map(({ column }) => column));
  const last = headers.at(-1)!.column;
  const findings: Finding[] = [];
  const extra = texts.slice(last).filter((text) => text.trim() !== "");
  if (format === "csv" && (texts.length < last || extra.length > 0)) {
    const raw = extra.length > 0 ? extra.join(" | ") : null;
    findings.push(fileFinding("raggedRow", { cells: texts.length, headers: last }, { sheet, row, raw }));
  }
  texts.forEach((text, index) => {
    const column = index + 1;
    if (text.trim() === "" || named.has(column) || (format === "csv" && column > last)) return;
    findings.push(fileFinding("columnWithoutHeader", { column }, { sheet, row, column, raw: text }));
  });
  return findings;
}
