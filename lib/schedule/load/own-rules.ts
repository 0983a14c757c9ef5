import { calendarConflicts } from "./calendar-rule.ts";
import { edgeLessonConflicts } from "./edge-lesson-rule.ts";
import type { Conflict, LoadContext } from "./shapes.ts";
import { timetableConflicts } from "./timetable-rule.ts";
import { trainingConflicts } from "./training-rule.ts";
import type { Item } from "./year.ts";

/** What is wrong with a work's place whatever else stands in the schedule. */
export function ownConflicts(context: LoadContext, item: Item): Conflict[] {
  return [
    ...calendarConflicts(context, item),
    ...edgeLessonConflicts(context, item),
    ...timetableConflicts(context, item),
    ...trainingConflicts(item),
  ];
}
