import { conflictsOf, withoutWork } from "./check.ts";
import { dayNumber, dayOfNumber } from "./days.ts";
import { daysFor, lessonsFor } from "./places.ts";
import type { Conflict, FreeSlot, FreeSlots, LoadContext, PlacedWork, RuleCode, Span } from "./shapes.ts";
import { itemOf, type Year } from "./year.ts";

/** What closes a day: the rules that stand against every lesson of it, or all of them when each lesson has its own. */
interface Tried {
  readonly lessons: readonly (number | null)[];
  readonly closedBy: readonly RuleCode[];
}

/**
 * The nearest free places of a work: days by distance from the day it stands on, the later of two equally near first, each with
 * the lessons that are free. No slot makes a conflict or a question; what no day can end is told in `always` and does not close
 * days. `count` slots at most; three are what the form offers.
 */
export function freeSlots(
  context: LoadContext,
  placed: readonly PlacedWork[],
  candidate: PlacedWork,
  range: Span = context.year,
  count = 3,
): FreeSlots {
  const year = withoutWork(context, placed, candidate.id);
  const wished = dayNumber(candidate.on);
  const always = conflictsOf(year, itemOf(context, year.position, candidate)).filter((one) => !one.movable);
  const days = daysFor(context, candidate, range).sort(
    (a, b) => Math.abs(a - wished) - Math.abs(b - wished) || b - a,
  );
  const slots: FreeSlot[] = [];
  const refused = new Map<RuleCode, { days: number; first: number }>();
  for (const day of days) {
    if (slots.length >= count) break;
    const tried = tryDay(year, candidate, day);
    if (tried.lessons.length > 0) {
      slots.push({
        on: dayOfNumber(day),
        lesson: tried.lessons[0] ?? null,
        lessons: tried.lessons.filter((lesson) => lesson !== null).sort((a, b) => a - b),
        shiftDays: day - wished,
      });
      continue;
    }
    for (const rule of tried.closedBy) {
      const known = refused.get(rule);
      refused.set(rule, { days: (known?.days ?? 0) + 1, first: Math.min(known?.first ?? day, day) });
    }
  }
  return {
    slots,
    always,
    refused: [...refused]
      .map(([rule, { days: closed, first }]) => ({ rule, days: closed, first: dayOfNumber(first) }))
      .sort((a, b) => b.days - a.days || (a.rule < b.rule ? -1 : 1)),
  };
}

/** What a work would meet on a day: the lessons without conflict in order of preference, or what closes the day. */
function tryDay(year: Year, candidate: PlacedWork, day: number): Tried {
  const options = lessonsFor(year.context, candidate, day);
  // No lesson of the subject on the day: the wished lesson says why.
  const asked = options.length > 0 ? options : [candidate.lesson];
  const met = asked.map((lesson): [number | null, readonly Conflict[]] => {
    const item = itemOf(year.context, year.position, { ...candidate, on: dayOfNumber(day), lesson });
    return [lesson, conflictsOf(year, item).filter((one) => one.movable)];
  });
  const lessons = met.filter(([, conflicts]) => conflicts.length === 0).map(([lesson]) => lesson);
  const rules = met.map(([, conflicts]) => new Set(conflicts.map((one) => one.rule)));
  const all = [...new Set(rules.flatMap((set) => [...set]))];
  const everywhere = all.filter((rule) => rules.every((set) => set.has(rule)));
  return { lessons, closedBy: everywhere.length > 0 ? everywhere : all };
}
