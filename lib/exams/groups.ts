import { reportBands } from "../statistics/exams/score-bands.ts";
import type { ExamScaleFacts } from "./exam-facts.ts";
import { type ExamKind, isMarked } from "./subjects.ts";

/** The threshold of the certificate where no scale states one: then nobody is below it. */
const NO_THRESHOLD = 1;

/** In which of the four groups of results a score belongs: marks 2–5, or the bands of test scores of the statistical report. */
export function groupOf(
  exam: { kind: ExamKind; subject: string },
  scale: Pick<ExamScaleFacts, "attestat"> | null,
): (score: number) => number {
  if (isMarked(exam.kind, exam.subject)) return (mark) => mark - 2;
  const bands = reportBands(scale?.attestat ?? NO_THRESHOLD);
  return (score) => bands.findIndex(({ from, to }) => score >= from && score <= to);
}
