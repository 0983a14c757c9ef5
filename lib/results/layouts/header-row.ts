import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { type ColumnSpec, matchColumn } from "./columns.ts";

/** A form puts its header into the first rows (forms.md F-05); the numbers of rows shift, so every one is tried. */
const FIRST_ROWS = 30;
/** The widest known form has about sixty columns; a stray cell far to the right is no header. */
const FIRST_COLUMNS = 512;

/** Header keys of a row, index = column − 1; "" for what cannot be a header. */
export function headerKeys(row: readonly string[]): string[] {
  const keys: string[] = [];
  for (let i = 0; i < row.length && i < FIRST_COLUMNS; i++) keys.push(headerKey(row[i] ?? ""));
  return keys;
}

/**
 * Index of the row of a sheet that holds all needed headers of a form, −1 when there is none. The headers must stand in
 * one row: a sheet of instructions that names them one below the other is no form.
 */
export function findHeaderRow(sheet: TextSheet, specs: readonly ColumnSpec[]): number {
  const required = specs.filter((spec) => spec.required).length;
  for (let i = 0; i < sheet.rows.length && i < FIRST_ROWS; i++) {
    const row = sheet.rows[i];
    if (!row || row.length < required) continue;
    const found = new Set<string>();
    for (const key of headerKeys(row)) {
      const spec = key === "" ? null : matchColumn(specs, key);
      if (spec?.required) found.add(spec.key);
    }
    if (found.size === required) return i;
  }
  return -1;
}
