import { CELL, type TextSheet } from "#lib/platform/workbook/workbook.ts";
import { isFilled } from "./line-kind.ts";

/** Filled cells of a file by where they stand; those of the rows of pupils are counted with the rows. */
export interface CellCounts {
  /** of the whole file, counted on its own so that the parts can be proved */
  total: number;
  /** in headings, headers, notes, prepared rows and other lines without a pupil */
  lines: number;
  /** in rows of pupils, in columns that the form does not have or that hold names */
  columns: number;
  /** right of the table */
  right: number;
  /** on sheets without results */
  otherSheets: number;
}

/** True when something stands in a cell; a formula without a saved value is something. */
export function isCell(text: string | undefined, kind: number | undefined): boolean {
  return isFilled(text) || kind === CELL.formulaWithoutValue;
}

/** The number of filled cells of a sheet. */
export function countCells(sheet: TextSheet): number {
  let count = 0;
  sheet.rows.forEach((row, at) => {
    const kinds = sheet.kinds[at];
    for (let i = 0; i < row.length; i++) if (isCell(row[i], kinds?.[i])) count++;
  });
  return count;
}

/** Counts of a whole file: those of its tables added up, and what stands on its other sheets. */
export function fileCells(
  sheets: readonly TextSheet[],
  tables: readonly { sheet: string; cells: Pick<CellCounts, "lines" | "columns" | "right"> }[],
): CellCounts {
  const counts = { total: 0, lines: 0, columns: 0, right: 0, otherSheets: 0 };
  const used = new Set(tables.map(({ sheet }) => sheet));
  for (const sheet of sheets) {
    const cells = countCells(sheet);
    counts.total += cells;
    if (!used.has(sheet.name)) counts.otherSheets += cells;
  }
  for (const { cells } of tables) {
    counts.lines += cells.lines;
    counts.columns += cells.columns;
    counts.right += cells.right;
  }
  return counts;
}
