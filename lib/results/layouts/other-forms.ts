import type { Workbook } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { headerKeys } from "./header-row.ts";

/** A form known by headers that must all stand in one row, and by headers that must not stand there. */
export interface HeaderSet<Name extends string> {
  name: Name;
  headers: readonly string[];
  without?: readonly string[];
}

/**
 * Forms that people hand on by mistake: known, not read here (forms.md F-16, F-19, F-20). `name` is a choice in the message
 * `otherForm`. The more special first.
 */
const FORMS: readonly HeaderSet<string>[] = [
  { name: "stateExam", headers: ["Код ОО", "Задания с кратким ответом", "Первичный балл"] },
  { name: "journal", headers: ["Класс", "Код обучающегося", "Предмет"] },
  { name: "schools", headers: ["Логин", "Широта", "Долгота"] },
  { name: "classes", headers: ["Логин", "Литера", "Численность"] },
  { name: "selfEvaluation", headers: ["Показатель", "Единица измерения"] },
];
const FIRST_ROWS = 30;

/** The name of a known form that is no list of pupils' results, and where its header stands; null for an unknown table. */
export function recogniseOtherForm(book: Workbook): { name: string; sheet: string; row: number } | null {
  return findByHeaders(book, FORMS);
}

/** The first of some forms whose headers stand in one row of a workbook, and where. */
export function findByHeaders<Name extends string>(
  book: Workbook,
  forms: readonly HeaderSet<Name>[],
): { name: Name; sheet: string; row: number } | null {
  const keyed = forms.map(({ name, headers, without = [] }) => ({
    name,
    keys: headers.map(headerKey),
    without: without.map(headerKey),
  }));
  for (const sheet of book.sheets) {
    for (let i = 0; i < sheet.rows.length && i < FIRST_ROWS; i++) {
      const found = new Set(headerKeys(sheet.rows[i] ?? []));
      const form = keyed.find(
        ({ keys, without }) => keys.every((key) => found.has(key)) && !without.some((key) => found.has(key)),
      );
      if (form) return { name: form.name, sheet: sheet.name, row: i + 1 };
    }
  }
  return null;
}
