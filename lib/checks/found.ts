/** What a number behind a finding is counted in. */
export type Unit = "percent" | "points" | "mark" | "count" | "plain";

/** One number behind a finding; `name` is a key of `checks.numbers`. `year`: of an earlier value. */
export interface NumberLine {
  name: string;
  value: number;
  unit: Unit;
  year?: number;
}

/** A row of pupils that a finding is about: what stands there, and what was expected. */
export interface FoundRow {
  code: string;
  stands: number | null;
  expected: number | null;
}

/** The numbers behind a finding. `rowCount` counts all rows, `rows` names the first of them. */
export interface Numbers {
  lines: readonly NumberLine[];
  rows: readonly FoundRow[];
  rowCount: number;
}

/** What a rule found in one class or in the school. `basis`: the school's own data that it was found in, for the fingerprint. */
export interface Found {
  classLabel: string;
  numbers: Numbers;
  basis: unknown;
}

/** Rows that are named in a finding; the rest are counted. */
export const namedRows = 40;

/** Numbers without rows. */
export function linesOnly(lines: readonly NumberLine[]): Numbers {
  return { lines, rows: [], rowCount: 0 };
}
