import { plain } from "../../platform/text/plain.ts";

/** `at` = `2024-04-24T14:20:05`, local time of the export, comparable as text; null when the cell cannot be read in one way only. */
export interface LoadDate {
  at: string | null;
  form: "text" | "serial" | "blank" | "unreadable";
}

const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?Z?$/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
const SECONDS_A_DAY = 86_400;
const UNREADABLE: LoadDate = { at: null, form: "unreadable" };

const two = (part: number) => String(part).padStart(2, "0");

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function fromParts(
  year: number,
  month: number,
  day: number,
  time: readonly (string | undefined)[],
): LoadDate {
  const [hour = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0));
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!real || hour > 23 || minute > 59 || second > 59) return UNREADABLE;
  return { at: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`, form: "text" };
}

/** A serial number counts days from 30 December 1899; the walk over years and months needs no clock and no time zone. */
function fromSerial(serial: number): LoadDate {
  const seconds = Math.round(serial * SECONDS_A_DAY);
  let days = Math.floor(seconds / SECONDS_A_DAY) - 2;
  let year = 1900;
  let month = 1;
  while (days >= (daysInMonth(year, 2) === 29 ? 366 : 365)) days -= daysInMonth(year++, 2) === 29 ? 366 : 365;
  while (days >= daysInMonth(year, month)) days -= daysInMonth(year, month++);
  const rest = seconds % SECONDS_A_DAY;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(":");
  return { at: `${year}-${two(month)}-${two(days + 1)}T${time}`, form: "serial" };
}

/**
 * «Дата загрузки» of a row (forms.md D-50): `24.04.2024 14:20:05`, ISO, or a serial number of a spreadsheet. A year of two
 * digits is not read: there is never a likely century.
 */
export function readLoadDate(text: string): LoadDate {
  const clean = plain(text);
  if (clean === "") return { at: null, form: "blank" };
  const dayFirst = DAY_FIRST.exec(clean);
  if (dayFirst)
    return fromParts(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]), dayFirst.slice(4, 7));
  const yearFirst = YEAR_FIRST.exec(clean);
  if (yearFirst)
    return fromParts(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]), yearFirst.slice(4, 7));
  return SERIAL.test(clean) ? fromSerial(Number(clean.replace(",", "."))) : UNREADABLE;
}
