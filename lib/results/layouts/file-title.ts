import { readSubject } from "#lib/assessments/subjects.ts";
import type { WorkReading } from "./layout.ts";
import type { SheetReading } from "./read-form.ts";

const YEAR = /(?<!\d)20\d{2}(?!\d)/g;
const GRADE = /(?<!\d)(\d{1,2})(?:\s*[-–]?\s*(?:й|го|е|х))?\s*класс/i;

export type FileTitle = Pick<WorkReading, "year" | "grade" | "subject" | "title">;

/**
 * What the name of a file says of its work (forms.md F-13, F-14): «Проведение работы по математике, 4 класс. ВПР 2021.xlsx».
 * Anything that it says twice and differently, or not at all, is null: the person is asked then. Of two grades the
 * first counts, because «программа 4 класса (пишут 5-е классы)» names the tested one first.
 */
export function readFileTitle(fileName: string): FileTitle {
  const name = fileName.replace(/\.[^.]+$/, "").replace(/_/g, " ");
  const words = name.split(/[^\p{L}\d]+/u);
  const subjects = new Set(words.flatMap((_, i) => readSubject(words.slice(i).join(" ")) ?? []));
  const years = new Set(name.match(YEAR));
  const grade = Number(GRADE.exec(name)?.[1] ?? 0);
  return {
    year: years.size === 1 ? Number([...years][0]) : null,
    grade: grade >= 1 && grade <= 11 ? grade : null,
    subject: subjects.size === 1 ? ([...subjects][0] ?? null) : null,
    title: name.trim() || null,
  };
}

/** The work of a regional export whose cells say nothing of it: what the name of the file says, and schools in a column. */
export function workNamedByFile(fileName: string): SheetReading["work"] {
  return {
    ...readFileTitle(fileName),
    level: null,
    workCode: null,
    declaredMax: null,
    classNumbers: false,
    classList: null,
    readFrom: { title: "fileName", school: "column" },
  };
}
