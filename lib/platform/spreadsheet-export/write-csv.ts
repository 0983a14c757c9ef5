import { looksLikeFormula } from "./formula-like.ts";

export interface CsvOptions {
  /** with a semicolon numbers get a decimal comma, as programs with Russian or Ukrainian settings expect; else a point */
  separator: ";" | "," | "\t";
}

const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

/**
 * Writes a text table: UTF-8 with a byte order mark, CR LF, cells in quotes where needed (RFC 4180). A text that a program could take
 * for a formula gets an apostrophe before it, so that it is shown and never run. Numbers are written as numbers.
 */
export function writeCsv(
  rows: readonly (readonly (string | number | null)[])[],
  options: CsvOptions,
): Uint8Array {
  const lines = rows.map((row) =>
    row.map((cell) => csvCell(cell, options.separator)).join(options.separator),
  );
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.map((line) => line + LINE_END).join(""));
}

function csvCell(cell: string | number | null, separator: CsvOptions["separator"]): string {
  if (cell === null) return "";
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw new RangeError(`${cell} cannot be written to a table`);
    return separator === ";" ? String(cell).replace(".", ",") : String(cell);
  }
  const text = looksLikeFormula(cell) ? `'${cell}` : cell;
  return /["\r\n;,\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
