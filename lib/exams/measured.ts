import type { ExamFacts, ExamScaleFacts } from "./exam-facts.ts";
import type { Measured } from "./measures.ts";
import { isMarked } from "./subjects.ts";

/** What the figures of an examination are measured by. */
export function measuredBy(exam: ExamFacts, scale: ExamScaleFacts | null, high: number): Measured {
  return {
    marked: isMarked(exam.kind, exam.subject),
    attestat: scale?.attestat ?? null,
    rosobrnadzor: scale?.rosobrnadzor ?? null,
    minobrnauki: scale?.minobrnauki ?? null,
    high,
  };
}
