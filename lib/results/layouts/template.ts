import type { TextSheet, Workbook } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { readLogin } from "#lib/results/cells/login.ts";
import { column, needed, requiredHeaders } from "./columns.ts";
import { headingValue } from "./form-heading.ts";
import type { Layout } from "./layout.ts";
import { hasForm, type ReadSheet, readForm } from "./read-form.ts";
import { TEMPLATE_LABELS } from "./template-sheets.ts";

/** Columns of layout T, the portal's own template; `templateSheets` writes the same ones. */
const COLUMNS = [
  needed("code", "Код"),
  needed("class", "Класс"),
  needed("variant", "Вариант"),
  needed("journal", "Отметка за предыдущий период"),
  needed("total", "Итого"),
  column("sex", "Пол"),
];

const FIRST_ROWS = 30;

/** A value beside a label: above the table (as in a CSV), or on another sheet of the workbook. */
function labelled(sheet: TextSheet, headerIndex: number, book: Workbook, label: string): string | null {
  const key = headerKey(label);
  const above = headingValue(sheet, headerIndex, key);
  if (above) return above.text;
  for (const other of book.sheets) {
    const value = other === sheet ? null : headingValue(other, Math.min(FIRST_ROWS, other.rows.length), key);
    if (value) return value.text;
  }
  return null;
}

const readSheet: ReadSheet = (sheet, _header, headerIndex, book) => {
  const workCode = labelled(sheet, headerIndex, book, TEMPLATE_LABELS.work);
  const login = readLogin(labelled(sheet, headerIndex, book, TEMPLATE_LABELS.school) ?? "");
  const readFrom: Record<string, string> = {};
  if (workCode !== null) readFrom.work = "heading";
  if (login !== null) readFrom.school = "heading";
  return {
    work: {
      year: null,
      grade: null,
      subject: null,
      level: null,
      title: null,
      workCode,
      declaredMax: null,
      classNumbers: false,
      classList: null,
      readFrom,
    },
    lines: { totalIsResult: false, school: () => ({ login, schoolName: null, municipality: null }) },
  };
};

/** Layout T: one row a pupil, with the codes of work and school beside it; the only layout that states the work itself. */
export const template: Layout = {
  code: "T",
  expected: requiredHeaders(COLUMNS),
  recognise: (book) => hasForm(book, COLUMNS),
  read: (book) => readForm("T", book, COLUMNS, readSheet),
};
