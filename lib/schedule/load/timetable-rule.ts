import { ofOne } from "./conflict.ts";
import type { Conflict, LoadContext, PlacedWork } from "./shapes.ts";
import { dayOfTimetable, isTaught } from "./timetable.ts";
import type { Item } from "./year.ts";

/**
 * A school's own work is written on a lesson of its subject. Ours, a question: lessons may be exchanged for a day. Works from
 * above may take other lessons, and a class whose timetable is not known is not asked.
 */
export function timetableConflicts(context: LoadContext, item: Item): Conflict[] {
  const { lesson, subject } = item.work;
  if (!isAskedByTimetable(item.work)) return [];
  const labels = item.work.classes.filter((label) => {
    const day = dayOfTimetable(context, label, item.day);
    if (day === null) return false;
    return lesson === null
      ? !day.some((taught) => isTaught(taught, subject))
      : !isTaught(day[lesson - 1], subject);
  });
  return labels.length > 0 ? [ofOne("offTimetable", item, labels, { lesson: lesson ?? 0 })] : [];
}

/** Works that must fit the timetable: the school's own, and no exams. */
export function isAskedByTimetable({ level, kind }: Pick<PlacedWork, "level" | "kind">): boolean {
  return level === "school" && kind !== "exam";
}
