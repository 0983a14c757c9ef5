/** Kinds of schools. `school` is a school whose kind nobody stated. */
export const schoolKinds = [
  "school",
  "primary",
  "basic",
  "secondary",
  "gymnasium",
  "lyceum",
  "cadet",
  "boarding",
  "evening",
  "special",
  "other",
] as const;
export type SchoolKind = (typeof schoolKinds)[number];

/** Where a school stands; the method of the signs of low results compares like with like. */
export const localityKinds = ["unknown", "city", "settlement", "village"] as const;
export type LocalityKind = (typeof localityKinds)[number];

/** Schools on one page of a list. */
export const schoolsPerPage = 50;

/** A registry file that nobody applied is forgotten after a day. */
export const draftHours = 24;

const LOGIN = /^(?:(?:edu|sch)[\s_]?)?(\d{6})$/i;

/**
 * The six digits of a ФИС ОКО login as a person or a file writes it: `edu970014`, `sch970014` (until 2021) or `970014`.
 * The same digits are the same school (forms.md D-17). Null for anything else.
 */
export function loginDigits(text: string): string | null {
  return LOGIN.exec(text.trim())?.[1] ?? null;
}

/** A login as people know it today: `edu970014`. */
export function loginText(digits: string): string {
  return `edu${digits}`;
}

/**
 * The last calendar day that has begun anywhere on Earth (UTC+14): a day after it is in the future for everybody, so a
 * merger or renaming of that day has not happened yet.
 */
export function latestDay(now: Date): string {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** Which page of a list to show, and how many there are; a page beyond the last one is the last. */
export function pageOf(wanted: number, total: number): { page: number; pages: number; skip: number } {
  const pages = Math.max(1, Math.ceil(total / schoolsPerPage));
  const page = Math.min(Math.max(1, wanted), pages);
  return { page, pages, skip: (page - 1) * schoolsPerPage };
}

/** Degrees with six decimals: ten centimetres. More is noise of a spreadsheet. */
export function roundDegrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
