import type { Day } from "../../../platform/clock.ts";
import type { Conflict, PlacedWork, WhyStays } from "../shapes.ts";

/**
 * Why a conflict is left by a repair. `stuck`: works that the school may move and that have no other place at all (every other day is
 * closed, or taken by works that stay).
 */
export function whyStays(
  conflict: Conflict,
  works: ReadonlyMap<string, PlacedWork>,
  stuck: ReadonlySet<string>,
  today: Day | null,
): WhyStays {
  if (!conflict.movable) return "noDay";
  const free = conflict.works.filter((id) => {
    const work = works.get(id);
    return work !== undefined && !work.fixed && (today === null || work.on >= today);
  });
  if (free.length === 0) return "set";
  return free.every((id) => stuck.has(id)) ? "noRoom" : "notFound";
}
