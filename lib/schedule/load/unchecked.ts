import { singleLesson } from "./edge-lesson-rule.ts";
import { lastLesson } from "./school-days.ts";
import type { Unchecked } from "./shapes.ts";
import { timetableOn } from "./timetable.ts";
import { isAskedByTimetable } from "./timetable-rule.ts";
import type { Year } from "./year.ts";

/** What the rules passed over because the school did not say it; silence about it would read as «all is well». */
export function unchecked(year: Year): Unchecked[] {
  const { context } = year;
  const noHours: string[] = [];
  const noLesson: string[] = [];
  const noLastLesson: string[] = [];
  const assumed: string[] = [];
  const noTimetable: string[] = [];
  for (const item of year.items) {
    const asked = isAskedByTimetable(item.work);
    if (asked && item.work.classes.some((label) => timetableOn(context, label, item.day) === null))
      noTimetable.push(item.work.id);
    if (item.notProcedure !== null) continue;
    const { work } = item;
    if (item.grades.some((grade) => context.hours[String(grade)]?.[work.subject] === undefined))
      noHours.push(work.id);
    if (work.lesson === null) {
      noLesson.push(work.id);
      continue;
    }
    const edge = work.classes.map((label) => singleLesson(context, item, label));
    if (edge.includes("assumed")) assumed.push(work.id);
    if (work.classes.some((label, i) => edge[i] === null && lastLesson(context, label, item.day) === null))
      noLastLesson.push(work.id);
  }
  const all: Unchecked[] = [
    { rule: "overTenPercent", reason: "noHours", works: noHours },
    { rule: "firstLesson", reason: "noLesson", works: noLesson },
    { rule: "lastLesson", reason: "noLastLesson", works: noLastLesson },
    { rule: "firstLesson", reason: "singleLessonAssumed", works: assumed },
    { rule: "offTimetable", reason: "noTimetable", works: noTimetable },
  ];
  return all.filter(({ works }) => works.length > 0);
}
