import type { TextSheet } from "../platform/workbook/workbook.ts";
import type { ReportCode } from "../results/layouts/report-forms.ts";
import { readReport } from "./read-report.ts";
import type { ReportAnswers, ReportedFigure, ReportReading } from "./report.ts";

const pieceSize = 1_000;

/** Reads a report in a thread of its own; figures come in small pieces, the rest at the end. */
export function* readTask(
  form: ReportCode,
  sheets: readonly TextSheet[],
  fileName: string,
  answers: ReportAnswers,
): Generator<readonly ReportedFigure[], Omit<ReportReading, "figures">, undefined> {
  const { figures, ...rest } = readReport(form, sheets, fileName, answers);
  for (let at = 0; at < figures.length; at += pieceSize) yield figures.slice(at, at + pieceSize);
  return rest;
}
