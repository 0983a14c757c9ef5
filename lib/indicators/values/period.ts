import type { Period } from "../vocabulary.ts";

/** A school year as values are kept by it: from 1 September to 31 August. `schoolYear` 2025 is 2025/26. */
export interface SchoolYear {
  readonly schoolYear: number;
  readonly start: string;
  readonly end: string;
}

/** The whole of a school year. */
export const wholeYear = "";

/** A part of a school year: h1–h2, q1–q4, m01–m12 (m09 is September); `wholeYear` for all of it. */
export type YearPart = string;

/** A school year or a part of it, with both days included. */
export interface ValuePeriod extends SchoolYear {
  readonly part: YearPart;
}

export function schoolYearOf(schoolYear: number): ValuePeriod {
  return { schoolYear, part: wholeYear, start: `${schoolYear}-09-01`, end: `${schoolYear + 1}-08-31` };
}

/** The school year that a calendar day falls into. */
export function schoolYearOn(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= "09-01" ? year : year - 1;
}

/**
 * The first months of the parts. No law gives quarters days: each school decides. This cut is the portal's proposal: at the
 * first of a month near the holidays (1 November, 1 January, 1 April), so that every day lies in one part and nothing is
 * counted twice or lost; the summer belongs to the last part.
 */
const begins: Readonly<Record<"halfYear" | "quarter" | "month", readonly number[]>> = {
  halfYear: [9, 1],
  quarter: [9, 11, 1, 4],
  month: [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8],
};

const two = (number: number): string => String(number).padStart(2, "0");

const nameOf = (kind: keyof typeof begins, month: number, place: number): YearPart =>
  kind === "month" ? `m${two(month)}` : `${kind === "halfYear" ? "h" : "q"}${place + 1}`;

/** Parts of a school year in which an indicator of this period has a value, in order of time; once is once a school year. */
export function partsOf(kind: Period): YearPart[] {
  if (kind === "year" || kind === "once") return [wholeYear];
  return begins[kind].map((month, place) => nameOf(kind, month, place));
}

/** How often there is such a part. */
export function kindOfPart(part: YearPart): "year" | keyof typeof begins {
  const letter = part.slice(0, 1);
  return letter === "h" ? "halfYear" : letter === "q" ? "quarter" : letter === "m" ? "month" : "year";
}

/** Has an indicator of this period its values by such parts? */
export const isOfKind = (part: YearPart, kind: Period): boolean =>
  kindOfPart(part) === (kind === "once" ? "year" : kind);

/** Days of a part. A RangeError for a part that there is not. */
export function periodOf(schoolYear: number, part: YearPart): ValuePeriod {
  const kind = kindOfPart(part);
  if (kind === "year" && part === wholeYear) return schoolYearOf(schoolYear);
  const place = kind === "year" ? -1 : partsOf(kind).indexOf(part);
  if (kind === "year" || place < 0) throw new RangeError(`Not a part of a school year: ${part}`);
  const months = begins[kind];
  const dayOf = (month: number) => `${month >= 9 ? schoolYear : schoolYear + 1}-${two(month)}-01`;
  const next = months[place + 1];
  const end = next === undefined ? schoolYearOf(schoolYear).end : dayBefore(dayOf(next));
  return { schoolYear, part, start: dayOf(months[place] ?? 9), end };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const everyPart = (["year", "halfYear", "quarter", "month"] as const).flatMap(partsOf);

/** True for a part as addresses, forms and rows name it. */
export const isPart = (text: string): boolean => everyPart.includes(text);

/** The period that has these days; the school year when no part has. */
export function periodOfDays(start: string, end: string): ValuePeriod {
  const schoolYear = schoolYearOn(start);
  const periods = everyPart.map((part) => periodOf(schoolYear, part));
  return periods.find((one) => one.start === start && one.end === end) ?? schoolYearOf(schoolYear);
}

/** The order of time; a year stands before its parts. */
export function inTime(a: ValuePeriod, b: ValuePeriod): number {
  return a.start === b.start ? (a.end < b.end ? 1 : a.end > b.end ? -1 : 0) : a.start < b.start ? -1 : 1;
}
