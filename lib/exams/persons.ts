import { bestSum } from "../statistics/exams/best-sum.ts";
import type { ExamFacts } from "./exam-facts.ts";
import { isMarked } from "./subjects.ts";

/** Sums of three subjects that lists of regions name (handbook §2.6). */
export const sumCuts = [160, 220, 250] as const;

/** A person's results of one year in one kind of examination. */
export interface PersonResults {
  /** False for lines without a document: they cannot be joined with the person's other examinations. */
  known: boolean;
  results: readonly { examId: number; score: number }[];
}

export interface ScoreYear {
  persons: number;
  /** Lines without a document, left out of everything about persons. */
  unknown: number;
  hundredWorks: number;
  hundredPersons: number;
  /** Persons with at least three test scores: the base of the sums. */
  withThree: number;
  sums: { cut: number; count: number }[];
  /** Persons below the threshold of the certificate in Russian or mathematics, of those who sat one of them. */
  mandatory: number;
  mandatoryFailed: number;
}

/** What only persons tell about ЕГЭ: works and persons with 100, sums of three subjects, the compulsory subjects. */
export function scoreYear(
  persons: readonly PersonResults[],
  exams: ReadonlyMap<number, Pick<ExamFacts, "kind" | "subject"> & { attestat: number | null }>,
): ScoreYear {
  const year: ScoreYear = {
    ...{
      persons: 0,
      unknown: 0,
      hundredWorks: 0,
      hundredPersons: 0,
      withThree: 0,
      mandatory: 0,
      mandatoryFailed: 0,
    },
    sums: sumCuts.map((cut) => ({ cut, count: 0 })),
  };
  for (const { known, results } of persons) {
    const tests = results.filter(({ examId }) => {
      const exam = exams.get(examId);
      return exam && !isMarked(exam.kind, exam.subject);
    });
    const hundreds = tests.filter(({ score }) => score === 100).length;
    year.hundredWorks += hundreds;
    if (!known) {
      year.unknown++;
      continue;
    }
    year.persons++;
    if (hundreds > 0) year.hundredPersons++;
    const sum = bestSum(tests.map(({ score }) => score));
    if (sum !== null) {
      year.withThree++;
      for (const line of year.sums) if (sum >= line.cut) line.count++;
    }
    const compulsory = results.flatMap(({ examId, score }) => {
      const exam = exams.get(examId);
      if (!exam || !["RU", "MAP", "MAB"].includes(exam.subject)) return [];
      const threshold = exam.subject === "MAB" ? 3 : exam.attestat;
      return threshold === null ? [] : [score >= threshold];
    });
    if (compulsory.length > 0) year.mandatory++;
    if (compulsory.includes(false)) year.mandatoryFailed++;
  }
  return year;
}

export interface MarkYear {
  persons: number;
  unknown: number;
  /** Persons with «2» in one or two subjects, and in more: who sits again in September. */
  failedFew: number;
  failedMany: number;
}

/** What only persons tell about ОГЭ: in how many subjects they have «2». */
export function markYear(persons: readonly PersonResults[]): MarkYear {
  const year: MarkYear = { persons: 0, unknown: 0, failedFew: 0, failedMany: 0 };
  for (const { known, results } of persons) {
    if (!known) {
      year.unknown++;
      continue;
    }
    year.persons++;
    const failed = results.filter(({ score }) => score === 2).length;
    if (failed > 2) year.failedMany++;
    else if (failed > 0) year.failedFew++;
  }
  return year;
}
