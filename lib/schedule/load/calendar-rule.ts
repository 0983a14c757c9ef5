import { ofOne } from "./conflict.ts";
import { within } from "./days.ts";
import { type NoLessons, noLessonsOn } from "./school-days.ts";
import type { Conflict, LoadContext } from "./shapes.ts";
import type { Item } from "./year.ts";

/**
 * A work stands on a day of lessons of every class that writes it, and inside the window that was given for it. An exam of
 * the ГИА has its own calendar. Ours, but for the window: federal dates are set from above (handbook §5.5, rule 5).
 */
export function calendarConflicts(context: LoadContext, item: Item): Conflict[] {
  const found: Conflict[] = [];
  const { work } = item;
  if (work.window !== null && !within(work.on, work.window))
    found.push(ofOne("outsideWindow", item, work.classes, { from: work.window.from, to: work.window.to }));
  if (work.kind === "exam") return found;
  const closed = new Map<NoLessons, string[]>();
  for (const label of work.classes) {
    const why = noLessonsOn(context, label, item.day);
    if (why === null) continue;
    const labels = closed.get(why);
    if (labels) labels.push(label);
    else closed.set(why, [label]);
  }
  for (const [why, labels] of closed) found.push(ofOne(why, item, labels));
  return found;
}

/**
 * Nothing is placed on a day that has passed. Asked of a work that is being placed only: what was written in September is
 * no conflict in November.
 */
export function pastConflicts(context: LoadContext, item: Item): Conflict[] {
  const { today } = context;
  return today !== null && item.work.on < today
    ? [ofOne("inThePast", item, item.work.classes, { today })]
    : [];
}
