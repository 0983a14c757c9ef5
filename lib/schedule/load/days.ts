import type { Day } from "../../platform/clock.ts";
import type { LoadContext, Span } from "./shapes.ts";

const MS_PER_DAY = 86_400_000;
const numbers = new Map<string, number>();

/** Whole days since 1 January 1970: days as numbers that can be subtracted. A RangeError for what is no day. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`Not a day of the calendar: ${day}`);
  const number = Math.floor(at / MS_PER_DAY);
  numbers.set(day, number);
  return number;
}

const days = new Map<number, Day>();

/** The day of a number of `dayNumber`. */
export function dayOfNumber(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;
  days.set(number, day);
  return day;
}

/** Weekday of a day's number, ISO: 1 is Monday. 1 January 1970 was a Thursday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export const within = (day: Day, span: Span): boolean => span.from <= day && day <= span.to;

/**
 * How far along the year a day is when gaps are measured: with holidays counted the day's number, without them the number
 * less all holidays up to it, so that two days on both sides of a vacation are as near as lessons make them.
 */
export function positionOf(context: LoadContext): (number: number) => number {
  if (context.parameters.gapCountsHolidays) return (number) => number;
  const spans = merged(context.holidays);
  return (number) =>
    spans.reduce((position, [from, to]) => position - Math.max(0, Math.min(number, to) - from + 1), number);
}

function merged(spans: readonly Span[]): [number, number][] {
  const sorted = spans
    .map(({ from, to }): [number, number] => [dayNumber(from), dayNumber(to)])
    .sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
