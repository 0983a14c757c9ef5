import { messageKind } from "#lib/platform/workbook/file-findings.ts";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import { readTable, type TableOptions } from "#lib/platform/workbook/table.ts";
import { readWorkbook, type TextSheet, type Workbook } from "#lib/platform/workbook/workbook.ts";

/** The workbook, or a failed test that says why there is none. */
export function opened(bytes: Uint8Array, fileName = "file.xlsx"): Workbook {
  const outcome = readWorkbook(bytes, fileName);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.workbook;
}

/** The first sheet of a file that opens. */
export function firstSheet(bytes: Uint8Array, fileName = "file.xlsx"): TextSheet {
  return opened(bytes, fileName).sheets[0]!;
}

/** The refusal of a file, or a failed test. */
export function refusalOf(bytes: Uint8Array, fileName = "file.xlsx"): Finding {
  const outcome = readWorkbook(bytes, fileName);
  if (outcome.ok) throw new Error("not refused");
  return outcome.refusal;
}

export interface Answer {
  answer: "accept" | "accept with a message" | "refuse";
  kinds: readonly (string | null)[];
  rows: readonly ReadonlyMap<string, string>[];
  findings: readonly Finding[];
}

/** What a person who loads this file as a plain table is told, and the rows that are taken. */
export function answerTo(bytes: Uint8Array, fileName: string, options: TableOptions = {}): Answer {
  const outcome = readWorkbook(bytes, fileName);
  if (!outcome.ok) return answer("refuse", [outcome.refusal]);
  const { notes } = outcome.workbook;
  const table = readTable(outcome.workbook, options);
  if (!table.ok) return answer("refuse", [...table.findings, ...notes]);
  const findings = [...notes, ...table.findings];
  const rows = table.table.rows.map(({ values }) => values);
  return answer(findings.length === 0 ? "accept" : "accept with a message", findings, rows);
}

function answer(
  kind: Answer["answer"],
  findings: readonly Finding[],
  rows: readonly ReadonlyMap<string, string>[] = [],
): Answer {
  return { answer: kind, kinds: findings.map(({ code }) => messageKind(code)), rows, findings };
}
