import { type ExamUnit, unitText } from "./units.ts";

interface Asked {
  unit: ExamUnit;
  high: number;
}

function query({ unit, high }: Asked, more: Record<string, string | null> = {}): string {
  const all = {
    unit: unitText(unit),
    class: unit.classLabel,
    high: high === 81 ? null : String(high),
    ...more,
  };
  return new URLSearchParams(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();
}

/** The subjects of a unit in a year. */
export const examYearHref = (asked: Asked, year: number | null) =>
  `/exams?${query(asked, { year: year === null ? null : String(year) })}`;

/** One examination in a unit. */
export const examHref = (asked: Asked, examId: number) => `/exams/${examId}?${query(asked)}`;

/** «Как это посчитано» of one figure. */
export const examHowHref = (asked: Asked, examId: number, figure: string) =>
  `/exams/${examId}/how/${figure}?${query(asked)}`;

/** The workbook with the tables of the statistical report. */
export const examExportHref = (asked: Asked, examId: number) =>
  `/api/exams/export?${query(asked, { exam: String(examId) })}`;

export const registersHref = (schoolId: number, year: number) =>
  `/exams/registers?school=${schoolId}&year=${year}`;
