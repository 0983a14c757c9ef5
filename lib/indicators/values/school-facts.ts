/** One number of a fact: of a subject and a parallel, where it has them. Null: there is something whose number is not known. */
export interface FactCell {
  readonly subject: string | null;
  readonly grade: number | null;
  readonly value: number | null;
}

/** All facts of one school and school year, by code. */
export type SchoolFacts = ReadonlyMap<string, readonly FactCell[]>;

/**
 * A fact as a formula asks for it: the sum of its cells of that subject and parallel (null = of all). Null when there is
 * no cell, or a cell whose number is not known: no data is never 0, and a part is never the whole.
 */
export function factValue(
  facts: SchoolFacts | undefined,
  code: string,
  subject: string | null,
  grade: number | null,
): number | null {
  let sum: number | null = null;
  for (const cell of facts?.get(code) ?? []) {
    if (subject !== null && cell.subject !== subject) continue;
    if (grade !== null && cell.grade !== grade) continue;
    if (cell.value === null) return null;
    sum = (sum ?? 0) + cell.value;
  }
  return sum;
}
