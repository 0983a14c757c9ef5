import type { Day } from "../platform/clock.ts";
import type { SchoolYear } from "./facts.ts";
import { defaultParameters } from "./load/parameters.ts";
import type { DatedTimetable, LoadContext } from "./load/shapes.ts";

/** What a week is where the school has not said: five days. */
const FIVE_DAYS = [1, 2, 3, 4, 5];

/** The facts of a school's year as the load rules ask for them. `today` null: days of the past are as good as others. */
export function loadContextOf(facts: SchoolYear, today: Day | null): LoadContext {
  const { plan, breaks, weeks, hours, timetables } = facts;
  const weekdaysOf = (lessons: readonly number[]) =>
    lessons.flatMap((last, index) => (last > 0 ? [index + 1] : []));
  const ofClass = Object.fromEntries(weeks.map(({ label, lessons }) => [label, weekdaysOf(lessons)]));
  return {
    year: { from: plan.startsOn, to: plan.endsOn },
    today,
    holidays: breaks.filter(({ kind }) => kind === "holiday").map(({ from, to }) => ({ from, to })),
    daysOff: [],
    workingDays: breaks.filter(({ kind }) => kind === "workday").map(({ from }) => from),
    weekdays: FIVE_DAYS,
    weekdaysOfClass: ofClass,
    hours: byParallel(hours, ({ hours }) => hours),
    lessonsPerWeek: byParallel(hours, ({ lessonsPerWeek }) => lessonsPerWeek),
    lessonsPerDay: Object.fromEntries(weeks.map(({ label, lessons }) => [label, lessons])),
    timetable: byClass(timetables),
    asWeekday: Object.fromEntries(
      breaks.flatMap(({ kind, from, asWeekday }) =>
        kind === "workday" && asWeekday !== null ? [[from, asWeekday]] : [],
      ),
    ),
    parameters: { ...defaultParameters, ...plan.parameters, lessonMinutes: plan.lessonMinutes },
  };
}

function byParallel(
  rows: SchoolYear["hours"],
  value: (row: SchoolYear["hours"][number]) => number,
): Record<string, Record<string, number>> {
  const result: Record<string, Record<string, number>> = {};
  for (const row of rows) {
    const parallel = result[row.grade] ?? {};
    parallel[row.subject] = value(row);
    result[row.grade] = parallel;
  }
  return result;
}

function byClass(rows: SchoolYear["timetables"]): Record<string, DatedTimetable[]> {
  const result: Record<string, DatedTimetable[]> = {};
  for (const { label, from, days } of rows) {
    const dated = result[label] ?? [];
    dated.push({ from, days });
    result[label] = dated;
  }
  for (const dated of Object.values(result)) dated.sort((a, b) => (a.from < b.from ? -1 : 1));
  return result;
}
