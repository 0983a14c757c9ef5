import { gzipSync } from "node:zlib";
import type { Finding } from "../platform/workbook/finding.ts";
import { readWorkbook, type TextSheet } from "../platform/workbook/workbook.ts";
import type { PackedSheet } from "../results/examine-task.ts";
import { type ProtocolReading, readProtocol, withoutPersons } from "./protocol/read-protocol.ts";

/** What comes back from the thread: the protocol without persons, the sheets without persons, or why not. */
export type ReadProtocol =
  | { ok: true; reading: ProtocolReading; sheets: PackedSheet[]; notes: readonly Finding[] }
  | { ok: false; refusal: Finding | null };

/** Reads a file, or its kept sheets, in a thread of its own. Names and documents do not leave this function. */
export function readProtocolTask(
  source: Uint8Array | TextSheet[],
  fileName: string,
  secret: string,
): ReadProtocol {
  const kept = Array.isArray(source);
  const outcome = kept
    ? { ok: true as const, workbook: { sheets: source, notes: [] } }
    : readWorkbook(source, fileName);
  if (!outcome.ok) return { ok: false, refusal: outcome.refusal };
  const reading = readProtocol(outcome.workbook, secret, kept);
  if (!reading) return { ok: false, refusal: null };
  return {
    ok: true,
    reading,
    sheets: withoutPersons(outcome.workbook, reading).map(pack),
    notes: outcome.workbook.notes,
  };
}

function pack(sheet: TextSheet): PackedSheet {
  const kinds = sheet.kinds.map((row) => Array.from(row).join(""));
  const kept = { hidden: sheet.hidden, rows: sheet.rows, kinds };
  return { name: sheet.name, cells: gzipSync(JSON.stringify(kept), { level: 3 }) };
}
