import type { Clause } from "./schema.ts";

export type UnkeyedClause = Omit<Clause, "key">;

/** Two texts this alike (share of common words) are the same clause under another number. */
const ALIKE = 0.6;
/** Under the same number less is enough: a clause is often rewritten in its place. */
const ALIKE_IN_PLACE = 0.25;

/**
 * Gives the clauses of a new text the keys of the same clauses in the text before: first those that read the same, then those
 * under the same number that are alike, then the most alike of the rest. What is left is new and gets a key of its own
 * from its number, which no clause of the regulation has had (`taken`: keys of all its editions).
 */
export function keepKeys(
  clauses: readonly UnkeyedClause[],
  before: readonly Clause[],
  taken: Iterable<string> = [],
): Clause[] {
  const keys: (string | null)[] = clauses.map(() => null);
  const free = new Map(before.map((clause) => [clause.key, { clause, words: wordsOf(clause) }]));
  const words = clauses.map(wordsOf);
  const give = (index: number, key: string) => {
    keys[index] = key;
    free.delete(key);
  };
  const open = () => [...clauses.keys()].filter((index) => keys[index] === null);
  for (const index of open()) {
    const text = plain(clauses[index]!);
    const alike = [...free.values()].filter(({ clause }) => plain(clause) === text);
    const same = alike.find(({ clause }) => clause.number === clauses[index]!.number) ?? alike[0];
    if (same && text !== "") give(index, same.clause.key);
  }
  for (const index of open()) {
    const { number } = clauses[index]!;
    const same =
      number === "" ? undefined : [...free.values()].find(({ clause }) => clause.number === number);
    if (same && likeness(words[index]!, same.words) >= ALIKE_IN_PLACE) give(index, same.clause.key);
  }
  for (const index of open()) {
    let best = { key: "", share: ALIKE };
    for (const { clause, words: old } of free.values()) {
      const share = likeness(words[index]!, old);
      if (share >= best.share && (best.key === "" || share > best.share)) best = { key: clause.key, share };
    }
    if (best.key !== "") give(index, best.key);
  }
  const used = new Set([...taken, ...before.map(({ key }) => key)]);
  return clauses.map((clause, index) => {
    const key = keys[index] ?? newKey(clause.number, used);
    used.add(key);
    return { key, ...clause };
  });
}

/** A key that none in `used` is: the number as printed, or `x1`, `x2`, … for a clause without one. */
export function newKey(number: string, used: ReadonlySet<string>): string {
  const base = number.replace(/[^\p{L}\d.]/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  if (base !== "" && !used.has(base)) return base;
  for (let next = base === "" ? 1 : 2; ; next += 1) {
    const key = base === "" ? `x${next}` : `${base}-${next}`;
    if (!used.has(key)) return key;
  }
}

function plain({ heading, body }: UnkeyedClause): string {
  return `${heading} ${body}`.toLowerCase().replace(/\s+/g, " ").trim();
}

function wordsOf(clause: UnkeyedClause): Set<string> {
  return new Set(plain(clause).match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** Share of common words among all words of both; 0 when either has none. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}
