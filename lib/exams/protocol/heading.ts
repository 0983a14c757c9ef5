import { plain } from "../../platform/text/plain.ts";
import type { ExamKind } from "../subjects.ts";

/** What the first line of a protocol says: «2 - Математика 03.06.2025». */
export interface Heading {
  code: number | null;
  name: string;
  /** `YYYY-MM-DD`; null when it is not a day. */
  day: string | null;
}

/** First token = code, second «-», last = date, the rest is the name (forms.md F-16). Null when the text is something else. */
export function readHeading(text: string): Heading | null {
  const tokens = plain(text).split(" ");
  if (tokens.length < 4 || !/^\d{1,3}$/.test(tokens[0]!) || !/^[-–—]$/.test(tokens[1]!)) return null;
  return { code: Number(tokens[0]), name: tokens.slice(2, -1).join(" "), day: readDay(tokens.at(-1)!) };
}

/** «03.06.2025» or «2025-06-03»; a year of two digits is not guessed. */
export function readDay(text: string): string | null {
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const iso = local ? `${local[3]}-${local[2]!.padStart(2, "0")}-${local[1]!.padStart(2, "0")}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso ? null : iso;
}

/**
 * ОГЭ or ЕГЭ is not written in a protocol: it follows from the grade of its classes, and from the file's name when that names one. Null when they
 * disagree or say nothing; then a person is asked.
 */
export function kindOf(
  classes: readonly string[],
  fileName: string,
  code: number | null,
  stated: ExamKind | undefined,
): ExamKind | null {
  if (stated) return stated;
  const grades = new Set(classes.flatMap((label) => /^\s*(\d{1,2})/.exec(label)?.[1] ?? []));
  const young = grades.has("9") || grades.has("10");
  const old = grades.has("11") || grades.has("12");
  const byName = /(^|[^а-яё])огэ/i.test(fileName)
    ? "oge"
    : /(^|[^а-яё])егэ/i.test(fileName)
      ? "ege"
      : /(^|[^а-яё])гвэ/i.test(fileName)
        ? "gve"
        : null;
  if (young === old) return byName === "gve" ? null : byName;
  const isWritten = (code ?? 0) > 50 || byName === "gve";
  const byClass: ExamKind = young ? (isWritten ? "gve9" : "oge") : isWritten ? "gve11" : "ege";
  if (byName === null || byName === "gve" || byName === byClass) return byClass;
  return null;
}
