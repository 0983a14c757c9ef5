import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { guessHeaderRow, guessWords } from "./guess-mapping.ts";
import { headerRows } from "./header-fingerprint.ts";
import { isNamesHeader } from "./names-header.ts";
import { nameColumnsOf, namesPerson } from "./personal-names.ts";

/** Words that a header must have before its cells are believed to be no names. */
const enoughWords = 2;

/** A sheet without persons, and the columns (1-based) that were emptied for it. */
export interface CleanSheet {
  sheet: TextSheet;
  columns: readonly number[];
}

/**
 * A sheet of an unknown table as it may be kept (forms.md A.5): columns of names are emptied below their header, single cells
 * that name a person too. `also` = columns that a person said to hold names.
 */
export function withoutPersons(sheet: TextSheet, also: readonly number[] = []): CleanSheet {
  const columns = new Set([...nameColumnsOf(sheet), ...also.map((column) => column - 1)]);
  const guessed = guessHeaderRow(sheet);
  const header =
    guessed !== null && guessWords(sheet.rows[guessed - 1] ?? []) >= enoughWords ? guessed - 1 : -1;
  const rows = sheet.rows.map((row, at) => {
    let kept: string[] | null = null;
    for (let i = 0; i < row.length; i++) {
      const text = row[i] ?? "";
      if (text === "") continue;
      const refused = columns.has(i)
        ? !(at === header || (at < headerRows && isNamesHeader(text)))
        : namesPerson(text);
      if (!refused) continue;
      kept ??= [...row];
      kept[i] = "";
    }
    return kept ?? row;
  });
  return { sheet: { ...sheet, rows }, columns: [...columns].map((i) => i + 1).sort((a, b) => a - b) };
}
