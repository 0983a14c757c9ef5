import { weekdayOf } from "./days.ts";
import { singleLesson } from "./edge-lesson-rule.ts";
import { lastLesson } from "./school-days.ts";
import type { Unchecked } from "./shapes.ts";
import type { Year } from "./year.ts";

/** What the rules passed over because the school did not say it; silence about it would read as «all is well». */
export function unchecked(year: Year): Unchecked[] {
  const { context } = year;
  const noHours: string[] = [];
  const noLesson: string[] = [];
  const noLastLesson: string[] = [];
  const assumed: string[] = [];
  for (const item of year.items) {
    if (item.notProcedure !== null) continue;
    const { work } = item;
    if (item.grades.some((grade) => context.hours[String(grade)]?.[work.subject] === undefined))
      noHours.push(work.id);
    if (work.lesson === null) {
      noLesson.push(work.id);
      continue;
    }
    const weekday = weekdayOf(item.day);
    const edge = work.classes.map((label) => singleLesson(context, item, label));
    if (edge.includes("assumed")) assumed.push(work.id);
    if (work.classes.some((label, i) => edge[i] === null && lastLesson(context, label, weekday) === null))
      noLastLesson.push(work.id);
  }
  const all: Unchecked[] = [
    { rule: "overTenPercent", reason: "noHours", works: noHours },
    { rule: "firstLesson", reason: "noLesson", works: noLesson },
    { rule: "lastLesson", reason: "noLastLesson", works: noLastLesson },
    { rule: "firstLesson", reason: "singleLessonAssumed", works: assumed },
  ];
  return all.filter(({ works }) => works.length > 0);
}
