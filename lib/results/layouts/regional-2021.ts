import { readLogin } from "#lib/results/cells/login.ts";
import { closing, column, columnLike, needed, requiredHeaders } from "./columns.ts";
import { workNamedByFile } from "./file-title.ts";
import type { Layout } from "./layout.ts";
import { numberedTask } from "./numbered-task.ts";
import { hasForm, readForm } from "./read-form.ts";

/**
 * Columns of layout A, the regional export of spring 2021 (forms.md F-14). «регион» holds the municipality (D-20); what stands
 * right of «Учебник» is not read (D-19).
 */
const COLUMNS = [
  needed("login", "логин школы"),
  needed("code", "код обучающегося"),
  needed("total", "всего баллов"),
  needed("variant", "вариант"),
  column("class", "класс"),
  column("sex", "пол"),
  columnLike("journal", "отметка за предыдущую четверть/триместр", /^ОТМЕТКА (?:ЗА ПРЕДЫДУЩ|ПО ЖУРНАЛУ)/),
  column("municipality", "регион"),
  column("known", "номер обучающегося"),
  { ...closing("known", "Учебник"), required: false },
];

/** Layout A: a row for every pupil of many schools, all cells texts. Year, subject and grade stand in the name of the file only. */
export const regional2021: Layout = {
  code: "A",
  expected: requiredHeaders(COLUMNS),
  recognise: (book) => hasForm(book, COLUMNS),
  read: (book, fileName = "") =>
    readForm(
      "A",
      book,
      COLUMNS,
      (_sheet, { columns }) => ({
        work: workNamedByFile(fileName),
        lines: {
          totalIsResult: true,
          school: (row) => ({
            login: readLogin(row[(columns.login ?? 0) - 1] ?? ""),
            schoolName: null,
            municipality: row[(columns.municipality ?? 0) - 1]?.trim() || null,
          }),
        },
      }),
      numberedTask(/^балл за (\d{1,2})$/i),
    ),
};
