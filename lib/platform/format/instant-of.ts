const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The instant at which the clocks of a time zone show a day and a time. A time that the clocks leap over is taken by the offset
 * before the leap; of a time that they show twice it is the first.
 *
 * @example instantOf("2026-10-15", "08:30", "Europe/Moscow").toISOString() // "2026-10-15T05:30:00.000Z"
 */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) throw new RangeError(`Not a day and a time: ${day} ${time}`);
  // The offset of a zone is asked at the wall time itself and, where that crosses a change, once more at the result.
  const first = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(first, timeZone));
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    // Swedish writes its days and times as ISO does.
    clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    clocks.set(timeZone, clock);
  }
  return Date.parse(`${clock.format(at).replace(" ", "T")}Z`) - at;
}
