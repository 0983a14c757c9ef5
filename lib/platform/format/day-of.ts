import type { Day } from "../clock.ts";

const calendars = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day that an instant falls on in a time zone, as `YYYY-MM-DD`. Not for people's eyes: days are compared by it.
 *
 * @example dayOf(new Date("2026-05-20T22:30:00Z"), "Europe/Moscow") // "2026-05-21"
 */
export function dayOf(instant: Date, timeZone: string): Day {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    // Swedish writes its days as ISO does.
    calendar = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(instant) as Day;
}
