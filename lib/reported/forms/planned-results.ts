import { plain } from "../../platform/text/plain.ts";
import { taskCode } from "../../platform/text/task-code.ts";
import { headerKey } from "../../results/cells/header-key.ts";
import { readWhole } from "../../results/cells/whole-number.ts";
import type { ReportReader } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { ReportDraft } from "./report-draft.ts";
import { columnOf, dataLines, reportedWork, reportTables } from "./report-table.ts";
import { readUnit } from "./unit-level.ts";

const NUMBER = headerKey("№");
const MAXIMUM = headerKey("Макс балл");
/** The number of participants stands behind the name: «Верхнеозёрский МО 645 уч.» */
const PUPILS = /^(.+?)\s+(\d{1,9}) уч\.?$/i;

/** «Достижение планируемых результатов» (forms.md F-10): a line a task, a column a level; «N уч.» stands in the header. */
export const readPlannedResults: ReportReader = (sheets, fileName) => {
  const draft = new ReportDraft();
  for (const table of reportTables(sheets, (keys) => keys.includes(NUMBER) && keys.includes(MAXIMUM))) {
    const { sheet, header, keys } = table;
    const levels = (sheet.rows[header] ?? []).flatMap((cell, column) => {
      const match = PUPILS.exec(plain(cell));
      if (!match || column <= columnOf(table, "Макс балл")) return [];
      return [{ column, unit: draft.addUnit(readUnit(match[1] ?? "")), n: Number(match[2]) }];
    });
    const rows = dataLines(table, draft.lines);
    const tasks = rows.map((row) => {
      const printed = plain(sheet.rows[row]?.[keys.indexOf(NUMBER)] ?? "");
      const max = readWhole(plain(sheet.rows[row]?.[keys.indexOf(MAXIMUM)] ?? ""));
      return { row, printed, code: taskCode(printed) ?? printed, max };
    });
    const work = draft.addWork({ ...reportedWork(table, fileName), tasks });
    for (const { row, code, printed } of tasks) {
      if (tasks.some((other) => other.code === code && other.row !== row)) {
        const place = { sheet: sheet.name, row: row + 1, column: 1, raw: printed };
        draft.findings.push(reportFinding("reportTaskTwice", place, { task: code }));
        continue;
      }
      for (const { column, unit, n } of levels)
        draft.add({ sheet, row, unit, work, n }, column, "planned", code);
    }
    for (const { column, unit, n } of levels) {
      const printed = { state: "value" as const, value: n, decimals: 0, raw: String(n), formula: false };
      draft.put({ sheet, row: header, unit, work, n }, column, "participants", "", n, printed);
    }
  }
  return draft.finish();
};
