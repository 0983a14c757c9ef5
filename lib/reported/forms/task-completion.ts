import { headerKey } from "../../results/cells/header-key.ts";
import type { ReportReader } from "../report.ts";
import { readCount } from "./printed-figure.ts";
import { ReportDraft } from "./report-draft.ts";
import { columnOf, dataLines, reportedWork, reportTables } from "./report-table.ts";
import { isMaximumLabel, taskColumns } from "./task-columns.ts";
import { readUnit } from "./unit-level.ts";

const GROUPS = headerKey("Группы участников");
const COUNT = headerKey("Кол-во участников");

/** «Выполнение заданий» (forms.md F-09): % of completion per task, `Σ score / (N · max) · 100`; second header row «Макс балл». */
export const readTaskCompletion: ReportReader = (sheets, fileName) => {
  const draft = new ReportDraft();
  for (const table of reportTables(sheets, (keys) => keys.includes(GROUPS) && keys.includes(COUNT))) {
    const { sheet, keys } = table;
    const tasks = taskColumns(draft, table, keys.indexOf(COUNT));
    const work = draft.addWork({ ...reportedWork(table, fileName), tasks });
    for (const row of dataLines(table, draft.lines, (cells) => cells.some(isMaximumLabel))) {
      const n = readCount(sheet, row, keys.indexOf(COUNT));
      const unit = draft.addUnit(readUnit(sheet.rows[row]?.[keys.indexOf(GROUPS)] ?? ""));
      const line = { sheet, row, unit, work, n };
      const schools = columnOf(table, "Кол-во ОО");
      if (schools >= 0) draft.add(line, schools, "schools");
      draft.add(line, keys.indexOf(COUNT), "participants");
      for (const { code, column } of tasks) draft.add(line, column, "tasks", code);
    }
  }
  return draft.finish();
};
