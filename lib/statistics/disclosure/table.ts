/** One number that might be published: a whole count of pupils. */
export interface Cell {
  readonly id: string;
  readonly value: number;
  /** A person could be recognised by it, so it must neither be shown nor follow from what is shown. */
  readonly sensitive: boolean;
}

/** A sum that everybody knows to hold: `total` is the sum of `parts`. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * Linked tables: all cells of all tables that a reader can lay side by side, and every sum that links them (marks to
 * participants, classes to the parallel, schools to the municipality, subjects to all). Cells of earlier releases are
 * cells like any other; the ledger says which of them are public already.
 */
export interface Table {
  readonly cells: readonly Cell[];
  readonly equations: readonly Equation[];
}

/**
 * Refuses a table that cannot be protected as it stands: an id twice, a value that is no count, an equation that names an
 * unknown cell or the same cell twice, or does not hold. A sum that does not hold would make every proof below worthless.
 */
export function checkTable(table: Table): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const cell of table.cells) {
    if (cells.has(cell.id)) throw new RangeError(`Two cells are called ${cell.id}`);
    if (!Number.isSafeInteger(cell.value) || cell.value < 0)
      throw new RangeError(`${cell.id} is no count: ${cell.value}`);
    cells.set(cell.id, cell);
  }
  for (const { total, parts } of table.equations) {
    const names = [total, ...parts];
    const unknown = names.find((name) => !cells.has(name));
    if (unknown !== undefined) throw new RangeError(`An equation names an unknown cell: ${unknown}`);
    if (new Set(names).size !== names.length)
      throw new RangeError(`The equation of ${total} names a cell twice`);
    const sum = parts.reduce((known, part) => known + cells.get(part)!.value, 0);
    if (sum !== cells.get(total)!.value) throw new RangeError(`The parts of ${total} add up to ${sum}`);
  }
  return cells;
}
