import type { Day } from "../platform/clock.ts";
import { candidateOf, type Draft, othersOf } from "./candidate.ts";
import { loadContextOf } from "./context.ts";
import type { AnnouncedWork, SchoolYear } from "./facts.ts";
import { freeSlots } from "./load/free-slots.ts";

/** What a class has within a window, as texts of a form, and where it could go. */
export interface ClassDayFacts {
  label: string;
  on: string;
  lesson: string;
  subject: string;
  free: { on: Day; lesson: number | null }[];
}

/** A line for each class of the window's parallel; days are offered to classes that have none and that time has not left behind. */
export function classDays(facts: SchoolYear, window: AnnouncedWork, today: Day): ClassDayFacts[] {
  const context = loadContextOf(facts, today);
  return facts.classes
    .filter(({ grade }) => grade === window.grade)
    .map(({ label }) => {
      const placed = facts.works.find(
        ({ windowId, classes }) => windowId === window.id && classes.includes(label),
      );
      const fixed = window.opensOn === window.closesOn;
      const line = {
        label,
        on: placed?.on ?? (fixed ? window.opensOn : ""),
        lesson: String(placed?.lesson ?? ""),
        subject: placed?.subject ?? "",
      };
      if (placed || fixed || window.closesOn < today) return { ...line, free: [] };
      const draft: Draft = {
        ...window,
        ...{ id: null, windowId: window.id, classes: [label], lesson: null },
        on: window.opensOn < today ? today : window.opensOn,
      };
      const range = { from: window.opensOn, to: window.closesOn };
      const { slots } = freeSlots(context, othersOf(facts, draft), candidateOf(facts, draft), range);
      return { ...line, free: slots.map(({ on, lesson }) => ({ on, lesson })) };
    });
}
