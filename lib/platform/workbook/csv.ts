import { type CsvRecords, parseCsv } from "./csv-records.ts";
import { findSeparator } from "./csv-separator.ts";
import { toUtf8 } from "./encoding.ts";
import type { Limits } from "./limits.ts";
import type { Notebook } from "./notebook.ts";
import { refuse } from "./refused.ts";
import type { TextSheet } from "./workbook.ts";

/** The name of the only sheet of a text table. */
export const CSV_SHEET = "CSV";

const LF = 0x0a;
const CR = 0x0d;

/** Reads a text table (CSV, TSV). Its rows are those a spreadsheet program would show: a quoted line break does not start a new one. */
export function readCsv(
  bytes: Uint8Array,
  limits: Limits,
  notes: Notebook,
): { sheet: TextSheet; encoding: string } {
  const text = toUtf8(bytes, notes);
  if (!text.bytes.some((byte) => byte > 0x20)) refuse("emptyFile");
  const { separator, start } = findSeparator(text.bytes);
  const records = parseCsv(text.bytes, start, separator, CSV_SHEET, limits, notes);
  dropCutRow(records, text.bytes, text.cutInsideCharacter, notes);
  return {
    encoding: text.encoding,
    sheet: { name: CSV_SHEET, hidden: false, rows: records.rows, kinds: records.kinds },
  };
}

/**
 * A file that ends without a line end inside a row was probably cut off on its way. What there is of the row is shown and
 * not read: half a row would pass for a pupil without results.
 */
function dropCutRow(
  records: CsvRecords,
  bytes: Uint8Array,
  cutInsideCharacter: boolean,
  notes: Notebook,
): void {
  const { rows, kinds } = records;
  const last = rows.at(-1);
  if (last === undefined || bytes.at(-1) === LF || bytes.at(-1) === CR) return;
  const before = rows.findLast((row, index) => index < rows.length - 1 && row.length > 0);
  const isShort = before !== undefined && last.length < before.length;
  if (!cutInsideCharacter && !isShort) return;
  const raw = last.filter((cell) => cell !== "").join(" | ");
  notes.add("fileCutOff", { row: rows.length }, { sheet: CSV_SHEET, row: rows.length, raw });
  rows.pop();
  kinds.pop();
}
