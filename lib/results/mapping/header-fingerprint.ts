import { createHash } from "node:crypto";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { headerKeys } from "../layouts/header-row.ts";

/** The header of a table stands in its first rows; so many are tried. */
export const headerRows = 30;
const fewestHeaders = 3;

/**
 * What a table is found again by: its header cells in their columns, without case, look-alike letters and spaces. Null for a
 * row of fewer than three filled cells: it could be anything.
 */
export function headerFingerprint(row: readonly string[]): string | null {
  const keys = headerKeys(row);
  while (keys.at(-1) === "") keys.pop();
  if (keys.filter((key) => key !== "").length < fewestHeaders) return null;
  return createHash("sha256").update(keys.join("\u0000")).digest("hex").slice(0, 32);
}

/** The fingerprints of all rows of a sheet that could be its header, by row (0-based). */
export function fingerprintsOf(sheet: TextSheet): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < sheet.rows.length && i < headerRows; i++) {
    const print = headerFingerprint(sheet.rows[i] ?? []);
    if (print !== null && !found.has(print)) found.set(print, i);
  }
  return found;
}

/** All of them, for all sheets of a file. */
export function headerFingerprints(sheets: readonly TextSheet[]): string[] {
  return [...new Set(sheets.flatMap((sheet) => [...fingerprintsOf(sheet).keys()]))];
}
