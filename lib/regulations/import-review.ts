import type { UnkeyedClause } from "./clause-keys.ts";

/** What the reviewer ticked: rows by their place, counted from 0. */
export interface ReviewChoice {
  leftOut: readonly string[];
  /** rows that are no clause of their own but a line of the one above */
  joined: readonly string[];
}

/** The clauses that are left when rows are left out and joined as the reviewer says. Nothing above a joined row: it stays a clause. */
export function reviewed(
  clauses: readonly UnkeyedClause[],
  { leftOut, joined }: ReviewChoice,
): UnkeyedClause[] {
  const out = new Set(leftOut);
  const lines = new Set(joined);
  const kept: UnkeyedClause[] = [];
  clauses.forEach((clause, index) => {
    if (out.has(String(index))) return;
    const above = kept.at(-1);
    if (above && lines.has(String(index))) {
      const line = [clause.number, clause.heading, clause.body].filter((part) => part !== "").join(" ");
      above.body = above.body === "" ? line : `${above.body}\n${line}`;
    } else kept.push({ ...clause });
  });
  return kept;
}
