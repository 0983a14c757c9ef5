import { currentInstant, type Day } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";

/** Today by the centre's clock, and the calendar year whose works are on the desk. */
export function deskClock(): { clock: { today: Day; timeZone: string }; year: number } {
  const today = dayOf(currentInstant(), env.TIME_ZONE);
  return { clock: { today, timeZone: env.TIME_ZONE }, year: Number(today.slice(0, 4)) };
}
