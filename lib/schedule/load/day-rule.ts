import { sameDayProcedures, sameLessons } from "./clash.ts";
import { conflict } from "./conflict.ts";
import type { Conflict } from "./shapes.ts";
import { byDay, classDayKey, type Item, type Year } from "./year.ts";

/**
 * More than one procedure a day for a class (letter of 06.08.2021), and two works of a class on one lesson (ours). Each pair
 * of works is one conflict for all the classes that write both. Where the day already says it, the lesson does not repeat it.
 */
export function dayConflicts(year: Year): Conflict[] {
  const pairs = new Map<string, [Item, Item]>();
  for (const items of year.byClassDay.values()) {
    if (items.length < 2) continue;
    for (let i = 0; i < items.length; i += 1)
      for (let j = i + 1; j < items.length; j += 1) {
        const [a, b] = [items[i]!, items[j]!];
        pairs.set(`${a.work.id}~${b.work.id}`, [a, b]);
      }
  }
  return [...pairs.values()].flatMap(([a, b]) => pairConflicts(year, a, b));
}

/** The same of one work that may not stand in the schedule yet. */
export function dayConflictsOf(year: Year, item: Item): Conflict[] {
  const others = new Set(
    item.work.classes.flatMap((label) => year.byClassDay.get(classDayKey(label, item.day)) ?? []),
  );
  return [...others].flatMap((other) => pairConflicts(year, ...inOrder(item, other)));
}

const inOrder = (a: Item, b: Item): [Item, Item] => (byDay(a, b) <= 0 ? [a, b] : [b, a]);

function pairConflicts(year: Year, a: Item, b: Item): Conflict[] {
  const both = a.work.classes.filter((label) => b.work.classes.includes(label));
  const about = `${a.work.id}~${b.work.id}`;
  const rest = { classes: both, on: a.work.on };
  if (sameDayProcedures(a, b)) {
    const params = { works: procedures(year, both[0]!, a, b), need: year.context.parameters.perDay };
    return [conflict("secondToday", about, [a, b], { ...rest, params })];
  }
  if (!sameLessons(a, b)) return [];
  const lesson = Math.max(a.work.lesson ?? 0, b.work.lesson ?? 0);
  return [conflict("sameLesson", about, [a, b], { ...rest, params: { lesson } })];
}

/** Different procedures of a class on the day, the two in question included. */
function procedures(year: Year, label: string, a: Item, b: Item): number {
  const items = [a, b, ...(year.byClassDay.get(classDayKey(label, a.day)) ?? [])];
  return new Set(items.filter((one) => one.notProcedure === null).map((one) => one.procedure)).size;
}
