import { gzipSync } from "node:zlib";
import type { Finding } from "../../platform/workbook/finding.ts";
import { readWorkbook, type TextSheet } from "../../platform/workbook/workbook.ts";
import type { PackedSheet } from "../examine-task.ts";
import { withoutPersons } from "../mapping/without-persons.ts";
import { type JournalReading, readJournal } from "./read-journal.ts";

/** What comes back from the thread: the journal and its sheets without names, or why not. */
export type ReadJournal =
  | {
      ok: true;
      reading: JournalReading;
      sheets: PackedSheet[];
      nameColumns: number;
      notes: readonly Finding[];
    }
  | { ok: false; refusal: Finding };

/** Reads an export of a journal, or its kept sheets, in a thread of its own. Names do not leave this function. */
export function readJournalTask(source: Uint8Array | TextSheet[], fileName: string): ReadJournal {
  const outcome = Array.isArray(source)
    ? { ok: true as const, workbook: { sheets: source, notes: [] } }
    : readWorkbook(source, fileName);
  if (!outcome.ok) return { ok: false, refusal: outcome.refusal };
  const clean = outcome.workbook.sheets.map((sheet) => withoutPersons(sheet));
  const sheets = clean.map(({ sheet }) => sheet);
  return {
    ok: true,
    reading: readJournal(sheets, fileName),
    sheets: sheets.map(pack),
    nameColumns: clean.reduce((sum, { columns }) => sum + columns.length, 0),
    notes: outcome.workbook.notes,
  };
}

function pack(sheet: TextSheet): PackedSheet {
  const kinds = sheet.kinds.map((row) => Array.from(row).join(""));
  const kept = { hidden: sheet.hidden, rows: sheet.rows, kinds };
  return { name: sheet.name, cells: gzipSync(JSON.stringify(kept), { level: 3 }) };
}
