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
 * Widths of the columns of the grid and of all of them together, for the stylesheet. They are said beforehand: a table that
 * fits its columns to what is in them is laid out anew, all of it, at every key.
 */
export function gridWidths(columns: readonly EntryColumn[]): {
  number: string;
  fields: readonly string[];
  total: string;
  mark: string;
  state: string;
  whole: string;
} {
  const fields = columns.map(({ kind, code, max }) => (kind === "task" ? taskWidth(code, max) : FIELD[kind]));
  const whole = fields.reduce((sum, width) => sum + width, NUMBER + TOTAL + MARK + STATE);
  return {
    number: `${NUMBER}rem`,
    fields: fields.map((width) => `${width}rem`),
    total: `${TOTAL}rem`,
    mark: `${MARK}rem`,
    state: `${STATE}rem`,
    whole: `${whole}rem`,
  };
}

/** So wide that its head stands in one line: its code, and below it a word of two letters with the maximum. */
function taskWidth(code: string, max: number): number {
  const letters = Math.max(code.length, String(max).length + 2);
  return Math.max(TASK, Math.ceil((letters * LETTER + 0.5) * 4) / 4);
}
