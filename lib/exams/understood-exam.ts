import type { ExamKind } from "./subjects.ts";

/** What was understood of a protocol; stands in `import_file.understood`, so the list of imports can show it beside other forms. */
export interface UnderstoodExam {
  /** Says to the lists of imports that the page of this file is that of state examinations. */
  handedTo: "exams";
  layout: "F-16";
  blocked: boolean;
  /** Rows that are taken. */
  taken: number;
  absent: 0;
  held: number;
  /** Rows of schools that the person may not see. */
  refused: number;
  duplicates: number;
  lines: number;
  notData: Record<string, number>;
  logins: string[];
  works: [];
  nameColumns: number;
  sheet: string;
  headerRow: number;
  heading: string;
  day: string | null;
  year: number | null;
  kind: ExamKind | null;
  subject: string | null;
  examId: number | null;
  shortMax: number[];
  extendedMax: number[];
  /** True when the numbers of tasks and their points were taken from this file, because nobody has described them. */
  tasksFromFile: boolean;
  scaleEdition: number | null;
}
