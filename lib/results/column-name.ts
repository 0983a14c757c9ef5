import type { UnderstoodWork } from "./understood.ts";

/** What a column of a form holds: the points of a task, or one of the other fields. */
export type ColumnName = { task: string } | { field: string };

/** A place in a file, as a finding tells it. */
export interface CellPlace {
  sheet: string | null;
  row: number | null;
  column: number | null;
}

/** What stands in the column of a cell, by the header over it; null where no header names it, as above the table. */
export function columnName(works: readonly UnderstoodWork[], place: CellPlace): ColumnName | null {
  const { sheet, row, column } = place;
  if (column === null) return null;
  for (const work of works) {
    if (work.sheet !== sheet || (row !== null && row < work.headerRow)) continue;
    const task = work.tasks.find((one) => one.column === column);
    if (task) return { task: task.code };
    const field = Object.entries(work.fields).find(([, place]) => place === column);
    if (field) return { field: field[0] };
  }
  return null;
}

/** The letters above a column in a spreadsheet: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
