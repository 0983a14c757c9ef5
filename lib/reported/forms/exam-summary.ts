import { plain } from "../../platform/text/plain.ts";
import type { TextSheet } from "../../platform/workbook/workbook.ts";
import { readWhole } from "../../results/cells/whole-number.ts";
import { isLine } from "../../results/layouts/line-kind.ts";
import type { ReportReader, UnitKind } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { examChecks } from "./exam-checks.ts";
import { EXAM_HEADERS, type ExamHeader, readExamHeader } from "./exam-header.ts";
import { examYear } from "./exam-year.ts";
import { cellText, readCount, readFigure } from "./printed-figure.ts";
import { ReportDraft } from "./report-draft.ts";
import { type ReportTable, reportTables } from "./report-table.ts";

/** A line of the table with a name: a school, or a total among the schools. */
export interface ExamLine {
  row: number;
  kind: UnitKind;
  name: string;
  place: string;
}

const NO_PROFILE = /^[XxХх]$/;
const TOTAL = /^(?:всего|итого)/i;

/**
 * «ЕГЭ по школам», answers of regional ministries (forms.md F-17), a sheet a year. A printed row of column numbers is no
 * school, totals stand among the schools, a mean of 0 where nobody sat is no mean, X is no profile.
 */
export const readExamSummary: ReportReader = (sheets) => {
  const draft = new ReportDraft();
  for (const table of reportTables(sheets, (keys) => EXAM_HEADERS.every((key) => keys.includes(key)))) {
    const header = readExamHeader(table);
    const lines = examLines(draft, table, header);
    const about = examWorks(draft, table, header);
    for (const line of lines) readLine(draft, table, header, line, about);
    examChecks(draft, table, header, lines);
  }
  return draft.finish();
};

/** A work for each subject, and one for what is said of all together (""). */
function examWorks(draft: ReportDraft, table: ReportTable, header: ExamHeader): Map<string, number> {
  const { year, title, conflict } = examYear(table, header.graduates);
  const place = { sheet: table.sheet.name, row: table.header + 1 };
  if (conflict !== null)
    draft.findings.push(
      reportFinding("reportYearConflict", { ...place, raw: conflict }, { year: year ?? 0 }),
    );
  if (header.kind === "applications")
    draft.findings.push(reportFinding("reportApplications", place, { sheet: table.sheet.name }));
  return new Map(
    ["", ...new Set(header.columns.map(({ subject }) => subject))].map((subject) => [
      subject,
      draft.addWork({
        exam: header.kind === "results" ? "ege" : "egeApplications",
        ...{ year, title, subject, grade: 11, level: null, maxScore: null, tasks: [] },
        sheet: table.sheet.name,
        headerRow: table.header + 1,
        readFrom: { year: "title" },
      }),
    ]),
  );
}

/** Sorts the lines out; a municipality that stands above its schools is carried down to them. */
function examLines(draft: ReportDraft, { sheet, header }: ReportTable, head: ExamHeader): ExamLine[] {
  const found: ExamLine[] = [];
  let above = "";
  for (const [i, row] of sheet.rows.entries()) {
    if (!isLine(row, sheet.kinds[i] ?? new Uint8Array())) continue;
    const [place, name] = [cellText(sheet, i, head.place), cellText(sheet, i, head.school)];
    const total = [place, name].find((text) => TOTAL.test(text));
    if (i <= head.last) draft.lines.add(i < header ? "heading" : "header");
    else if (isNumbering(row)) draft.lines.add("columnNumbers");
    else if (total !== undefined) {
      draft.lines.add("totalRegion");
      found.push({ row: i, kind: "region", name: total, place: "" });
    } else if (name !== "") {
      draft.lines.add("data");
      found.push({ row: i, kind: "school", name, place: place || above });
    } else if (place !== "" && head.columns.some(({ column }) => cellText(sheet, i, column) !== "")) {
      above = place;
      draft.lines.add("totalMunicipality");
      found.push({ row: i, kind: "municipality", name: place, place: "" });
    } else draft.lines.add("note");
  }
  return found;
}

/** A printed row of column numbers: 1 2 3 4 … and then 5 6 7 8 9 again for each subject. */
function isNumbering(row: readonly string[]): boolean {
  const filled = row.filter((text) => plain(text) !== "").map((text) => readWhole(plain(text)));
  return filled.length >= 5 && filled.every((number, i) => number !== null && (i > 3 || number === i + 1));
}

function readLine(
  draft: ReportDraft,
  { sheet }: ReportTable,
  header: ExamHeader,
  { row, kind, name, place }: ExamLine,
  works: ReadonlyMap<string, number>,
): void {
  const unit = draft.addUnit({ kind, name, login: null, place });
  const line = (subject: string) => ({ sheet, row, unit, work: works.get(subject) ?? 0, n: null });
  if (header.graduates >= 0) draft.add(line(""), header.graduates, "graduates");
  for (const { subject, measure, column } of header.columns) {
    if (measure !== "examMean") {
      draft.add(line(subject), column, measure);
      continue;
    }
    const sat = header.columns.find((one) => one.subject === subject && one.measure === "examParticipants");
    const n = sat ? readCount(sheet, row, sat.column) : null;
    const printed = readFigure(sheet, row, column);
    // 0 where nobody sat is no mean (D-25); the raw 0 stays beside it.
    if (printed.value === 0 && sat && nobodySat(sheet, row, sat.column))
      draft.put(line(subject), column, measure, "", n, { ...printed, state: "blank", value: null });
    else draft.add(line(subject), column, measure, "", n);
  }
}

/** True when the count says that nobody took part: a 0 or nothing, and not a cell that cannot be read. */
export function nobodySat(sheet: TextSheet, row: number, column: number): boolean {
  const { state, value } = readFigure(sheet, row, column);
  return state === "blank" || value === 0;
}

/** True for the sign of «no profile» in the column of the profile (forms.md D-32). */
export function isNoProfile(text: string): boolean {
  return NO_PROFILE.test(text);
}
