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
  const place = categories.map((seen) => {
    const index = new Int16Array((seen.at(-1) ?? 0) + 1);
    seen.forEach((value, c) => {
      index[value] = c;
    });
    return index;
  });
  const groups = new Map<string, { items: number[]; scores: Float64Array }>();
  for (let person = 0; person < persons; person++) {
    if (used[person] === 0) continue;
    // Items not given, as text: empty for most persons, so that complete answers cost no text at all.
    let missing = "";
    let score = 0;
    for (const item of kept) {
      const value = points[person * items + item]!;
      if (value === MISSING) {
        missing += `${item},`;
        continue;
      }
      score += value - categories[item]![0]!;
      counts[item]![place[item]![value]!]!++;
    }
    let group = groups.get(missing);
    if (!group) {
      const given = kept.filter((item) => points[person * items + item] !== MISSING);
      const top = given.reduce((sum, item) => sum + categories[item]!.at(-1)! - categories[item]![0]!, 0);
      group = { items: given, scores: new Float64Array(top + 1) };
      groups.set(missing, group);
    }
    group.scores[score]!++;
  }
  return { categories, counts, groups: [...groups.values()] };
}
