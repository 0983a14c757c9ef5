import { plain } from "../platform/text/plain.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { hasLatinTwin, readClassLabel } from "./cells/class-label.ts";
import { isAbsentWord } from "./cells/variant.ts";
import { readWhole } from "./cells/whole-number.ts";
import type { RowNotes } from "./check-notes.ts";
import type { SchoolFacts } from "./check-schools.ts";
import type { WorkPlan } from "./check-works.ts";
import { formFinding } from "./form-findings.ts";
import type { RowReading } from "./layouts/layout.ts";
import { nearestClass } from "./nearest-class.ts";

/** Classes of one school in one work: label → where it stood first and how often. */
export interface ClassesOfSchool {
  login: string;
  grade: number;
  labels: Map<string, { count: number; sheet: string; row: number; column: number | null }>;
  /** rows whose running number has no list in the file, and whether the registry settled it */
  unlisted: { count: number; sheet: string; settled: string | null } | null;
}

/** Filled while rows are checked, key = work and school. */
export type ClassBook = Map<string, ClassesOfSchool>;

/** The class of a row, «4А», «4», or "" when it is not known; its findings go to `notes`, its label into `book`. */
export function checkClass(
  row: RowReading,
  plan: WorkPlan,
  login: string,
  school: SchoolFacts,
  notes: RowNotes,
  book: ClassBook,
): string {
  const grade = plan.facts?.gradeWriting ?? 0;
  const text = isAbsentWord(row.classText) ? "" : plain(row.classText);
  const classes = classesOf(book, `${plan.facts?.id}|${login}`, login, grade);
  const label = plan.reading.classNumbers
    ? fromNumber(row, text, plan, grade, school, notes, classes)
    : fromName(row, text, plan, grade, notes);
  if (label !== "") enter(classes, label, row, plan.reading.columns.class ?? null);
  return label;
}

function fromName(row: RowReading, text: string, plan: WorkPlan, grade: number, notes: RowNotes): string {
  if (row.absent && text === "") return "";
  const cell = readClassLabel(text, grade);
  const column = plan.reading.columns.class;
  if (cell.label === null) {
    notes.say("classUnreadable", column, row.classText, { value: text });
    return "";
  }
  // forms.md D-14: the letter is the pupil's, the grade that of the work; a slip of the grade is told, not taken over.
  const label = cell.grade === grade ? cell.label : `${grade}${cell.label.replace(/^\d+/, "")}`;
  if (cell.grade !== grade)
    notes.say("classOtherGrade", column, row.classText, { value: cell.label, grade, label });
  if (cell.form === "none") notes.count("classNone");
  if (cell.form === "normalised") notes.count("classForm");
  if (hasLatinTwin(text)) notes.count("classLatin");
  return label;
}

function fromNumber(
  row: RowReading,
  text: string,
  plan: WorkPlan,
  grade: number,
  school: SchoolFacts,
  notes: RowNotes,
  classes: ClassesOfSchool,
): string {
  const number = readWhole(text);
  const list = plan.reading.classList;
  const named = number === null ? text : (list?.get(String(number)) ?? "");
  const cell = named === "" ? null : readClassLabel(named, grade);
  if (cell?.label) {
    if (cell.grade !== grade)
      notes.say("classOtherGrade", plan.reading.columns.class, text, {
        value: cell.label,
        grade,
        label: cell.label,
      });
    return cell.label;
  }
  if (list === null && number !== null) {
    const own = school.classes.filter((label) => readClassLabel(label, grade).grade === grade);
    const settled = number === 1 && own.length === 1 ? (own[0] ?? null) : null;
    classes.unlisted ??= { count: 0, sheet: row.sheet, settled };
    classes.unlisted.count++;
    if (settled === null) classes.unlisted.settled = null;
    return settled ?? "";
  }
  notes.say("classUnknownNumber", plan.reading.columns.class, row.classText, { value: text || "—" });
  return "";
}

function classesOf(book: ClassBook, key: string, login: string, grade: number): ClassesOfSchool {
  const known = book.get(key);
  if (known) return known;
  const fresh: ClassesOfSchool = { login, grade, labels: new Map(), unlisted: null };
  book.set(key, fresh);
  return fresh;
}

function enter(classes: ClassesOfSchool, label: string, row: RowReading, column: number | null): void {
  const known = classes.labels.get(label);
  if (known) known.count++;
  else classes.labels.set(label, { count: 1, sheet: row.sheet, row: row.row, column });
}

/** Findings about the classes of each school: not in its list, with and without a letter at once, numbers without a list. */
export function classFindings(book: ClassBook, schools: ReadonlyMap<string, SchoolFacts>): Finding[] {
  return [...book.values()].flatMap((classes) => {
    const { login, grade, labels, unlisted } = classes;
    const found: Finding[] = [];
    const school = `edu${login}`;
    const listed = schools.get(login)?.classes ?? [];
    const bare = labels.get(String(grade));
    const isMixed =
      bare !== undefined &&
      [...labels.keys()].some((label) => label !== String(grade) && label.startsWith(String(grade)));
    if (unlisted) {
      const params = { login: school, count: unlisted.count, label: unlisted.settled ?? "" };
      const code = unlisted.settled === null ? "classListMissing" : "classListRead";
      found.push(formFinding(code, { sheet: unlisted.sheet }, params));
    }
    for (const [label, { count, sheet, row, column }] of labels) {
      const place = { sheet, row, column, raw: label };
      if (isMixed && label === String(grade))
        found.push(formFinding("classMixed", place, { login: school, label, count }));
      else if (listed.length > 0 && !listed.includes(label)) {
        const nearest = nearestClass(label, listed) ?? "none";
        found.push(formFinding("classNotListed", place, { login: school, label, count, nearest }));
      }
    }
    return found;
  });
}
