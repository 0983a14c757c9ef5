import { dayNumber, dayOfNumber, weekdayOf } from "./days.ts";
import type { ClassTimetable, LoadContext } from "./shapes.ts";

/** The timetable of a class that is in force on a day; null when the school has entered none that begins by then. */
export function timetableOn(context: LoadContext, classLabel: string, number: number): ClassTimetable | null {
  const dated = context.timetable[classLabel];
  if (dated === undefined) return null;
  return dated.findLast(({ from }) => dayNumber(from) <= number)?.days ?? null;
}

/** The lessons of a class on a day by its timetable, those of another weekday where the day is worked so; null when it is not known. */
export function dayOfTimetable(
  context: LoadContext,
  classLabel: string,
  number: number,
): ClassTimetable[number] | null {
  const timetable = timetableOn(context, classLabel, number);
  if (timetable === null) return null;
  return timetable[(context.asWeekday[dayOfNumber(number)] ?? weekdayOf(number)) - 1] ?? [];
}

/** Since grade 7 mathematics is taught as three courses; a work in mathematics may take a lesson of any of them. */
const partsOfMathematics: ReadonlySet<string> = new Set(["AL", "GM", "VS"]);

/** True when a work in the subject is at home in a lesson: its own subject, a part of it, or any lesson for a work over subjects. */
export function isTaught(lesson: readonly string[] | undefined, subject: string): boolean {
  if (lesson === undefined || lesson.length === 0) return false;
  if (subject === "META" || lesson.includes(subject)) return true;
  return subject === "MA" && lesson.some((taught) => partsOfMathematics.has(taught));
}
