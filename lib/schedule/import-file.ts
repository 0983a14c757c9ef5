import { plain } from "../platform/text/plain.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { readTable } from "../platform/workbook/table.ts";
import { readWorkbook, shownName } from "../platform/workbook/workbook.ts";
import { fieldsOf, type ImportField } from "./import-columns.ts";

/** A row of a file of works, as texts; what they mean is decided against the school's year (import-check.ts). */
export interface ImportRow {
  row: number;
  cells: Partial<Record<ImportField, string>>;
}

export interface ImportReading {
  file: string;
  rows: ImportRow[];
  /** Why nothing could be read, or what was passed over; texts stand in messages/…/findings.json. */
  findings: Finding[];
  /** The file has no table with date, class and subject. */
  unknown: boolean;
}

/** More rows than any school's year has. */
export const mostImportRows = 2_000;

/** Reads a file of works from the bytes of a workbook or a text table. Never throws for what a file holds. */
export function readScheduleFile(bytes: Uint8Array, fileName: string): ImportReading {
  const file = shownName(fileName);
  const outcome = readWorkbook(bytes, fileName);
  if (!outcome.ok) return { file, rows: [], findings: [outcome.refusal], unknown: false };
  const { workbook } = outcome;
  const findings: Finding[] = [...workbook.notes];
  for (const sheet of workbook.sheets.filter(({ rows, hidden }) => rows.length > 0 && !hidden)) {
    // A heading may stand over the table: its row of names is looked for among the first ones.
    const headerIndex = sheet.rows.slice(0, 20).findIndex((texts) => fieldsOf(texts) !== null);
    if (headerIndex < 0) continue;
    const table = readTable(workbook, { sheet, headerRow: headerIndex + 1 });
    findings.push(...table.findings);
    if (!table.ok) return { file, rows: [], findings, unknown: false };
    const fields = fieldsOf(table.table.headers.map(({ header }) => header));
    if (fields === null) continue;
    const rows = table.table.rows.slice(0, mostImportRows + 1).map(({ row, values }): ImportRow => {
      const cells = [...fields].map(([field, header]) => [
        field,
        plain(values.get(header) ?? "").slice(0, 500),
      ]);
      return { row, cells: Object.fromEntries(cells) };
    });
    return { file, rows, findings, unknown: false };
  }
  return { file, rows: [], findings, unknown: true };
}
