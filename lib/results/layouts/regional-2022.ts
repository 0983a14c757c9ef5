import { splitBar } from "#lib/results/cells/bar-pair.ts";
import { readLogin } from "#lib/results/cells/login.ts";
import { column, columnLike, needed, requiredHeaders } from "./columns.ts";
import type { Layout } from "./layout.ts";
import { hasForm, readForm } from "./read-form.ts";

/** Columns of layout C, the regional export of spring 2022 (forms.md F-15): code and name in one cell, many schools. */
const COLUMNS = [
  needed("login", "Пользователь"),
  needed("code", "Код"),
  needed("class", "Наименование класса"),
  needed("total", "Итого баллов"),
  column("school", "Школа"),
  column("municipality", "Муниципалитет"),
  column("loadedOn", "Дата загрузки"),
  columnLike("variant", "Вариант", /^ВАРИАНТ(?: \d| \(ЧАСТЬ \d\))?$/),
  column("sex", "Пол"),
  columnLike(
    "journal",
    "Отметка за предыдущий триместр/ четверть/полугодие",
    /^ОТМЕТКА (?:ЗА ПРЕДЫДУЩ|ПО ЖУРНАЛУ)/,
  ),
  column("known", "Код региона"),
  column("known", "Регион"),
];

/** Layout C: «Протокол» of a region with a row for every pupil of many schools. Subject, grade and year are not in it. */
export const regional2022: Layout = {
  code: "C",
  expected: requiredHeaders(COLUMNS),
  recognise: (book) => hasForm(book, COLUMNS),
  read: (book) =>
    readForm("C", book, COLUMNS, (_sheet, header) => {
      const at = (row: readonly string[], number: number | undefined) =>
        number === undefined ? "" : (row[number - 1] ?? "");
      const { login, school, municipality } = header.columns;
      return {
        work: {
          year: null,
          grade: null,
          subject: null,
          level: null,
          title: null,
          workCode: null,
          declaredMax: null,
          classNumbers: false,
          classList: null,
          readFrom: { school: "column" },
        },
        lines: {
          totalIsResult: true,
          school(row) {
            const own = at(row, login);
            const pair = splitBar(at(row, school));
            const area = splitBar(at(row, municipality));
            return {
              login: readLogin(own),
              schoolName: pair.name,
              municipality: area.name ?? (area.code || null),
            };
          },
        },
      };
    }),
};
