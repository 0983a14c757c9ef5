import type { Day } from "../platform/clock.ts";
import { candidateOf, type Draft, othersOf } from "./candidate.ts";
import { loadContextOf } from "./context.ts";
import type { SchoolYear } from "./facts.ts";
import { checkOne } from "./load/check.ts";
import { freeSlots } from "./load/free-slots.ts";
import type { Conflict, FreeSlot } from "./load/shapes.ts";

/** What the rules say of a draft on its day, and the nearest days without any conflict. */
export interface Review {
  conflicts: Conflict[];
  slots: readonly FreeSlot[];
}

const OFFERED = 3;

/**
 * Judges a draft in its school's year. The same function runs in the browser while a day is chosen, and on the server before
 * anything is written. Free days are looked for only when there is something to get away from.
 */
export function reviewDraft(facts: SchoolYear, draft: Draft, today: Day): Review {
  const context = loadContextOf(facts, today);
  const candidate = candidateOf(facts, draft);
  const others = othersOf(facts, draft);
  const conflicts = checkOne(context, others, candidate);
  const slots = conflicts.length > 0 ? freeSlots(context, others, candidate, undefined, OFFERED).slots : [];
  return { conflicts, slots };
}

/** Conflicts that a person must have seen before the work is placed all the same; questions do not stop. */
export function stopping(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.filter(({ weight }) => weight === "conflict");
}
