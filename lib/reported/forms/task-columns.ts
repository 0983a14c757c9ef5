import { plain } from "../../platform/text/plain.ts";
import { taskCode } from "../../platform/text/task-code.ts";
import { readWhole } from "../../results/cells/whole-number.ts";
import { reportFinding } from "../report-findings.ts";
import type { ReportDraft } from "./report-draft.ts";
import type { ReportTable } from "./report-table.ts";

export interface TaskColumn {
  code: string;
  printed: string;
  max: number | null;
  column: number;
}

/** Maximum in the header cell itself: `1К1 (3б)`. */
const IN_HEADER = /^(.+?)\s*\(\s*(\d{1,3})\s*б[а-я]*\.?\s*\)$/i;

/**
 * Columns of tasks right of `after`, keyed as in forms.md D-38; maxima from the header or from the row «Макс балл» below it.
 * A task that stands twice is in neither of its columns.
 */
export function taskColumns(draft: ReportDraft, table: ReportTable, after: number): TaskColumn[] {
  const { sheet, header } = table;
  const maxima = (sheet.rows[header + 1] ?? []).some(isMaximumLabel) ? sheet.rows[header + 1] : undefined;
  const found = (sheet.rows[header] ?? []).flatMap((cell, column): TaskColumn[] => {
    if (column <= after) return [];
    const text = plain(cell);
    const withMaximum = IN_HEADER.exec(text);
    const code = taskCode(withMaximum?.[1] ?? text);
    const max = readWhole(withMaximum?.[2] ?? plain(maxima?.[column] ?? ""));
    return code === null ? [] : [{ code, printed: text, max, column }];
  });
  const twice = found.filter(({ code, column }) => found.some((o) => o.code === code && o.column !== column));
  for (const { code, printed, column } of twice)
    draft.findings.push(
      reportFinding(
        "reportTaskTwice",
        { sheet: sheet.name, row: header + 1, column: column + 1, raw: printed },
        { task: code },
      ),
    );
  return found.filter((task) => !twice.includes(task));
}

/** True for the cell that names the second row of a header: «Макс балл». */
export function isMaximumLabel(text: string): boolean {
  return /^макс\S* балл/i.test(plain(text));
}
