import type { TextSheet } from "../platform/workbook/workbook.ts";
import type { ReportCode } from "../results/layouts/report-forms.ts";
import { readExamSummary } from "./forms/exam-summary.ts";
import { readGroupCompletion } from "./forms/group-completion.ts";
import { readJournalComparison } from "./forms/journal-comparison.ts";
import { readMarksStatistics } from "./forms/marks-statistics.ts";
import { readObjectivityList } from "./forms/objectivity-list.ts";
import { readPlannedResults } from "./forms/planned-results.ts";
import { readScoreDistribution } from "./forms/score-distribution.ts";
import { readTaskCompletion } from "./forms/task-completion.ts";
import type { ReportAnswers, ReportReader, ReportReading } from "./report.ts";
import { reportFinding } from "./report-findings.ts";

const READERS: Readonly<Record<ReportCode, ReportReader>> = {
  "F-06": readMarksStatistics,
  "F-07": readJournalComparison,
  "F-08": readScoreDistribution,
  "F-09": readTaskCompletion,
  "F-10": readPlannedResults,
  "F-11": readGroupCompletion,
  "F-17": readExamSummary,
  "F-18": readObjectivityList,
};

/** Reads the sheets of a report whose form is known. A report without any figure, or one that names no year, says so. */
export function readReport(
  form: ReportCode,
  sheets: readonly TextSheet[],
  fileName: string,
  answers: ReportAnswers = {},
): ReportReading {
  const reading = READERS[form](sheets, fileName, answers);
  const findings = [...reading.findings];
  if (!reading.figures.some(({ state }) => state === "value")) findings.unshift(reportFinding("reportEmpty"));
  const undated = reading.works.find(({ year, exam }) => year === null && exam !== "vpr");
  if (undated) findings.push(reportFinding("reportNoYear", { sheet: undated.sheet, row: undated.headerRow }));
  return { form, ...reading, findings };
}
