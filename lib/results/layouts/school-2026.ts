import { closing, column, columnLike, needed, requiredHeaders } from "./columns.ts";
import type { Layout } from "./layout.ts";
import { hasForm, readForm } from "./read-form.ts";
import { readSchoolForm } from "./school-form.ts";

/** Columns of layout E, the collection form of 2026 (forms.md F-03): 1,499 prepared rows, auxiliary cells right of the table. */
const COLUMNS = [
  needed("code", "Код участника"),
  needed("class", "Порядковый номер класса"),
  closing("total", "Итого баллов"),
  column("variant", "Вариант"),
  column("sex", "Пол"),
  columnLike(
    "journal",
    "Отметка за предыдущий триместр/ четверть/полугодие",
    /^ОТМЕТКА (?:ЗА ПРЕДЫДУЩ|ПО ЖУРНАЛУ)/,
  ),
];

/** Layout E: a row is a pupil if it has a code and a variant, an item or a previous mark. */
export const school2026: Layout = {
  code: "E",
  expected: requiredHeaders(COLUMNS),
  recognise: (book) => hasForm(book, COLUMNS),
  read: (book) => readForm("E", book, COLUMNS, readSchoolForm),
};
