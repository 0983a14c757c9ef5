import { dayOfNumber, weekdayOf, within } from "./days.ts";
import type { LoadContext } from "./shapes.ts";
import { dayOfTimetable } from "./timetable.ts";

/** Why a class has no lessons on a day. */
export type NoLessons = "outsideYear" | "holiday" | "dayOff";

/**
 * Why a class has no lessons on a day, or null when it has. A worked Saturday (a transfer) wins over vacations, weekends and
 * single days off; nothing wins over the bounds of the school year. Ours: the calendar of the school, not the letter.
 */
export function noLessonsOn(context: LoadContext, classLabel: string, number: number): NoLessons | null {
  const days = daysOf(context, classLabel);
  const before = days.get(number);
  if (before !== undefined) return before;
  const why = readCalendar(context, classLabel, number);
  days.set(number, why);
  return why;
}

/** What was read of a calendar, class by class: searches ask the same days thousands of times. Gone with its context. */
const calendars = new WeakMap<LoadContext, Map<string, Map<number, NoLessons | null>>>();

function daysOf(context: LoadContext, classLabel: string): Map<number, NoLessons | null> {
  const classes = calendars.get(context) ?? new Map<string, Map<number, NoLessons | null>>();
  calendars.set(context, classes);
  const days = classes.get(classLabel) ?? new Map<number, NoLessons | null>();
  classes.set(classLabel, days);
  return days;
}

function readCalendar(context: LoadContext, classLabel: string, number: number): NoLessons | null {
  const day = dayOfNumber(number);
  if (!within(day, context.year)) return "outsideYear";
  if (context.workingDays.includes(day)) return null;
  if (context.holidays.some((span) => within(day, span))) return "holiday";
  if (context.daysOff.includes(day)) return "dayOff";
  // Lessons in the timetable make a day of lessons; none may also mean that the school has entered a part of the week only.
  if (dayOfTimetable(context, classLabel, number)?.some((taught) => taught.length > 0)) return null;
  const weekday = weekdayOf(number);
  if (!(context.weekdaysOfClass[classLabel] ?? context.weekdays).includes(weekday)) return "dayOff";
  return context.lessonsPerDay[classLabel]?.[weekday - 1] === 0 ? "dayOff" : null;
}

/** Number of the last lesson of a class on a day; null when neither timetable nor number of lessons is known. */
export function lastLesson(context: LoadContext, classLabel: string, number: number): number | null {
  const lessons = dayOfTimetable(context, classLabel, number);
  if (lessons) {
    const last = lessons.findLastIndex((taught) => taught.length > 0);
    if (last >= 0) return last + 1;
  }
  return context.lessonsPerDay[classLabel]?.[weekdayOf(number) - 1] || null;
}
