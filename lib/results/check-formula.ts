import { CELL } from "../platform/workbook/cell.ts";
import { isFormulaError } from "./cells/formula-error.ts";
import type { RowReading } from "./layouts/layout.ts";

/** What a formula left behind instead of a value (forms.md D-34), or null. */
export function brokenFormula(
  row: RowReading,
  column: number | undefined,
  text: string,
): "formulaWithoutValue" | "formulaError" | null {
  const kind = column === undefined ? CELL.blank : row.kinds[column - 1];
  if (kind === CELL.formulaWithoutValue) return "formulaWithoutValue";
  return isFormulaError(text) ? "formulaError" : null;
}
