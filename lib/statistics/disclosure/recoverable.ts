import { checkTable, type Table } from "./table.ts";

/** A linear equation among cells, "sum of coefficient · cell = 0", with its hidden and shown cells kept apart. */
interface Row {
  readonly hidden: Map<string, bigint>;
  readonly shown: Map<string, bigint>;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y) [x, y] = [y, x % y];
  return x;
}

/** Adds `factor · other` to the coefficients, which then hold no zeros. */
function addTo(coefficients: Map<string, bigint>, other: ReadonlyMap<string, bigint>, factor: bigint): void {
  for (const [id, coefficient] of other) {
    const sum = (coefficients.get(id) ?? 0n) + factor * coefficient;
    if (sum === 0n) coefficients.delete(id);
    else coefficients.set(id, sum);
  }
}

function scale(coefficients: Map<string, bigint>, change: (coefficient: bigint) => bigint): void {
  for (const [id, coefficient] of coefficients) coefficients.set(id, change(coefficient));
}

/** Takes `pivot`'s cell out of `row` without fractions, then divides by what all coefficients have in common. */
function eliminate(row: Row, pivot: Row, cell: string): void {
  const inRow = row.hidden.get(cell);
  if (inRow === undefined) return;
  const inPivot = pivot.hidden.get(cell)!;
  for (const side of ["hidden", "shown"] as const) {
    scale(row[side], (coefficient) => coefficient * inPivot);
    addTo(row[side], pivot[side], -inRow);
  }
  let common = 0n;
  for (const side of [row.hidden, row.shown]) {
    for (const coefficient of side.values())
      common = common === 1n ? 1n : greatestDivisor(common, coefficient);
  }
  if (common > 1n)
    for (const side of [row.hidden, row.shown]) scale(side, (coefficient) => coefficient / common);
}

/**
 * Which hidden cells follow from the shown ones by adding and subtracting sums alone, and from which: the check that a
 * pattern of suppression is safe, independent of how the pattern was found. Gauss–Jordan elimination in whole numbers
 * of any size, so there is no rounding that could hide a disclosure.
 *
 * It does not use that counts cannot be negative; `undecided` does.
 *
 * @returns for each hidden cell that follows, the shown cells it follows from. Empty = nothing follows.
 * @throws RangeError for a broken table or an unknown hidden id.
 * @example deductions({ cells: [n = 24, a = 3, b = 21], equations: [{ total: n, parts: [a, b] }] }, new Set([a])) // a ← [n, b]
 */
export function deductions(table: Table, hidden: ReadonlySet<string>): Map<string, readonly string[]> {
  const cells = checkTable(table);
  for (const id of hidden) if (!cells.has(id)) throw new RangeError(`An unknown cell is hidden: ${id}`);
  const pivots = new Map<string, Row>();
  for (const { total, parts } of table.equations) {
    const row: Row = { hidden: new Map(), shown: new Map() };
    (hidden.has(total) ? row.hidden : row.shown).set(total, -1n);
    for (const part of parts) (hidden.has(part) ? row.hidden : row.shown).set(part, 1n);
    for (const cell of [...row.hidden.keys()]) {
      const pivot = pivots.get(cell);
      if (pivot) eliminate(row, pivot, cell);
    }
    const [cell] = row.hidden.keys();
    if (cell === undefined) continue;
    for (const pivot of pivots.values()) eliminate(pivot, row, cell);
    pivots.set(cell, row);
  }
  const found = new Map<string, readonly string[]>();
  for (const [cell, row] of pivots) if (row.hidden.size === 1) found.set(cell, [...row.shown.keys()]);
  return found;
}

/**
 * Hidden cells that follow from the shown ones (see `deductions`).
 *
 * @example recoverable(table, hidden).size // must be 0 before anything is published
 */
export function recoverable(table: Table, hidden: ReadonlySet<string>): Set<string> {
  return new Set(deductions(table, hidden).keys());
}
