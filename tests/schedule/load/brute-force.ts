import type { Day } from "#lib/platform/clock.ts";
import { checkYear } from "#lib/schedule/load/check.ts";
import type { LoadContext, PlacedWork } from "#lib/schedule/load/shapes.ts";

/** The fewest moves that leave no conflict which a move could end, by trying everything; null when nothing does. */
export function fewestByTrying(context: LoadContext, placed: readonly PlacedWork[]): number | null {
  const movable = placed.filter((one) => !one.fixed).map((one) => one.id);
  for (let moves = 0; moves <= movable.length; moves += 1)
    if (subsets(movable, moves).some((ids) => works(context, placed, ids))) return moves;
  return null;
}

function works(context: LoadContext, placed: readonly PlacedWork[], ids: readonly string[]): boolean {
  const [id, ...rest] = ids;
  if (id === undefined)
    return !checkYear(context, placed).conflicts.some((one) => one.movable && one.weight === "conflict");
  return daysOf(context).some((on) =>
    lessonsOf(placed.find((one) => one.id === id)!).some((lesson) =>
      works(
        context,
        placed.map((one) => (one.id === id ? { ...one, on, lesson } : one)),
        rest,
      ),
    ),
  );
}

/** Of the three lessons of a day a procedure may take only the middle one. */
const lessonsOf = (one: PlacedWork) => (one.lesson === null ? [null] : one.minutes < 30 ? [1, 2, 3] : [2]);

function daysOf({ year }: LoadContext): Day[] {
  const days: Day[] = [];
  for (let at = Date.parse(year.from); at <= Date.parse(year.to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10) as Day);
  return days.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
}

function subsets(ids: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return ids.flatMap((id, i) => subsets(ids.slice(i + 1), size - 1).map((rest) => [id, ...rest]));
}
