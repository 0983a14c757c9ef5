/**
 * Lists as PostgreSQL writes arrays. A statement takes one text for each column much faster than thousands of single values,
 * which would be looked at one by one on their way to the database.
 */
export function numberArray(list: readonly (number | null)[]): string {
  return `{${list.map((value) => value ?? "NULL").join(",")}}`;
}

/** The same for texts; whatever stands in them, it stays a text. */
export function textArray(list: readonly (string | null)[]): string {
  return `{${list.map((text) => (text === null ? "NULL" : quoted(text))).join(",")}}`;
}

function quoted(text: string): string {
  if (PLAIN.test(text)) return text;
  return SPECIAL.test(text) ? `"${text.replace(/[\\"]/g, "\\$&")}"` : `"${text}"`;
}

/** A list as `numberArray` writes it, read again. */
export function numbersOf(array: string): (number | null)[] {
  if (array === "{}") return [];
  return array
    .slice(1, -1)
    .split(",")
    .map((text) => (text === "NULL" ? null : Number(text)));
}

/** A list as `textArray` writes it, read again. */
export function textsOf(array: string): (string | null)[] {
  return Array.from(array.slice(1, -1).matchAll(ELEMENT), ([whole, text]) =>
    text !== undefined ? text.replace(/\\(.)/gs, "$1") : whole === "NULL" ? null : whole,
  );
}

const ELEMENT = /"((?:[^"\\]|\\.)*)"|[^,"]+/gs;
const SPECIAL = /[\\"]/;
/** Texts that need no quotes: lists within lists would have to quote the quotes again. */
const PLAIN = /^(?![Nn][Uu][Ll][Ll]$)[\w.А-Яа-яЁё-]+$/;
