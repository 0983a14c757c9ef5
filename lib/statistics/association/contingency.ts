/**
 * A contingency table: row i, column j = number of pupils who have the i-th value of one quantity and the j-th of another,
 * say mark of the work and journal mark. Associations of marks are read from it, so that a summary is enough.
 */
export type Contingency = readonly (readonly number[])[];

/** Refuses a table without cells, with rows of different lengths or with something that is no count. */
export function checkContingency(table: Contingency): void {
  const columns = table[0]?.length ?? 0;
  if (columns === 0) throw new RangeError("A contingency table has at least one row and one column");
  for (const row of table) {
    if (row.length !== columns) throw new RangeError("The rows of a contingency table are of one length");
    for (const count of row) {
      if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of pupils: ${count}`);
    }
  }
}

/**
 * Cuts a list of cells, row after row, into a table; so `contingencyOf(summary.journal, 4)` is the 4 × 4 matrix of marks of
 * the work (rows 2–5) and journal marks (columns 2–5). A RangeError unless the cells fill whole rows with counts.
 *
 * R: `matrix(cells, ncol = columns, byrow = TRUE)`.
 * Units: pupils; never null. Source: its definition.
 *
 * @example contingencyOf([1, 2, 3, 4], 2) // [[1, 2], [3, 4]]
 */
export function contingencyOf(cells: readonly number[], columns: number): number[][] {
  if (!Number.isSafeInteger(columns) || columns < 1 || cells.length % columns !== 0)
    throw new RangeError(`${cells.length} cells do not fill rows of ${columns}`);
  const table = Array.from({ length: cells.length / columns }, (_, i) =>
    cells.slice(i * columns, (i + 1) * columns),
  );
  checkContingency(table);
  return table;
}

/**
 * Counts pairs into a square table with the given categories, in their order. A RangeError for a value that is no category
 * or a list of another length.
 *
 * R: `table(factor(x, categories), factor(y, categories))`.
 * Units: pupils; never null. Source: its definition.
 *
 * @example crossTabulate([2, 3, 3], [2, 3, 2], [2, 3]) // [[1, 0], [1, 1]]
 */
export function crossTabulate(
  x: readonly number[],
  y: readonly number[],
  categories: readonly number[],
): number[][] {
  if (x.length !== y.length) throw new RangeError(`${x.length} and ${y.length} values do not make pairs`);
  const place = new Map(categories.map((category, i) => [category, i]));
  const table = categories.map(() => categories.map(() => 0));
  x.forEach((value, k) => {
    const i = place.get(value);
    const j = place.get(y[k]!);
    if (i === undefined || j === undefined) throw new RangeError(`No category: ${value}, ${y[k]}`);
    table[i]![j]!++;
  });
  return table;
}

/** Sums of the rows, of the columns, and of all cells. */
export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly n: number;
}

/**
 * Margins of a table. R: `rowSums(t)`, `colSums(t)`, `sum(t)`. A RangeError for a table that is none.
 *
 * Units: pupils; never null. Source: its definition.
 *
 * @example margins([[1, 2], [3, 4]]) // { rows: [3, 7], columns: [4, 6], n: 10 }
 */
export function margins(table: Contingency): Margins {
  checkContingency(table);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table[0]!.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  return { rows, columns, n: rows.reduce((sum, count) => sum + count, 0) };
}
