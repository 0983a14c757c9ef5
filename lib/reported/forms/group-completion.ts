import { headerKey } from "../../results/cells/header-key.ts";
import type { ReportReader } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { cellText, readCount } from "./printed-figure.ts";
import { ReportDraft } from "./report-draft.ts";
import { dataLines, reportedWork, reportTables } from "./report-table.ts";
import { isMaximumLabel, taskColumns } from "./task-columns.ts";
import { readUnit } from "./unit-level.ts";

const GROUPS = headerKey("Группы участников");
const MARKS = headerKey("Группы баллов");
const COUNT = headerKey("Кол-во участников");

/**
 * «Выполнение заданий группами участников» (forms.md F-11): a line a level and group of pupils with one mark. A group
 * without pupils has blank shares, which are no zeros. The key of a figure is `mark:task`.
 */
export const readGroupCompletion: ReportReader = (sheets, fileName) => {
  const draft = new ReportDraft();
  const needed = [GROUPS, MARKS, COUNT];
  for (const table of reportTables(sheets, (keys) => needed.every((key) => keys.includes(key)))) {
    const { sheet, keys } = table;
    const tasks = taskColumns(draft, table, keys.indexOf(COUNT));
    const work = draft.addWork({ ...reportedWork(table, fileName), tasks });
    for (const row of dataLines(table, draft.lines, (cells) => cells.some(isMaximumLabel))) {
      const n = readCount(sheet, row, keys.indexOf(COUNT));
      const mark = cellText(sheet, row, keys.indexOf(MARKS));
      const unit = draft.addUnit(readUnit(sheet.rows[row]?.[keys.indexOf(GROUPS)] ?? ""));
      const line = { sheet, row, unit, work, n };
      draft.add(line, keys.indexOf(COUNT), "groupSize", mark);
      const printed = tasks.map(({ code, column }) =>
        draft.add(line, column, "groupTasks", `${mark}:${code}`),
      );
      if (printed.length > 0 && printed.every(({ state }) => state === "blank")) {
        const place = { sheet: sheet.name, row: row + 1, column: (tasks[0]?.column ?? 0) + 1, raw: "" };
        draft.findings.push(reportFinding("reportEmptyGroup", place, { mark, row: row + 1 }));
      }
    }
  }
  return draft.finish();
};
