import type { Workbook } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { headerKeys } from "./header-row.ts";

/**
 * Forms that people hand on by mistake: known, not read here (forms.md F-06 … F-19). `name` is a choice in the message
 * `otherForm`. The more special first.
 */
const FORMS: readonly { name: string; headers: readonly string[] }[] = [
  { name: "taskCompletionByGroups", headers: ["Группы участников", "Группы баллов"] },
  {
    name: "journalComparison",
    headers: ["Группы участников", "Кол-во участников(всего)"],
  },
  { name: "marks", headers: ["Группы участников", "Кол-во ОО", "2", "3", "4", "5"] },
  { name: "scoreDistribution", headers: ["Группы участников", "0", "1", "2"] },
  { name: "taskCompletion", headers: ["Группы участников", "Кол-во ОО"] },
  { name: "plannedResults", headers: ["№", "Макс балл"] },
  { name: "stateExam", headers: ["Код ОО", "Задания с кратким ответом", "Первичный балл"] },
  { name: "journal", headers: ["Класс", "Код обучающегося", "Предмет"] },
  { name: "schools", headers: ["Логин", "Широта", "Долгота"] },
  { name: "classes", headers: ["Логин", "Литера", "Численность"] },
  { name: "stateExamTable", headers: ["Муниципальное образование", "Образовательная организация (школа)"] },
];
const KEYS = FORMS.map(({ name, headers }) => ({ name, keys: headers.map(headerKey) }));
const FIRST_ROWS = 30;

/** The name of a known form that is no list of pupils' results, and where its header stands; null for an unknown table. */
export function recogniseOtherForm(book: Workbook): { name: string; sheet: string; row: number } | null {
  for (const sheet of book.sheets) {
    for (let i = 0; i < sheet.rows.length && i < FIRST_ROWS; i++) {
      const found = new Set(headerKeys(sheet.rows[i] ?? []));
      const form = KEYS.find(({ keys }) => keys.every((key) => found.has(key)));
      if (form) return { name: form.name, sheet: sheet.name, row: i + 1 };
    }
  }
  return null;
}
