import type { Finding } from "../../platform/workbook/finding.ts";
import { reportFinding } from "../report-findings.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import type { FigureLine } from "./report-draft.ts";

/**
 * What the sum of a line's shares says (forms.md D-31): 99.99 and 100.01 are rounding of each cell alone and stay as printed;
 * beyond `whole` ± `rounding` it is told. Lines with a missing share are not summed.
 */
export function shareSum(
  { sheet, row }: FigureLine,
  printed: readonly PrintedFigure[],
  whole: number,
  rounding: number,
): Finding[] {
  if (printed.length === 0 || printed.some(({ value }) => value === null)) return [];
  const sum = Number(printed.reduce((total, { value }) => total + (value ?? 0), 0).toFixed(6));
  const place = { sheet: sheet.name, row: row + 1, column: 1, raw: String(sum) };
  if (Math.abs(sum - whole) > rounding + 1e-9)
    return [reportFinding("reportShareSum", place, { sum, row: row + 1 })];
  return sum === whole ? [] : [reportFinding("reportShareRounding", place, { sum, row: row + 1 })];
}
