/** Latin letters that look like Cyrillic ones (forms.md A.4), both in lower case. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  i: "і",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
};
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SPACES = /[\s\u00a0]+/g;

/** A header as printed, for show: one line, single spaces, no invisible characters. */
export function shownHeader(text: string): string {
  return text.replace(INVISIBLE, "").replace(SPACES, " ").trim();
}

/**
 * The form in which headers are compared: without case, invisible characters and doubled spaces, ё as е, and Latin letters
 * as the Cyrillic ones they look like. Two headers of one key are the same to a reader's eye.
 */
export function headerKey(text: string): string {
  return shownHeader(text)
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[abcehikmoptxy]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/** The key of a task's number: `6(1)` and `6.1` and `6,1` are the same task. 1.1 and 1.10 are two. */
export function taskKey(text: string): string {
  return headerKey(text)
    .replace(/^(\d+)\s*\((\d+)\)/, "$1.$2")
    .replace(/^(\d+),(\d)/, "$1.$2")
    .replace(/\s+/g, "");
}

const MONTH =
  "(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
const DATES = [
  new RegExp(`^\\d{1,2}[.\\- ]${MONTH}\\p{L}*\\.?(?:[.\\- ]\\d{2,4})?$`, "iu"),
  new RegExp(`^${MONTH}\\p{L}*\\.?[.\\- ]\\d{1,4}$`, "iu"),
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/,
  /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/,
];

/** A header that a spreadsheet program made a date of: task 5.1 became `05.янв`, task 1.10 became `01.10.2021`. */
export function looksLikeDate(text: string): boolean {
  const shown = shownHeader(text);
  return DATES.some((pattern) => pattern.test(shown));
}
