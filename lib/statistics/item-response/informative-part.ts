import type { DroppedItem } from "./not-estimable.ts";
import { MISSING, type ResponseTable } from "./responses.ts";

/** The part of the answers that says something about differences between items. */
export interface InformativePart {
  /** Points seen on each item among the persons used, ascending; fewer than two = the item is dropped. */
  readonly categories: readonly (readonly number[])[];
  /** 1 for each person whose answers carry information. */
  readonly used: Uint8Array;
  readonly personsUsed: number;
  /** Items on which all persons together show more than one kind of answer. */
  readonly varying: number;
  /** Persons whose answers carry information among all items, before any other was left out. */
  readonly informative: number;
  readonly dropped: readonly DroppedItem[];
}

/**
 * Whether the person's points do not already follow from the score: two informative items at least, neither all at their
 * lowest nor all at their highest points.
 */
function isInformative(
  { items, points }: ResponseTable,
  person: number,
  low: Int16Array,
  high: Int16Array,
): boolean {
  let given = 0;
  let aboveLow = false;
  let belowHigh = false;
  for (let item = 0; item < items; item++) {
    const value = points[person * items + item]!;
    if (value === MISSING || low[item] === high[item]) continue;
    given++;
    if (value > low[item]!) aboveLow = true;
    if (value < high[item]!) belowHigh = true;
  }
  return given > 1 && aboveLow && belowHigh;
}

function reasonFor(seen: readonly number[], maximum: number): DroppedItem["reason"] {
  if (seen.length === 0) return "noAnswers";
  if (seen[0] === 0) return "allZero";
  return seen[0] === maximum ? "allFull" : "constant";
}

/** Points seen on each item among the persons used, ascending. */
function seenPoints({ persons, items, points, maxima }: ResponseTable, used: Uint8Array): number[][] {
  return maxima.map((maximum, item) => {
    const counts = new Int32Array(maximum + 1);
    for (let person = 0; person < persons; person++) {
      const value = points[person * items + item]!;
      if (value !== MISSING && used[person] === 1) counts[value]!++;
    }
    return [...counts.keys()].filter((value) => counts[value]! > 0);
  });
}

/**
 * Leaves out, until nothing changes, persons whose score fixes every answer (nothing or everything solved) and items on
 * which all others got the same points: in conditional estimation they carry no information, and the parameter of such an
 * item, or of points never given, would run to infinity. The likelihood of the rest is not changed by this.
 *
 * Source: Fischer and Molenaar (eds., 1995), Rasch Models, §3.2 and §15.2.
 */
export function informativePart(table: ResponseTable): InformativePart {
  const { persons, maxima } = table;
  let used = new Uint8Array(persons).fill(1);
  let personsUsed = persons;
  let categories = seenPoints(table, used);
  const varying = categories.filter((seen) => seen.length > 1).length;
  // Lowest points only rise and highest only fall, so who is once left out stays out and the search ends.
  let informative = -1;
  for (let before = -1; before !== personsUsed; ) {
    before = personsUsed;
    const low = Int16Array.from(categories, (seen) => seen[0] ?? 0);
    const high = Int16Array.from(categories, (seen) => seen.at(-1) ?? 0);
    used = new Uint8Array(persons);
    personsUsed = 0;
    for (let person = 0; person < persons; person++) {
      if (!isInformative(table, person, low, high)) continue;
      used[person] = 1;
      personsUsed++;
    }
    if (informative < 0) informative = personsUsed;
    if (personsUsed > 0) categories = seenPoints(table, used);
  }
  const dropped = categories.flatMap((seen, item) =>
    seen.length > 1 ? [] : [{ item, reason: reasonFor(seen, maxima[item]!) }],
  );
  return { categories, used, personsUsed, varying, informative, dropped };
}
