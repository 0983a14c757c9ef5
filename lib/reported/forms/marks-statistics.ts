import { headerKey } from "../../results/cells/header-key.ts";
import type { Measure, ReportReader } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { readCount, readFigure } from "./printed-figure.ts";
import { ReportDraft } from "./report-draft.ts";
import { columnOf, dataLines, type ReportTable, reportedWork, reportTables } from "./report-table.ts";
import { shareSum } from "./share-sum.ts";
import { readUnit } from "./unit-level.ts";

const MARKS = ["2", "3", "4", "5"] as const;
const NEEDED = ["Группы участников", "Кол-во участников", ...MARKS].map(headerKey);
/** Each of four shares was rounded alone. */
const ROUNDING = 0.1;

/** Ф3 «Статистика по отметкам» (forms.md F-06): shares of the marks of each level, or counts (D-43). */
export const readMarksStatistics: ReportReader = (sheets, fileName, { shares }) => {
  const draft = new ReportDraft();
  for (const table of reportTables(sheets, (keys) => NEEDED.every((key) => keys.includes(key)))) {
    const work = draft.addWork(reportedWork(table, fileName));
    const rows = dataLines(table, draft.lines);
    const measure = shares === undefined ? whatIsPrinted(table, rows) : measureOf(shares);
    if (measure === null) {
      draft.findings.push(
        reportFinding("reportPercentOrCounts", { sheet: table.sheet.name, row: table.header + 1 }),
      );
    }
    for (const row of rows) readLine(draft, table, row, work, measure ?? "marks");
  }
  return draft.finish();
};

function readLine(draft: ReportDraft, table: ReportTable, row: number, work: number, measure: Measure): void {
  const { sheet } = table;
  const n = readCount(sheet, row, columnOf(table, "Кол-во участников"));
  const unit = draft.addUnit(readUnit(sheet.rows[row]?.[columnOf(table, "Группы участников")] ?? ""));
  const line = { sheet, row, unit, work, n };
  const schools = columnOf(table, "Кол-во ОО");
  if (schools >= 0) draft.add(line, schools, "schools");
  draft.add(line, columnOf(table, "Кол-во участников"), "participants");
  const printed = MARKS.map((mark) => draft.add(line, columnOf(table, mark), measure, mark));
  if (measure === "marks") draft.findings.push(...shareSum(line, printed, 100, ROUNDING));
}

function measureOf(shares: "percent" | "counts"): Measure {
  return shares === "percent" ? "marks" : "markCounts";
}

/** Per cent when every full line adds up to 100 ± 0.1, counts when to the participants; both or neither is a question. */
function whatIsPrinted(table: ReportTable, rows: readonly number[]): Measure | null {
  let percent = true;
  let counts = true;
  for (const row of rows) {
    const values = MARKS.map((mark) => readFigure(table.sheet, row, columnOf(table, mark)).value);
    if (values.some((value) => value === null)) continue;
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
    const n = readCount(table.sheet, row, columnOf(table, "Кол-во участников"));
    if (Math.abs(sum - 100) > ROUNDING + 1e-9) percent = false;
    if (n === null || Math.abs(sum - n) > 1e-9) counts = false;
  }
  if (percent === counts) return null;
  return percent ? "marks" : "markCounts";
}
