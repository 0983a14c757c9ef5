import { plain } from "#lib/platform/text/plain.ts";
import { CELL } from "#lib/platform/workbook/cell.ts";
import { readWhole } from "#lib/results/cells/whole-number.ts";

/** Why a line of a form is no pupil (forms.md A.1 NOT DATA, D-23, D-24, D-36). The check adds equalDuplicate and superseded. */
export type NotDataKind =
  | "heading"
  | "header"
  | "columnNumbers"
  | "groupLine"
  | "totalLine"
  | "sectionLine"
  | "preparedRow"
  | "codeOnly"
  | "noteLine";

const ZERO = /^0(?:[.,]0+)?$/;
const FEWEST_COLUMN_NUMBERS = 5;

/** True when something stands in a cell, spaces apart. */
export function isFilled(text: string | undefined): text is string {
  return text !== undefined && text !== "" && text.trim() !== "";
}

/** True when a line holds anything at all; a formula without a saved value is something. */
export function isLine(row: readonly string[], kinds: Uint8Array): boolean {
  for (let i = 0; i < row.length; i++) {
    if (isFilled(row[i]) || kinds[i] === CELL.formulaWithoutValue) return true;
  }
  return false;
}

/** True when a total says more than the 0 that a prepared formula leaves in every unused row. */
export function isOwnTotal(total: string): boolean {
  return isFilled(total) && !ZERO.test(plain(total));
}

/** True for a line that sums others up: «Всего участников:», «ИТОГО». */
export function isTotalLine(row: readonly string[]): boolean {
  const first = row.find(isFilled);
  return first !== undefined && /^(?:всего|итого)/i.test(plain(first));
}

/** A printed row of column numbers directly under the header: 1 2 3 4 … over the whole table (forms.md D-23). */
export function isColumnNumbers(row: readonly string[], width: number): boolean {
  const first = readWhole(plain(row[0] ?? ""));
  if (first === null || width < FEWEST_COLUMN_NUMBERS) return false;
  for (let i = 1; i < width; i++) if (readWhole(plain(row[i] ?? "")) !== first + i) return false;
  return true;
}
