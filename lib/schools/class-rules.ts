import { toCyrillic } from "#lib/platform/text/look-alikes.ts";
import { plain } from "#lib/platform/text/plain.ts";

/** A class: `label` is its name in all results and summaries («5А», or «5» when the parallel has one class). */
export interface ClassLabel {
  grade: number;
  letter: string;
  label: string;
}

const LABEL = /^(\d{1,2})[\s\-–.]*([А-ЯЁҐЄІЇ]{1,3}\d?|\/\d{1,2})?(?: ?КЛАСС?)?$/;
const NO_LETTER = /^(?:НЕТ|-|–|—)$/;
const YEAR = /^(\d{4})\s*[/\-–—]\s*(\d{4}|\d{2})$/;

/** A class as a person or a file writes it: «5А», «5 «А»», «5-А», Latin «5A», «5». Null when it is none, or no grade 1…12. */
export function classLabelParts(text: string): ClassLabel | null {
  const bare = plain(text)
    .toUpperCase()
    .replace(/["'«»„“”]/g, "")
    .trim();
  const match = LABEL.exec(toCyrillic(bare));
  const grade = Number(match?.[1]);
  if (!match || !(grade >= 1 && grade <= 12)) return null;
  const letter = match[2] ?? "";
  return { grade, letter, label: `${grade}${letter}` };
}

/** A class from its parallel and letter in two cells; «НЕТ» or a dash in the second is a class without a letter (forms.md D-13). */
export function classOfCells(grade: string, letter: string): ClassLabel | null {
  const letters = plain(letter).toUpperCase();
  return classLabelParts(NO_LETTER.test(letters) ? grade : `${grade}${letters}`);
}

/** First calendar year of «2024/2025», «2024-2025», «2024/25». Null when the two years do not follow each other, or there is one only. */
export function schoolYearStart(text: string): number | null {
  const match = YEAR.exec(plain(text));
  if (!match) return null;
  const first = Number(match[1]);
  const second = match[2] ?? "";
  const next = String(first + 1);
  return second === next || second === next.slice(2) ? first : null;
}

/** The first calendar year of the school year that a day belongs to; a new one begins on 1 September. */
export function schoolYearOn(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1;
}

/** Classes in the order of a timetable: by grade, then by letter. */
export function byClass(
  one: { grade: number; label: string },
  other: { grade: number; label: string },
): number {
  return one.grade - other.grade || (one.label < other.label ? -1 : Number(one.label > other.label));
}

/** A list of classes as one text, by which two people who edit it notice each other. */
export function classesFingerprint(
  classes: readonly { grade: number; label: string; pupils: number | null }[],
): string {
  return [...classes]
    .sort(byClass)
    .map((one) => `${one.label}:${one.pupils ?? ""}`)
    .join(";");
}
