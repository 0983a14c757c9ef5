/** Columns of a class's grid that are no tasks, in their order. */
export const fieldKinds = ["code", "sex", "variant", "journal", "absent"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A column of the grid; `key` is its name in the store: of a task, its code behind `t:`. `max` = 0 for what is no task. */
export interface EntryColumn {
  key: string;
  kind: FieldKind | "task";
  code: string;
  max: number;
}

/** No class is longer. */
export const mostRows = 60;

/** The columns for a work: code, sex, variant, journal mark, absent, then its tasks. */
export function entryColumns(tasks: readonly { code: string; max: number }[]): EntryColumn[] {
  return [
    ...fieldKinds.map((kind) => ({ key: kind, kind, code: "", max: 0 })),
    ...tasks.map(({ code, max }) => ({ key: `t:${code}`, kind: "task" as const, code, max })),
  ];
}

/** The name of a cell in stores and queues: `3:t:4К1`. */
export function cellName(row: number, column: string): string {
  return `${row}:${column}`;
}

/** Row and column of such a name. */
export function cellOf(name: string): { row: number; column: string } {
  const cut = name.indexOf(":");
  return { row: Number(name.slice(0, cut)), column: name.slice(cut + 1) };
}
