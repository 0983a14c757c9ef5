import type { Locale } from "#messages/load.ts";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** How a calendar day is written: 22.04.2026 · 22 апреля · 22 апреля 2026 г. */
export type DayStyle = "short" | "long" | "full";

const OPTIONS: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
  long: { day: "numeric", month: "long" },
  full: { day: "numeric", month: "long", year: "numeric" },
};

const writers = new Map<string, Intl.DateTimeFormat>();

function writer(locale: Locale, timeZone: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale}:${timeZone}:${name}`;
  const known = writers.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  writers.set(key, made);
  return made;
}

/** Milliseconds of the day's midnight in UTC; null when the text is no day of the calendar. */
function midnight(day: string): number | null {
  const parts = DAY.exec(day);
  if (!parts) return null;
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  // 31 April would silently become 1 May.
  const same =
    writer("ru", "UTC", "short", OPTIONS.short).format(at) === `${parts[3]}.${parts[2]}.${parts[1]}`;
  return same ? at : null;
}

/**
 * A calendar day in words or figures. A day is the same everywhere, so no time zone comes in.
 * A RangeError when the text is no day of the calendar.
 *
 * @example formatDay("2026-04-22", { locale: "ru", style: "long" }) // "22 апреля"
 */
export function formatDay(
  day: string,
  { locale, style = "short" }: { locale: Locale; style?: DayStyle },
): string {
  const at = midnight(day);
  if (at === null) throw new RangeError(`Not a day of the calendar: ${day}`);
  return writer(locale, "UTC", style, OPTIONS[style]).format(at);
}

/**
 * A moment as the clock of the centre shows it. `zone: true` names the time zone, as deadlines must.
 * A RangeError for an invalid date.
 *
 * @example formatInstant(new Date("2026-04-22T07:42:00Z"), { locale: "ru", timeZone: "Europe/Moscow" }) // "22.04.2026, 10:42"
 */
export function formatInstant(
  instant: Date,
  { locale, timeZone, zone = false }: { locale: Locale; timeZone: string; zone?: boolean },
): string {
  const options: Intl.DateTimeFormatOptions = { ...OPTIONS.short, hour: "2-digit", minute: "2-digit" };
  if (zone) options.timeZoneName = "short";
  return writer(locale, timeZone, zone ? "zone" : "instant", options).format(instant);
}

/**
 * The calendar day on which a moment falls by the clock of the centre. A RangeError for an invalid date.
 *
 * @example formatInstantDay(new Date("2026-04-22T21:30:00Z"), { locale: "ru", timeZone: "Europe/Moscow" }) // "23.04.2026"
 */
export function formatInstantDay(
  instant: Date,
  { locale, timeZone, style = "short" }: { locale: Locale; timeZone: string; style?: DayStyle },
): string {
  return writer(locale, timeZone, `day-${style}`, OPTIONS[style]).format(instant);
}

/**
 * A school year by the calendar year it begins in (see `schoolYearOf` of the clock).
 *
 * @example schoolYear(2025) // "2025/26"
 */
export function schoolYear(firstYear: number): string {
  if (!Number.isInteger(firstYear) || firstYear < 1000 || firstYear > 9998) {
    throw new RangeError(`Not a year: ${firstYear}`);
  }
  return `${firstYear}/${String((firstYear + 1) % 100).padStart(2, "0")}`;
}
