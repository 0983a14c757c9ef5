import { type Counts, type Measure, measures } from "./measures.ts";
import type { PublicPast } from "./release-past.ts";

/** A unit of the area that a release stands in. Children add up to their parent; the list of children is complete. */
export interface ReleaseUnit {
  /** `school-12`, `municipality-3`, `region-1`. */
  key: string;
  parent: string | null;
  counts: Counts;
  /** True when this release shows the unit. */
  shown: boolean;
  /** Of a joined rest: the units in it. Where their sum is zero, each of them is zero. */
  members?: readonly Counts[];
}

/** The id of a cell: unit and measure. */
export function cellId(unit: string, measure: Measure): string {
  return `${unit} ${measure}`;
}

/**
 * Joins the units of which nothing is public, nor becomes so now, into one «rest» for each known parent: to a reader they
 * are one group, because only their sum can be worked out. A rest of one school is that school. So a small rest is
 * protected like a small school, and a region of a thousand schools stays a table of those that have published.
 */
export function joinUnknown(units: readonly ReleaseUnit[], past: PublicPast): ReleaseUnit[] {
  const parentOf = new Map(units.map((unit) => [unit.key, unit.parent]));
  const known = new Set<string>();
  for (const unit of units) {
    if (!unit.shown && !measures.some((measure) => past.valuesOf(cellId(unit.key, measure)).length > 0))
      continue;
    for (let key: string | null = unit.key; key !== null; key = parentOf.get(key) ?? null) known.add(key);
  }
  const rests = new Map<string, ReleaseUnit & { members: Counts[] }>();
  for (const { key, parent, counts } of units) {
    if (known.has(key)) continue;
    let above = parent;
    while (above !== null && !known.has(above)) above = parentOf.get(above) ?? null;
    if (above === null) continue;
    const rest = rests.get(above) ?? {
      key: `rest of ${above}`,
      parent: above,
      counts: nobody,
      shown: false,
      members: [],
    };
    rest.members.push(counts);
    // What lies deeper is counted in the unknown unit over it already.
    rests.set(above, above === parent ? { ...rest, counts: addCounts(rest.counts, counts) } : rest);
  }
  return [...units.filter((unit) => known.has(unit.key)), ...rests.values()];
}

const nobody = Object.fromEntries(measures.map((measure) => [measure, 0])) as Counts;

/** Counts of two groups of pupils together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return Object.fromEntries(measures.map((measure) => [measure, a[measure] + b[measure]])) as Counts;
}
