import { closing, column, columnLike, needed, requiredHeaders } from "./columns.ts";
import type { Layout } from "./layout.ts";
import { hasForm, readForm } from "./read-form.ts";
import { readSchoolForm } from "./school-form.ts";

/** Columns of layout D, «Форма сбора результатов» of 2025 (forms.md F-02): two variants in one row. */
const COLUMNS = [
  needed("code", "Код"),
  needed("variant", "Вариант (часть 1)"),
  closing("total", "Итого баллов"),
  columnLike("variant2", "Вариант (часть 2)", /^ВАРИАНТ \(ЧАСТЬ 2\)$/),
  columnLike("class", "Класс №", /^КЛАСС(?: №|$)/),
  column("sex", "Пол"),
  columnLike(
    "journal",
    "Отметка за предыдущий триместр/ четверть/полугодие",
    /^ОТМЕТКА (?:ЗА ПРЕДЫДУЩ|ПО ЖУРНАЛУ)/,
  ),
];

/** Layout D: tasks left of «Вариант (часть 2)» are part 1, the others part 2; both variants are kept as `1/2`. */
export const school2025: Layout = {
  code: "D",
  expected: requiredHeaders(COLUMNS),
  recognise: (book) => hasForm(book, COLUMNS),
  read: (book) => readForm("D", book, COLUMNS, readSchoolForm),
};
