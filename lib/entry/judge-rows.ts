import type { Scale } from "../assessments/rules.ts";
import { cellName, type EntryColumn } from "./columns.ts";
import { countCodes, rowFacts } from "./row-facts.ts";
import type { JudgedRow } from "./sheet.ts";

/** A class judged as a whole from its cells by name: what the grid shows beside each row, counted on the server. */
export function judgeRows(
  columns: readonly EntryColumn[],
  cells: ReadonlyMap<string, string>,
  rows: number,
  taken: ReadonlyMap<string, string>,
  scale: Pick<Scale, "bands"> | null,
): JudgedRow[] {
  const texts = Array.from({ length: rows }, (_, row) =>
    columns.map((column) => cells.get(cellName(row, column.key)) ?? ""),
  );
  const codeAt = columns.findIndex(({ kind }) => kind === "code");
  const counts = countCodes(texts.map((row) => row[codeAt] ?? ""));
  return texts.map((row) => ({ texts: row, facts: rowFacts(columns, row, { counts, taken }, scale) }));
}
