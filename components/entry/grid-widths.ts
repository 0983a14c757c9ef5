import type { EntryColumn } from "#lib/entry/columns.ts";

/** Widths in rem of the columns that are no tasks. */
const FIELD: Readonly<Record<Exclude<EntryColumn["kind"], "task">, number>> = {
  code: 6,
  sex: 2.75,
  variant: 3.5,
  journal: 3.25,
  absent: 2.75,
};
const NUMBER = 2.25;
const TOTAL = 4;
const MARK = 3.25;
const STATE = 9;
const TASK = 2.75;
const LETTER = 0.65;

/**
 * Columns of the grid and their sum for the stylesheet. They are said beforehand: a table that fits its columns to what is
 * in them is laid out anew, all of it, at every key.
 */
export function gridWidths(columns: readonly EntryColumn[]): { template: string; width: string } {
  const widths = [
    NUMBER,
    ...columns.map(({ kind, code, max }) => (kind === "task" ? taskWidth(code, max) : FIELD[kind])),
    TOTAL,
    MARK,
    STATE,
  ];
  return {
    template: widths.map((width) => `${width}rem`).join(" "),
    width: `${widths.reduce((sum, width) => sum + width, 0)}rem`,
  };
}

/** So wide that its head stands in one line: its code, and below it a word of two letters with the maximum. */
function taskWidth(code: string, max: number): number {
  const letters = Math.max(code.length, String(max).length + 2);
  return Math.max(TASK, Math.ceil((letters * LETTER + 0.5) * 4) / 4);
}
