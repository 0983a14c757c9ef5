import { plain } from "#lib/platform/text/plain.ts";
import type { Workbook } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { readWhole } from "#lib/results/cells/whole-number.ts";

const SHEETS = new Set(["КЛАССЫ", "ПОРЯДКОВЫЙ НОМЕР КЛАССА"].map(headerKey));
const MOST_CLASSES = 200;

/**
 * The list of classes of a school form: running number → name, from the sheet «Классы» or «Порядковый номер класса»
 * (forms.md F-02, F-03). Null when the file has no such sheet, as a CSV has none.
 */
export function readClassList(book: Workbook): ReadonlyMap<string, string> | null {
  for (const sheet of book.sheets) {
    if (!SHEETS.has(headerKey(sheet.name))) continue;
    const list = new Map<string, string>();
    for (const row of sheet.rows.slice(0, MOST_CLASSES)) {
      const number = readWhole(plain(row[0] ?? ""));
      const name = plain(row[1] ?? "");
      if (number !== null && name !== "") list.set(String(number), name);
    }
    if (list.size > 0) return list;
  }
  return null;
}
