import { toCyrillic } from "../../platform/text/look-alikes.ts";
import { plain } from "../../platform/text/plain.ts";

/** `label` = «4А», «4» (class without a letter) or null when unreadable; `form` says how it was printed. */
export interface ClassCell {
  label: string | null;
  grade: number | null;
  form: "plain" | "none" | "normalised";
}

const LABEL = /^(\d{1,2})?(?: ?класс)?[\s\-–.]*([А-ЯЁ]{1,3}\d?|\/\d{1,2})?(?: ?класс)?$/;
const WORD = /\s*КЛАСС$/;

/**
 * The class from its cell (forms.md D-13, D-14): `4А`, `А`, `"А"`, `4`, Latin `4A`, `НЕТ`, blank. `grade` is the grade of the
 * pupils who write the work; a grade that stands in the cell is kept as printed, also when it is another one.
 */
export function readClassLabel(text: string, grade: number): ClassCell {
  const clean = plain(text).toUpperCase();
  if (clean === "" || clean === "НЕТ") return { label: String(grade), grade, form: "none" };
  const bare = clean
    .replace(/["'«»„“”]/g, "")
    .replace(WORD, "")
    .trim();
  const letters = toCyrillic(bare);
  const match = LABEL.exec(letters);
  const printed = match?.[1] === undefined ? null : Number(match[1]);
  const letter = match?.[2] ?? "";
  if (
    !match ||
    (printed === null && (letter === "" || letter.startsWith("/"))) ||
    printed === 0 ||
    (printed ?? 1) > 12
  ) {
    return { label: null, grade: null, form: "plain" };
  }
  const own = printed ?? grade;
  const normalised = bare !== clean || letters !== bare || letter === "";
  return { label: `${own}${letter}`, grade: own, form: normalised ? "normalised" : "plain" };
}

/** True when the class was printed with Latin letters that look Cyrillic. */
export function hasLatinTwin(text: string): boolean {
  const clean = plain(text).toUpperCase();
  return toCyrillic(clean) !== clean;
}
