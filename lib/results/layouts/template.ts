import { readLogin } from "#lib/results/cells/login.ts";
import { column, needed, requiredHeaders } from "./columns.ts";
import { headingValue } from "./form-heading.ts";
import type { Layout } from "./layout.ts";
import { hasForm, type ReadSheet, readForm } from "./read-form.ts";

/** Columns of layout T, the portal's own template; `templateSheets` writes the same ones. */
const COLUMNS = [
  needed("code", "Код"),
  needed("class", "Класс"),
  needed("variant", "Вариант"),
  needed("journal", "Отметка за предыдущий период"),
  needed("total", "Итого"),
  column("sex", "Пол"),
];

const readSheet: ReadSheet = (sheet, _header, headerIndex) => {
  const workCode = headingValue(sheet, headerIndex, /^КОД РАБОТЫ$/)?.text ?? null;
  const school = headingValue(sheet, headerIndex, /^ШКОЛА$/)?.text ?? "";
  const login = readLogin(school);
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

/** Layout T: lines with the codes of work and school above a table of one row a pupil; the only one that states the work itself. */
export const template: Layout = {
  code: "T",
  expected: requiredHeaders(COLUMNS),
  recognise: (book) => hasForm(book, COLUMNS),
  read: (book) => readForm("T", book, COLUMNS, readSheet),
};
