import { z } from "zod";
import { currentInstant, type Day } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { cycleYearOf } from "#lib/schedule/cycle/rules.ts";

export type Query = Record<string, string | string[] | undefined>;

/** Which lines are shown. */
export const shows = ["all", "open", "overdue"] as const;

/** Today by the centre's clock. */
export function cycleToday(): Day {
  return dayOf(currentInstant(), env.TIME_ZONE);
}

/** What the address asks for: school year, school, which lines. */
export function readCycle(query: Query, today: Day) {
  return z
    .object({
      year: z.coerce.number().int().min(2020).max(2099).catch(cycleYearOf(today)),
      school: z.coerce.number().int().positive().nullable().catch(null).default(null),
      show: z.enum(shows).catch("all"),
    })
    .parse({ year: query.year, school: query.school ?? null, show: query.show });
}
