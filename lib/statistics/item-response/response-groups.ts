import type { InformativePart } from "./informative-part.ts";
import { MISSING, type ResponseTable } from "./responses.ts";

/** Persons who were given the same items. With complete answers there is one group. */
export interface ResponseGroup {
  /** Indices of the informative items given. */
  readonly items: readonly number[];
  /** How many persons have each score; the score counts from the lowest points possible in this group. */
  readonly scores: Float64Array;
}

/** What conditional estimation needs of the answers: sufficient statistics, no longer any person. */
export interface CategoryCounts {
  /** By item: the points that occur, ascending. Fewer than two = the item is left out. */
  readonly categories: readonly (readonly number[])[];
  /** By item: how often each of them was given, by the persons of the groups. */
  readonly counts: readonly Float64Array[];
  readonly groups: readonly ResponseGroup[];
}

/** Counts points by item and scores by set of items given, among the informative persons. */
export function categoryCounts(table: ResponseTable, part: InformativePart): CategoryCounts {
  const { persons, items, points } = table;
  const { categories, used } = part;
  const kept = categories.flatMap((seen, item) => (seen.length > 1 ? [item] : []));
  const counts = categories.map((seen) => new Float64Array(seen.length));
  const place = categories.map((seen) => new Map(seen.map((value, index) => [value, index])));
  const groups = new Map<string, { items: number[]; scores: Float64Array }>();
  for (let person = 0; person < persons; person++) {
    if (used[person] === 0) continue;
    let key = "";
    let score = 0;
    for (const item of kept) {
      const value = points[person * items + item]!;
      key += value === MISSING ? "0" : "1";
      if (value === MISSING) continue;
      score += value - categories[item]![0]!;
      counts[item]![place[item]!.get(value)!]!++;
    }
    let group = groups.get(key);
    if (!group) {
      const given = kept.filter((_, index) => key[index] === "1");
      const top = given.reduce((sum, item) => sum + categories[item]!.at(-1)! - categories[item]![0]!, 0);
      group = { items: given, scores: new Float64Array(top + 1) };
      groups.set(key, group);
    }
    group.scores[score]!++;
  }
  return { categories, counts, groups: [...groups.values()] };
}
