import { type ExamSummary, mergeExams } from "../statistics/exams/exam-summary.ts";
import type { ExamPart } from "./summary-reads.ts";

export interface PartGroup {
  key: string;
  schools: number;
  summary: ExamSummary;
}

/** Schools put together by what they have in common: kind, locality, municipality. Weighted by persons, as every sum here. */
export function groupParts(parts: readonly ExamPart[], by: (part: ExamPart) => string | null): PartGroup[] {
  const schools = parts.filter(({ kind }) => kind === "school");
  return [...Map.groupBy(schools, (part) => by(part) ?? "unknown")].map(([key, members]) => ({
    key,
    schools: members.length,
    summary: members.map(({ summary }) => summary).reduce(mergeExams),
  }));
}
