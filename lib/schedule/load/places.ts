import { dayNumber } from "./days.ts";
import { lastLesson } from "./school-days.ts";
import type { LoadContext, PlacedWork, Span } from "./shapes.ts";
import { dayOfTimetable, isTaught } from "./timetable.ts";
import { isAskedByTimetable } from "./timetable-rule.ts";

/** Lessons looked at when the school does not say how many a class has. */
const LESSONS_OF_A_DAY = 8;

/** Days on which a work may stand at all, as numbers: inside the range, the school year, its window, not before today. */
export function daysFor(context: LoadContext, work: PlacedWork, range: Span): number[] {
  const spans = [range, context.year, ...(work.window === null ? [] : [work.window])];
  const from = Math.max(
    ...spans.map((span) => dayNumber(span.from)),
    ...(context.today === null ? [] : [dayNumber(context.today)]),
  );
  const to = Math.min(...spans.map((span) => dayNumber(span.to)));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/**
 * Lessons to try on a day, the wished one first, then the nearest, the later before the earlier. For a school's work in classes
 * with a known timetable these are the lessons of its subject; else all lessons of the shortest of the classes' days. A work
 * without a lesson stays without.
 */
export function lessonsFor(context: LoadContext, work: PlacedWork, day: number): (number | null)[] {
  const wished = work.lesson;
  if (wished === null) return [null];
  const taught = taughtLessons(context, work, day);
  const last = Math.min(
    ...work.classes.map((label) => lastLesson(context, label, day) ?? Math.max(LESSONS_OF_A_DAY, wished)),
  );
  const lessons = taught ?? Array.from({ length: last }, (_, i) => i + 1);
  return lessons.sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || b - a);
}

/** Lessons at which every class of a school's work has its subject; null when some timetable is not known or it is not asked. */
function taughtLessons(context: LoadContext, work: PlacedWork, number: number): number[] | null {
  if (!isAskedByTimetable(work) || work.classes.length === 0) return null;
  const days = work.classes.map((label) => dayOfTimetable(context, label, number));
  if (days.includes(null)) return null;
  const longest = Math.max(...days.map((day) => day?.length ?? 0));
  return Array.from({ length: longest }, (_, i) => i + 1).filter((lesson) =>
    days.every((day) => isTaught(day?.[lesson - 1], work.subject)),
  );
}
