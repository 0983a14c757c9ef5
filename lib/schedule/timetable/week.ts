import type { ClassTimetable } from "../load/shapes.ts";

/** Weekdays that have fields: Monday to Saturday. */
export const SCHOOL_DAYS = 6;
/** Lessons that have fields when nothing longer stands; no day has more than twelve. */
export const USUAL_LESSONS = 8;
export const MOST_LESSONS = 12;

/** One lesson of a week by its weekday (1 is Monday) and number. */
export interface LessonPlace {
  day: number;
  lesson: number;
}

/** The name of the field of a lesson. */
export const lessonField = (weekday: number, lesson: number) => `d${weekday}l${lesson}`;

/** Seven days of lessons from single ones; what is not named is free, and free lessons at a day's end are left out. */
export function weekOf(lessons: readonly (LessonPlace & { subjects: readonly string[] })[]): string[][][] {
  const days: string[][][] = Array.from({ length: 7 }, () => []);
  for (const { day, lesson, subjects } of lessons) {
    const of = days[day - 1];
    if (of === undefined || subjects.length === 0) continue;
    while (of.length < lesson) of.push([]);
    of[lesson - 1] = [...subjects];
  }
  return days;
}

export function countLessons(days: ClassTimetable): number {
  return days.flat().filter((taught) => taught.length > 0).length;
}

/** Rows that the fields of a timetable need. */
export function rowsFor(days: ClassTimetable): number {
  return Math.min(MOST_LESSONS, Math.max(USUAL_LESSONS, ...days.map((day) => day.length)));
}

/** Lessons in which two timetables differ, by day and number. */
export function differingLessons(
  before: ClassTimetable,
  after: ClassTimetable,
): (LessonPlace & { before: readonly string[]; after: readonly string[] })[] {
  const result = [];
  for (let day = 0; day < 7; day += 1)
    for (let lesson = 0; lesson < MOST_LESSONS; lesson += 1) {
      const [was, is] = [before[day]?.[lesson] ?? [], after[day]?.[lesson] ?? []];
      if (was.join("/") !== is.join("/"))
        result.push({ day: day + 1, lesson: lesson + 1, before: was, after: is });
    }
  return result;
}
