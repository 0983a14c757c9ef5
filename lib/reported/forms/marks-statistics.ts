import { headerKey } from "../../results/cells/header-key.ts";
import type { Measure, ReportReader } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { readCountAndShare } from "./count-and-share.ts";
import { FlatLines } from "./flat-lines.ts";
import { type PrintedFigure, readCount, readFigure } from "./printed-figure.ts";
import { type FigureLine, ReportDraft } from "./report-draft.ts";
import { columnOf, dataLines, type ReportTable, reportedWork, reportTables } from "./report-table.ts";
import { shareSum } from "./share-sum.ts";
import { readUnit } from "./unit-level.ts";

const MARKS = ["2", "3", "4", "5"] as const;
const NEEDED = ["Кол-во участников", ...MARKS].map(headerKey);
const GROUPS = headerKey("Группы участников");
/** Each of four shares was rounded alone. */
const ROUNDING = 0.1;

/** Ф3 «Статистика по отметкам» (forms.md F-06) and its flat table: shares of the marks, counts (D-43), or both in a cell (D-44). */
export const readMarksStatistics: ReportReader = (sheets, fileName, { shares }) => {
  const draft = new ReportDraft();
  const isTable = (keys: readonly string[]) =>
    NEEDED.every((key) => keys.includes(key)) && (keys.includes(GROUPS) || FlatLines.is({ keys }));
  for (const table of reportTables(sheets, isTable)) {
    const lineOf = linesOf(draft, table, fileName);
    const rows = dataLines(table, draft.lines);
    const measure = shares === undefined ? whatIsPrinted(table, rows) : measureOf(shares);
    if (measure === null) {
      draft.findings.push(
        reportFinding("reportPercentOrCounts", { sheet: table.sheet.name, row: table.header + 1 }),
      );
    }
    for (const row of rows) readLine(draft, table, lineOf(row), measure ?? "marks");
  }
  return draft.finish();
};

/** Work and unit of each line: named by the heading and the group, or by the line's own columns. */
function linesOf(draft: ReportDraft, table: ReportTable, fileName: string): (row: number) => FigureLine {
  const { sheet } = table;
  const n = (row: number) => readCount(sheet, row, columnOf(table, "Кол-во участников"));
  const heading = reportedWork(table, fileName);
  if (!table.keys.includes(GROUPS)) {
    const flat = new FlatLines(draft, table, heading);
    return (row) => ({ sheet, row, unit: flat.unit(row), work: flat.work(row), n: n(row) });
  }
  const work = draft.addWork(heading);
  return (row) => {
    const unit = draft.addUnit(readUnit(sheet.rows[row]?.[table.keys.indexOf(GROUPS)] ?? ""));
    return { sheet, row, unit, work, n: n(row) };
  };
}

function readLine(draft: ReportDraft, table: ReportTable, line: FigureLine, measure: Measure): void {
  const schools = columnOf(table, "Кол-во ОО");
  if (schools >= 0) draft.add(line, schools, "schools");
  draft.add(line, columnOf(table, "Кол-во участников"), "participants");
  const printed = MARKS.map((mark) => readMark(draft, table, line, measure, mark));
  if (measure === "marks") draft.findings.push(...shareSum(line, printed, 100, ROUNDING));
}

/** One mark of a line; «12 (24,5%)» is two figures. */
function readMark(
  draft: ReportDraft,
  table: ReportTable,
  line: FigureLine,
  measure: Measure,
  mark: string,
): PrintedFigure {
  const column = columnOf(table, mark);
  const { sheet, row } = line;
  const both = readCountAndShare(sheet.rows[row]?.[column] ?? "", line.n);
  if (both === null) return draft.add(line, column, measure, mark);
  draft.put(line, column, "markCounts", mark, line.n, both.count);
  draft.put(line, column, "marks", mark, line.n, both.share);
  if (!both.agrees) {
    const place = { sheet: sheet.name, row: row + 1, column: column + 1, raw: both.share.raw };
    draft.findings.push(reportFinding("reportShareOfCount", place, { row: row + 1 }));
  }
  return both.share;
}

function measureOf(shares: "percent" | "counts"): Measure {
  return shares === "percent" ? "marks" : "markCounts";
}

/** Per cent when both stand in a cell, when every full line adds up to 100 ± 0.1, counts when to the participants; both or neither is a question. */
function whatIsPrinted(table: ReportTable, rows: readonly number[]): Measure | null {
  let percent = true;
  let counts = true;
  const isBoth = (row: number) =>
    MARKS.some((mark) => readCountAndShare(table.sheet.rows[row]?.[columnOf(table, mark)] ?? "", null));
  if (rows.some(isBoth)) return "marks";
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
