import { plain } from "#lib/platform/text/plain.ts";
import { readClassLabel } from "../cells/class-label.ts";
import { readLoadDate } from "../cells/load-date.ts";
import { readLogin } from "../cells/login.ts";
import { readSex } from "../cells/sex.ts";
import { isAbsentWord } from "../cells/variant.ts";
import { readWhole } from "../cells/whole-number.ts";

/** What the values of a column look like; counts are of filled cells. */
export interface ColumnDomain {
  filled: number;
  distinct: number;
  /** exactly five digits */
  fiveDigits: number;
  /** whole numbers 2 … 5 */
  marks: number;
  /** whole numbers 0 … 20, X in its spellings, «не пройд.» */
  points: number;
  /** X among them */
  crosses: number;
  whole: number;
  largest: number;
  /** 1, 2, 3 … down the column */
  running: number;
  /** `4А`, `4 А`, `"4А"`: a grade and a letter */
  classes: number;
  /** a single letter */
  letters: number;
  logins: number;
  sexes: number;
  absent: number;
  dates: number;
  /** has letters of a text, three in a row */
  words: number;
}

export const lookedAtRows = 400;
const CROSS = /^[XxХх]$/;
const NOT_TAUGHT = /^(?:тема )?не про(?:йд|ход)/i;
const FIVE = /^\d{5}$/;
const LETTER = /^["«]?[А-Яа-яA-Za-z]["»]?$/;
const WITH_GRADE = /^\D?\d{1,2}\D/;
const WORD = /\p{L}{3}/u;
const DATE = /^\d{1,2}\.\d{1,2}\.\d{4}|^\d{4}-\d{2}-\d{2}/;

/** Looks at the cells of a column (0-based) below its header; at most four hundred lines. */
export function columnDomain(
  rows: readonly (readonly string[])[],
  from: number,
  column: number,
): ColumnDomain {
  const domain: ColumnDomain = {
    filled: 0,
    distinct: 0,
    fiveDigits: 0,
    marks: 0,
    points: 0,
    crosses: 0,
    whole: 0,
    largest: -1,
    running: 0,
    classes: 0,
    letters: 0,
    logins: 0,
    sexes: 0,
    absent: 0,
    dates: 0,
    words: 0,
  };
  const seen = new Set<string>();
  let before: number | null = null;
  for (let i = from; i < rows.length && i < from + lookedAtRows; i++) {
    const text = plain((rows[i]?.[column] ?? "").slice(0, 200));
    if (text === "") continue;
    domain.filled++;
    seen.add(text);
    const whole = readWhole(text);
    if (whole !== null) {
      domain.whole++;
      domain.largest = Math.max(domain.largest, whole);
      if (whole >= 2 && whole <= 5) domain.marks++;
      if (whole <= 20) domain.points++;
      if (before === null ? whole === 1 : whole === before + 1) domain.running++;
    }
    before = whole;
    if (FIVE.test(text)) domain.fiveDigits++;
    if (CROSS.test(text)) domain.crosses++;
    if (CROSS.test(text) || NOT_TAUGHT.test(text)) domain.points++;
    if (LETTER.test(text)) domain.letters++;
    const label = text.length <= 12 && WITH_GRADE.test(text) ? readClassLabel(text, 1) : null;
    if (label?.label !== null && label?.grade !== undefined && /\D/.test(label.label)) domain.classes++;
    if (readLogin(text) !== null) domain.logins++;
    const sex = readSex(text);
    if (sex === "м" || sex === "ж") domain.sexes++;
    if (isAbsentWord(text)) domain.absent++;
    if (DATE.test(text) && readLoadDate(text).at !== null) domain.dates++;
    if (WORD.test(text)) domain.words++;
  }
  domain.distinct = seen.size;
  return domain;
}
