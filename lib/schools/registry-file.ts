import { CELL } from "#lib/platform/workbook/cell.ts";
import type { Finding, Severity } from "#lib/platform/workbook/finding.ts";
import { shownHeader } from "#lib/platform/workbook/header-key.ts";
import { readTable } from "#lib/platform/workbook/table.ts";
import { readWorkbook, shownName, type TextSheet, type Workbook } from "#lib/platform/workbook/workbook.ts";
import { readClassRow } from "./registry-class-row.ts";
import { findTable, printedHeader, type RegistryField, type RegistryTable } from "./registry-columns.ts";
import type { LinePlace, RegistryFinding, RegistryFindingCode, RegistryReading } from "./registry-reading.ts";
import { readSchoolRow } from "./registry-school-row.ts";

/** More lines than any region has; above it the file is refused. */
const MOST_ROWS = 100_000;

/** One row of a table: cells by field, and a way to say that one of them is wrong. */
export interface RegistryRow {
  place: LinePlace;
  /** The cell's text on one line, "" when it is blank or the file has no such column. */
  text(field: RegistryField): string;
  /** True when the cell is stored as a number, so that its notation is the workbook's own. */
  isStored(field: RegistryField): boolean;
  has(field: RegistryField): boolean;
  find(
    severity: Severity,
    code: RegistryFindingCode,
    field: RegistryField | null,
    params?: Record<string, string | number>,
  ): void;
}

/**
 * Reads a registry of schools or of classes from the bytes of an xlsx or text table: every sheet whose headers we know.
 * Never throws for what a file holds; a file that cannot be read, or holds no such table, is a finding.
 */
export function readRegistryFile(bytes: Uint8Array, fileName: string): RegistryReading {
  const outcome = readWorkbook(bytes, fileName);
  const file = shownName(fileName);
  if (outcome.ok) return readRegistry(outcome.workbook, file);
  return { file, schools: [], classes: [], findings: [withFile(outcome.refusal, file)], rows: 0, taken: 0 };
}

/** The same for a workbook that is read already. */
export function readRegistry(book: Workbook, file: string): RegistryReading {
  const findings = book.notes.map((note) => withFile(note, file));
  const reading: RegistryReading = { file, schools: [], classes: [], findings, rows: 0, taken: 0 };
  let tables = 0;
  for (const sheet of book.sheets) {
    if (sheet.rows.length === 0) continue;
    const table = findTable(sheet);
    if (table !== null) {
      tables += 1;
      readSheet(book, sheet, table, reading);
    } else if (book.sheets.length > 1)
      findings.push(blank(file, { severity: "note", code: "sheetIgnored", sheet: sheet.name }));
  }
  const wanted = {
    login: printedHeader("login"),
    name: printedHeader("name"),
    year: printedHeader("year"),
    class: printedHeader("class"),
  };
  if (tables === 0) findings.push(blank(file, { severity: "error", code: "notRegistry", params: wanted }));
  return book.format === "csv" ? withoutSheets(reading) : reading;
}

function readSheet(book: Workbook, sheet: TextSheet, table: RegistryTable, reading: RegistryReading): void {
  const { file, findings } = reading;
  const outcome = readTable(book, { sheet, headerRow: table.headerRow });
  if (!outcome.ok) {
    findings.push(...outcome.findings.map((one) => withFile(one, file)));
    return;
  }
  findings.push(...outcome.findings.map((one) => withFile(one, file)));
  findings.push(...unknownColumns(outcome.table.headers, table, sheet.name, file));
  for (const { row } of outcome.table.rows) {
    reading.rows += 1;
    if (reading.rows > MOST_ROWS) {
      findings.push(
        blank(file, {
          severity: "error",
          code: "tooManyLines",
          sheet: sheet.name,
          row,
          params: { most: MOST_ROWS },
        }),
      );
      reading.schools = [];
      reading.classes = [];
      return;
    }
    const cells = rowOf(sheet, table, row, file, findings);
    if (table.kind === "schools") {
      const school = readSchoolRow(cells);
      if (school) reading.schools.push(school);
    } else {
      const one = readClassRow(cells, sheet.name);
      if (one) reading.classes.push(one);
    }
  }
  reading.taken = reading.schools.length + reading.classes.length;
}

function rowOf(
  sheet: TextSheet,
  table: RegistryTable,
  row: number,
  file: string,
  findings: RegistryFinding[],
): RegistryRow {
  const texts = sheet.rows[row - 1] ?? [];
  const kinds = sheet.kinds[row - 1] ?? new Uint8Array();
  const at = (field: RegistryField) => (table.columns[field] ?? 0) - 1;
  const columns = Object.values(table.columns).sort((a, b) => a - b);
  const place: LinePlace = {
    file,
    sheet: sheet.name,
    row,
    line: columns.map((column) => shownHeader(texts[column - 1] ?? "")),
  };
  const cells: RegistryRow = {
    place,
    text: (field) => (isReadable(kinds[at(field)]) ? shownHeader(texts[at(field)] ?? "") : ""),
    isStored: (field) => kinds[at(field)] === CELL.number || kinds[at(field)] === CELL.formula,
    has: (field) => table.columns[field] !== undefined,
    find(severity, code, field, params = {}) {
      const column = field === null ? null : (table.columns[field] ?? null);
      const raw = column === null ? null : (texts[column - 1] ?? "");
      findings.push({ severity, code, file, sheet: sheet.name, row, column, raw, params, line: place.line });
    },
  };
  for (const [field, column] of Object.entries(table.columns) as [RegistryField, number][])
    if (!isReadable(kinds[column - 1]))
      cells.find("error", "cellUnreadable", field, { header: table.headers[field] ?? "" });
  return cells;
}

/** An error value and a formula that was never calculated say nothing (forms.md D-34). */
function isReadable(kind: number | undefined): boolean {
  return kind !== CELL.error && kind !== CELL.formulaWithoutValue;
}

function unknownColumns(
  headers: readonly { column: number; header: string }[],
  table: RegistryTable,
  sheet: string,
  file: string,
): RegistryFinding[] {
  const known = new Set(Object.values(table.columns));
  return headers
    .filter(({ column }) => !known.has(column))
    .map(({ column, header }) =>
      blank(file, {
        severity: "note",
        code: "unknownColumn",
        sheet,
        row: table.headerRow,
        column,
        params: { header },
      }),
    );
}

function withFile(finding: Finding, file: string): RegistryFinding {
  return { ...finding, file, line: null };
}

/** The only sheet of a text table has no name that a person knows. */
function withoutSheets(reading: RegistryReading): RegistryReading {
  for (const one of [...reading.schools, ...reading.classes, ...reading.findings]) one.sheet = null;
  return reading;
}

function blank(
  file: string,
  given: { severity: Severity; code: RegistryFindingCode } & Partial<Finding>,
): RegistryFinding {
  return { sheet: null, row: null, column: null, raw: null, params: {}, ...given, file, line: null };
}
