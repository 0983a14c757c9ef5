import { plain } from "#lib/platform/text/plain.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { isFilled } from "./line-kind.ts";

/** «Иванов Иван», «Иванова Анна Петровна», «Иванов И. П.»: two or three words with capitals, or a word and initials. */
const FULL_NAME = /^[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+(?:-[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+)?(?: [А-ЯЁІЇЄҐ][а-яёіїєґ'’]+){1,2}$/;
const INITIALS = /^[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+ [А-ЯЁІЇЄҐ]\.(?: ?[А-ЯЁІЇЄҐ]\.)?$/;
const LOOKED_AT = 300;
const MOST_COLUMNS = 512;
const FEWEST = 2;

/**
 * Columns that no form knows and whose cells read like full names, whatever their header says («Ученик», or nothing at all).
 * The text of a file is kept for review, and names of pupils must not be kept with it (forms.md A.5). `known` = columns of
 * the form, 1-based. At least two cells and half of the filled ones must be names.
 */
export function findNameColumns(sheet: TextSheet, headerIndex: number, known: ReadonlySet<number>): number[] {
  const counts = new Map<number, { filled: number; names: number }>();
  for (const row of sheet.rows.slice(headerIndex + 1, headerIndex + 1 + LOOKED_AT)) {
    for (let i = 0; i < row.length && i < MOST_COLUMNS; i++) {
      const text = row[i];
      if (known.has(i + 1) || !isFilled(text)) continue;
      const count = counts.get(i) ?? { filled: 0, names: 0 };
      const clean = text.length > 100 ? "" : plain(text);
      count.filled++;
      if (FULL_NAME.test(clean) || INITIALS.test(clean)) count.names++;
      counts.set(i, count);
    }
  }
  return [...counts]
    .filter(([, { filled, names }]) => names >= FEWEST && names * 2 >= filled)
    .map(([index]) => index + 1)
    .sort((a, b) => a - b);
}
