import { readSubject } from "../../assessments/subjects.ts";
import { plain } from "../../platform/text/plain.ts";
import { headerKey } from "../../results/cells/header-key.ts";
import type { Measure } from "../report.ts";
import type { ReportTable } from "./report-table.ts";

/** Columns of one subject of ЕГЭ; one measure a column. */
export interface ExamColumn {
  subject: string;
  measure: Measure;
  column: number;
}

export interface ExamHeader {
  kind: "results" | "applications";
  place: number;
  school: number;
  profile: number;
  graduates: number;
  columns: readonly ExamColumn[];
  /** index of the last row of the header */
  last: number;
}

const RESULTS: readonly { measure: Measure; word: RegExp }[] = [
  { measure: "examParticipants", word: /^ПРИНЯЛ/ },
  { measure: "examBelow", word: /^НЕ ПРЕОДОЛЕ/ },
  { measure: "examHigh", word: /^ВЫСОКОБАЛЛ/ },
  { measure: "examHundred", word: /^ПОЛУЧИЛИ 100/ },
  { measure: "examMean", word: /^СРЕДНИЙ БАЛЛ/ },
];
/** The header of a merged table takes so many rows at most. */
const DEEPEST = 4;

export const EXAM_HEADERS = ["Муниципальное образование", "Образовательная организация (школа)"].map(
  headerKey,
);

/**
 * The merged header of a table of ЕГЭ by school (forms.md F-17): a subject spans five columns of results, or one of
 * applications. Where no column tells a result, the numbers are applications and never participants.
 */
export function readExamHeader({ sheet, header, keys }: ReportTable): ExamHeader {
  const starts = (pattern: RegExp) => keys.findIndex((key) => pattern.test(key));
  const graduates = starts(/^ВСЕГО ВЫПУСКНИКОВ/);
  const texts = (row: number) => (sheet.rows[row] ?? []).map((text) => plain(text));
  const below = Array.from({ length: DEEPEST }, (_, i) => header + i);
  const results = below.find((row) => texts(row).some((text) => RESULTS[0]?.word.test(headerKey(text))));
  const base = {
    place: keys.indexOf(EXAM_HEADERS[0] ?? ""),
    school: keys.indexOf(EXAM_HEADERS[1] ?? ""),
    profile: starts(/^ПРОФИЛЬ/),
    graduates,
  };
  if (results === undefined) {
    const row = texts(header).some((text, i) => i > graduates && examSubject(text)) ? header : header + 1;
    const columns = texts(row).flatMap((text, column): ExamColumn[] => {
      const subject = column > base.school ? examSubject(text) : null;
      return subject === null || column === graduates ? [] : [{ subject, measure: "applications", column }];
    });
    return { ...base, kind: "applications", columns, last: row };
  }
  const subjects = texts(results - 1);
  let subject: string | null = null;
  const columns = texts(results).flatMap((text, column): ExamColumn[] => {
    subject = examSubject(subjects[column] ?? "") ?? subject;
    const found = RESULTS.find(({ word }) => word.test(headerKey(text)));
    return found && subject !== null ? [{ subject, measure: found.measure, column }] : [];
  });
  return { ...base, kind: "results", columns, last: results };
}

/** The subject of a header cell: our code, MAP and MAB for the two mathematics of ЕГЭ; null when the cell names none. */
export function examSubject(text: string): string | null {
  const code = readSubject(plain(text));
  if (code !== "MA") return code;
  return /БАЗ/.test(headerKey(text)) ? "MAB" : "MAP";
}
