import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import type { ExportColumn } from "../platform/spreadsheet-export/sheet.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { type CellPlace, columnLetters, columnName } from "./column-name.ts";
import { findingText } from "./finding-text.ts";
import { findingRule } from "./form-findings.ts";
import type { UnderstoodWork } from "./understood.ts";

const columns = [
  ["severity", 16],
  ["sheet", 20],
  ["row", 8],
  ["cell", 8],
  ["column", 16],
  ["raw", 20],
  ["text", 80],
  ["done", 28],
  ["rule", 9],
] as const;

/** Heads of the list of findings (forms.md part R: place, value as printed, verdict, rule, reason in words). */
export function findingColumns(t: Translate): ExportColumn[] {
  return columns.map(([key, width]) => ({ header: t(`results.download.${key}`), width }));
}

/** One finding as a line of that list. Names nobody: a code stands in it at most. */
export function findingLine(
  t: Translate,
  locale: Locale,
  works: readonly UnderstoodWork[],
  finding: Finding,
): (string | number | null)[] {
  const { severity, sheet, row, column, raw } = finding;
  const rule = findingRule(finding.code);
  return [
    t(`results.severity.${severity}`),
    sheet,
    row,
    row === null || column === null ? null : `${columnLetters(column)}${row}`,
    columnText(t, works, finding),
    raw,
    findingText(locale, finding),
    rule === null ? null : t(`results.verdict.${rule.verdict}`),
    rule?.rule ?? null,
  ];
}

/** «5» for a task, «Итого» for another field, null where the column is not known. */
export function columnText(t: Translate, works: readonly UnderstoodWork[], place: CellPlace): string | null {
  const name = columnName(works, place);
  if (name === null) return null;
  return "task" in name ? name.task : t(`results.column.${name.field}`);
}
