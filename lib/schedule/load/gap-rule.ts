import { gapBelow } from "./clash.ts";
import { conflict } from "./conflict.ts";
import type { Conflict } from "./shapes.ts";
import { type Item, parallelKey, type Year } from "./year.ts";

/**
 * Pairs of procedures of a subject in a parallel that stand nearer than 2.5 weeks (letter of 06.08.2021; what a gap is:
 * `gapBelow`). Every pair counts, not neighbours only, so that a work put between two others hides nothing; the placements
 * named are the nearest of the two procedures.
 */
export function gapConflicts(year: Year): Conflict[] {
  const found: Conflict[] = [];
  const { parameters } = year.context;
  for (const [parallel, items] of year.byParallel) {
    const nearest = new Map<string, { a: Item; b: Item; gap: number }>();
    // Positions follow days, so whatever stands beyond the first far one is far too.
    for (let i = 0; i < items.length; i += 1)
      for (let j = i + 1; j < items.length; j += 1) {
        const [a, b] = [items[i]!, items[j]!];
        if (b.position - a.position >= parameters.gapDays) break;
        const gap = gapBelow(a, b, parameters);
        if (gap === null) continue;
        const pair = pairKey(a, b);
        const known = nearest.get(pair);
        if (!known || gap < known.gap) nearest.set(pair, { a, b, gap });
      }
    for (const { a, b, gap } of nearest.values())
      found.push(gapConflict(a, b, gap, parallel, parameters.gapDays));
  }
  return found;
}

/** The same of one work that may not stand in the schedule yet. */
export function gapConflictsOf(year: Year, item: Item): Conflict[] {
  if (item.notProcedure !== null) return [];
  const { parameters } = year.context;
  const found: Conflict[] = [];
  for (const grade of item.grades) {
    const parallel = parallelKey(grade, item.work.subject);
    const nearest = new Map<string, { other: Item; gap: number }>();
    for (const other of year.byParallel.get(parallel) ?? []) {
      const gap = gapBelow(item, other, parameters);
      if (gap === null) continue;
      const known = nearest.get(other.procedure);
      if (!known || gap < known.gap) nearest.set(other.procedure, { other, gap });
    }
    for (const { other, gap } of nearest.values())
      found.push(gapConflict(item, other, gap, parallel, parameters.gapDays));
  }
  return found;
}

const pairKey = (a: Item, b: Item) =>
  a.procedure < b.procedure ? `${a.procedure}~${b.procedure}` : `${b.procedure}~${a.procedure}`;

function gapConflict(one: Item, two: Item, gap: number, parallel: string, need: number): Conflict {
  const [a, b] =
    one.day < two.day || (one.day === two.day && one.work.id < two.work.id) ? [one, two] : [two, one];
  const grade = Number(parallel.slice(0, parallel.indexOf("|")));
  return conflict("tooOften", `${parallel}:${pairKey(a, b)}`, [a, b], {
    classes: together(a.work.classes, b.work.classes),
    grade,
    subject: a.work.subject,
    on: b.work.on,
    params: { grade, first: a.work.on, second: b.work.on, gap, need },
  });
}

function together(a: readonly string[], b: readonly string[]): readonly string[] {
  const others = b.filter((label) => !a.includes(label));
  return others.length === 0 ? a : [...a, ...others];
}
