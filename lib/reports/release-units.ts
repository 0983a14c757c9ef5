import { type Counts, type Measure, measures } from "./measures.ts";

/** A unit of the area that a release stands in. Children add up to their parent; the list of children is complete. */
export interface ReleaseUnit {
  /** `school-12`, `municipality-3`, `region-1`. */
  key: string;
  parent: string | null;
  counts: Counts;
  /** True when this release shows the unit. */
  shown: boolean;
}

/** Every value that was ever public, by cell, newest first and none twice: readers keep old editions. */
export type Ledger = ReadonlyMap<string, readonly number[]>;

/** The id of a cell: unit and measure. */
export function cellId(unit: string, measure: Measure): string {
  return `${unit} ${measure}`;
}

/**
 * Joins the units of which nothing is public, nor becomes so now, into one «rest» for each known parent: to a reader they
 * are one group, because only their sum can be worked out. A rest of one school is that school. So a small rest is
 * protected like a small school, and a region of a thousand schools stays a table of those that have published.
 */
export function joinUnknown(units: readonly ReleaseUnit[], ledger: Ledger): ReleaseUnit[] {
  const parentOf = new Map(units.map((unit) => [unit.key, unit.parent]));
  const known = new Set<string>();
  for (const unit of units) {
    if (!unit.shown && !measures.some((measure) => ledger.has(cellId(unit.key, measure)))) continue;
    for (let key: string | null = unit.key; key !== null; key = parentOf.get(key) ?? null) known.add(key);
  }
  const rests = new Map<string, ReleaseUnit>();
  for (const { key, parent, counts } of units) {
    // What lies below an unknown unit is inside that unit's own rest.
    if (known.has(key) || parent === null || !known.has(parent)) continue;
    const rest = rests.get(parent);
    rests.set(parent, {
      key: `rest of ${parent}`,
      parent,
      counts: rest ? addCounts(rest.counts, counts) : counts,
      shown: false,
    });
  }
  return [...units.filter((unit) => known.has(unit.key)), ...rests.values()];
}

/** Counts of two groups of pupils together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return Object.fromEntries(measures.map((measure) => [measure, a[measure] + b[measure]])) as Counts;
}
