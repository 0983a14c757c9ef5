import { pooledPercent } from "../../statistics/pooled-percent.ts";
import { reportFinding } from "../report-findings.ts";
import type { ExamHeader } from "./exam-header.ts";
import { type ExamLine, isNoProfile, nobodySat } from "./exam-summary.ts";
import { cellText, readCount, readFigure } from "./printed-figure.ts";
import type { ReportDraft } from "./report-draft.ts";
import type { ReportTable } from "./report-table.ts";

/** A mean printed with two decimals, of school means that were rounded alike: half a unit of the last place for each. */
const MEAN_ROUNDING = 0.01;

/** What the lines of a sheet say of each other (forms.md D-24 … D-28, D-32). Nothing is corrected. */
export function examChecks(
  draft: ReportDraft,
  table: ReportTable,
  header: ExamHeader,
  lines: readonly ExamLine[],
): void {
  const { sheet } = table;
  const schools = lines.filter(({ kind }) => kind === "school");
  const at = (row: number, column: number) => ({
    ...{ sheet: sheet.name, row: row + 1, column: column + 1 },
    raw: sheet.rows[row]?.[column] ?? "",
  });
  for (const { row, name } of schools) {
    const graduates = header.graduates < 0 ? null : readCount(sheet, row, header.graduates);
    for (const { measure, column } of header.columns) {
      const n =
        measure === "examParticipants" || measure === "applications" ? readCount(sheet, row, column) : null;
      if (n !== null && graduates !== null && n > graduates)
        draft.findings.push(
          reportFinding("reportMoreThanGraduates", at(row, column), { name, count: n, graduates }),
        );
    }
  }
  let nobody = 0;
  for (const { column, subject } of header.columns.filter(({ measure }) => measure === "examMean")) {
    const sat = header.columns.find((one) => one.subject === subject && one.measure === "examParticipants");
    for (const { row, name } of schools) {
      const n = sat ? (readCount(sheet, row, sat.column) ?? 0) : 0;
      const { value, state } = readFigure(sheet, row, column);
      if (value === 0 && sat && nobodySat(sheet, row, sat.column)) nobody++;
      if (value === 0 && n > 0)
        draft.findings.push(reportFinding("reportMeanZero", at(row, column), { name, count: n }));
      if (state === "blank" && n > 0)
        draft.findings.push(reportFinding("reportMeanMissing", at(row, column), { name, count: n }));
    }
  }
  const profiles =
    header.profile < 0
      ? 0
      : lines.filter(({ row }) => isNoProfile(cellText(sheet, row, header.profile))).length;
  const where = { sheet: sheet.name };
  if (nobody > 0) draft.findings.push(reportFinding("reportNobodySat", where, { count: nobody }));
  if (profiles > 0) draft.findings.push(reportFinding("reportNoProfile", where, { count: profiles }));
  for (const total of lines.filter(({ kind }) => kind !== "school")) {
    const members = total.kind === "region" ? schools : schools.filter(({ place }) => place === total.name);
    checkTotal(draft, table, header, total, members, at);
  }
}

/** Printed totals are control totals: the sum of the schools and their weighted mean stand beside them. */
function checkTotal(
  draft: ReportDraft,
  { sheet }: ReportTable,
  header: ExamHeader,
  { row, name }: ExamLine,
  members: readonly ExamLine[],
  at: (row: number, column: number) => { sheet: string; row: number; column: number; raw: string },
): void {
  for (const { subject, measure, column } of header.columns) {
    const printed = readFigure(sheet, row, column).value;
    if (printed === null) continue;
    const cells = members.map((member) => readFigure(sheet, member.row, column));
    if (measure !== "examMean") {
      const sum = cells.reduce((all, { value }) => all + (value ?? 0), 0);
      if (sum !== printed && !cells.some(({ state }) => state === "unread"))
        draft.findings.push(
          reportFinding("reportTotalDiffers", at(row, column), { name, sum, total: printed }),
        );
      continue;
    }
    const sat = header.columns.find((one) => one.subject === subject && one.measure === "examParticipants");
    if (!sat) continue;
    const weights = members.map((member) => readCount(sheet, member.row, sat.column) ?? 0);
    if (members.some((member) => readFigure(sheet, member.row, sat.column).state === "unread")) continue;
    // A mean that is missing, unreadable or 0 leaves its pupils out: then the two means are of different pupils.
    if (cells.some(({ value }, i) => (weights[i] ?? 0) > 0 && (value === null || value === 0))) continue;
    const mean = pooledPercent(cells.map(({ value }, i) => ({ value, participants: weights[i] ?? 0 })));
    if (mean !== null && Math.abs(mean - printed) > MEAN_ROUNDING)
      draft.findings.push(
        reportFinding("reportGroupMean", at(row, column), {
          name,
          printed,
          mean: Number(mean.toFixed(2)),
        }),
      );
  }
}
