import type { InformativePart } from "./informative-part.ts";
import { MISSING, type ResponseTable } from "./responses.ts";

/** Which items cannot be compared with which, and why. */
export interface BrokenLinks {
  readonly reason: "disconnected" | "illConditioned";
  /** The items that can be compared among themselves only. */
  readonly parts: readonly (readonly number[])[];
}

/** For each item a set of items: 32 of them in each word. */
class ItemSets {
  readonly words: number;
  private readonly bits: Int32Array;

  constructor(items: number) {
    this.words = (items + 31) >> 5;
    this.bits = new Int32Array(items * this.words);
  }

  has(of: number, item: number): boolean {
    return ((this.bits[of * this.words + (item >> 5)]! >> (item & 31)) & 1) === 1;
  }

  add(of: number, set: Int32Array): void {
    const start = of * this.words;
    for (let word = 0; word < this.words; word++) this.bits[start + word]! |= set[word]!;
  }

  of(item: number): Int32Array {
    return this.bits.subarray(item * this.words, (item + 1) * this.words);
  }
}

/** Warshall's closure: adds to each item what is reached through others. */
function close(reach: ItemSets, items: readonly number[]): void {
  for (const via of items) for (const from of items) if (reach.has(from, via)) reach.add(from, reach.of(via));
}

/** Splits the items into classes of a relation that is reflexive, symmetric and transitive. */
function classes(items: readonly number[], together: (i: number, j: number) => boolean): number[][] {
  const found: number[][] = [];
  for (const item of items) {
    const home = found.find((part) => together(part[0]!, item));
    if (home) home.push(item);
    else found.push([item]);
  }
  return found;
}

/**
 * Fischer's condition for a finite conditional estimate. Item i is linked to item j when some person got more than the
 * least on i and less than the most on j; estimation needs that every item reaches every other along such links. For right–wrong
 * items the condition is necessary and sufficient; for partial credit it is necessary.
 *
 * Null when all items are linked. Source: Fischer (1981), Psychometrika 46:59–77.
 */
export function brokenLinks(table: ResponseTable, part: InformativePart): BrokenLinks | null {
  const { persons, items, points } = table;
  const kept = part.categories.flatMap((seen, item) => (seen.length > 1 ? [item] : []));
  const reach = new ItemSets(items);
  const known = new ItemSets(items);
  const low = Int16Array.from(part.categories, (seen) => seen[0] ?? 0);
  const high = Int16Array.from(part.categories, (seen) => seen.at(-1) ?? 0);
  const itself = new Int32Array(reach.words);
  const below = new Int32Array(reach.words);
  const given = new Int32Array(reach.words);
  for (let person = 0; person < persons; person++) {
    if (part.used[person] === 0) continue;
    below.fill(0);
    given.fill(0);
    for (const item of kept) {
      const value = points[person * items + item]!;
      if (value === MISSING) continue;
      given[item >> 5]! |= 1 << (item & 31);
      if (value < high[item]!) below[item >> 5]! |= 1 << (item & 31);
    }
    for (const item of kept) {
      const value = points[person * items + item]!;
      if (value === MISSING) continue;
      known.add(item, given);
      if (value > low[item]!) reach.add(item, below);
    }
  }
  for (const item of kept) {
    itself.fill(0);
    itself[item >> 5] = 1 << (item & 31);
    reach.add(item, itself);
  }
  close(reach, kept);
  close(known, kept);
  const linked = classes(kept, (i, j) => known.has(i, j));
  if (linked.length > 1) return { reason: "disconnected", parts: linked };
  const parts = classes(kept, (i, j) => reach.has(i, j) && reach.has(j, i));
  return parts.length > 1 ? { reason: "illConditioned", parts } : null;
}
