import type { UnderstoodWork } from "./understood.ts";

/** What a column of a form holds: the points of a task, or one of the other fields. */
export type ColumnName = { task: string } | { field: string };

/** What stands in a column of a worksheet, by the header that was read there; null where no header names it. */
export function columnName(
  works: readonly UnderstoodWork[],
  sheet: string | null,
  column: number | null,
): ColumnName | null {
  if (column === null) return null;
  for (const work of works) {
    if (work.sheet !== sheet) continue;
    const task = work.tasks.find((one) => one.column === column);
    if (task) return { task: task.code };
    const field = Object.entries(work.fields ?? {}).find(([, place]) => place === column);
    if (field) return { field: field[0] };
  }
  return null;
}

/** The letters above a column in a spreadsheet: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
