import { ofOne } from "./conflict.ts";
import { weekdayOf } from "./days.ts";
import type { Conflict, LoadContext } from "./shapes.ts";
import type { Item } from "./year.ts";

/**
 * A school's own work is written on a lesson of its subject. Ours, a question: lessons may be exchanged for a day. Works from
 * above may take other lessons, and a class whose timetable is not known is not asked.
 */
export function timetableConflicts(context: LoadContext, item: Item): Conflict[] {
  const { level, kind, lesson, subject } = item.work;
  if (level !== "school" || kind === "exam") return [];
  const weekday = weekdayOf(item.day);
  const labels = item.work.classes.filter((label) => {
    const day = context.timetable[label]?.[weekday - 1];
    if (!day) return false;
    return lesson === null ? !day.includes(subject) : day[lesson - 1] !== subject;
  });
  return labels.length > 0 ? [ofOne("offTimetable", item, labels, { lesson: lesson ?? 0 })] : [];
}
