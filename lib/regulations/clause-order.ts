import type { Clause } from "./schema.ts";

/** How far a clause reaches: itself and everything deeper that follows it. */
function reach(clauses: readonly Clause[], at: number): number {
  const depth = clauses[at]?.depth ?? 1;
  let end = at + 1;
  while (end < clauses.length && clauses[end]!.depth > depth) end += 1;
  return end;
}

/**
 * Moves a clause with everything in it past its neighbour of the same depth, up or down. Where there is none (the first
 * and the last of its section) nothing changes.
 */
export function moveClause(clauses: readonly Clause[], key: string, step: "up" | "down"): Clause[] {
  const at = clauses.findIndex((clause) => clause.key === key);
  if (at === -1) return [...clauses];
  const end = reach(clauses, at);
  const depth = clauses[at]!.depth;
  if (step === "down") {
    if (end >= clauses.length || clauses[end]!.depth !== depth) return [...clauses];
    const next = reach(clauses, end);
    return [
      ...clauses.slice(0, at),
      ...clauses.slice(end, next),
      ...clauses.slice(at, end),
      ...clauses.slice(next),
    ];
  }
  let previous = at - 1;
  while (previous >= 0 && clauses[previous]!.depth > depth) previous -= 1;
  if (previous < 0 || clauses[previous]!.depth !== depth) return [...clauses];
  return [
    ...clauses.slice(0, previous),
    ...clauses.slice(at, end),
    ...clauses.slice(previous, at),
    ...clauses.slice(end),
  ];
}

/** The clause with everything in it: itself and what is deeper, until the next of its depth. */
export function withInside(clauses: readonly Clause[], key: string): Clause[] {
  const at = clauses.findIndex((clause) => clause.key === key);
  return at === -1 ? [] : clauses.slice(at, reach(clauses, at));
}

/** The sections that a clause stands in, widest first. */
export function sectionsAbove(clauses: readonly Clause[], key: string): Clause[] {
  const at = clauses.findIndex((clause) => clause.key === key);
  const above: Clause[] = [];
  let depth = clauses[at]?.depth ?? 1;
  for (let index = at - 1; index >= 0; index -= 1) {
    const clause = clauses[index]!;
    if (clause.depth >= depth) continue;
    above.unshift(clause);
    depth = clause.depth;
  }
  return above;
}

/**
 * Clauses on which nothing stands: those without clauses inside, where neither they nor a section around them is among the
 * linked ones.
 */
export function withoutLinks(clauses: readonly Clause[], linked: ReadonlySet<string>): Clause[] {
  return clauses.filter(
    ({ key, depth }, index) =>
      !linked.has(key) &&
      (clauses[index + 1]?.depth ?? 0) <= depth &&
      !sectionsAbove(clauses, key).some((section) => linked.has(section.key)),
  );
}
