import { cohenKappa } from "../statistics/association/cohen-kappa.ts";
import { cellName, type EntryColumn } from "./columns.ts";

/** What comparing two typings of the same papers found. Cells are those of tasks, absence, variant, sex and journal. */
export interface Agreement {
  /** cells in which at least one of the two typed something */
  cells: number;
  differing: number;
  /** Cohen's kappa over the values of the tasks; null when it is not defined (all values alike, or none) */
  kappa: number | null;
  /** names of differing cells that nobody has decided yet */
  open: string[];
}

/** Texts of one typing by the name of the cell. */
export type Typing = ReadonlyMap<string, string>;

/** Compares two typings cell by cell; codes are shared and not compared. */
export function compareTypings(
  columns: readonly EntryColumn[],
  rows: number,
  first: Typing,
  second: Typing,
): Agreement {
  const open: string[] = [];
  const pairs: [string, string][] = [];
  let cells = 0;
  for (let row = 0; row < rows; row++) {
    for (const column of columns) {
      if (column.kind === "code") continue;
      const name = cellName(row, column.key);
      const [a, b] = [first.get(name) ?? "", second.get(name) ?? ""];
      if (a === "" && b === "") continue;
      cells++;
      if (column.kind === "task") pairs.push([a, b]);
      if (a !== b) open.push(name);
    }
  }
  return { cells, differing: open.length, kappa: kappaOf(pairs), open };
}

function kappaOf(pairs: readonly (readonly [string, string])[]): number | null {
  const values = [...new Set(pairs.flat())].sort();
  if (values.length < 2) return null;
  const table = values.map(() => values.map(() => 0));
  for (const [a, b] of pairs) {
    const row = table[values.indexOf(a)];
    const at = values.indexOf(b);
    if (row) row[at] = (row[at] ?? 0) + 1;
  }
  return cohenKappa(table)?.kappa ?? null;
}
