import { headerKey } from "#lib/results/cells/header-key.ts";
import type { Workbook } from "#lib/results/workbook/workbook.ts";
import { headerKeys } from "./header-row.ts";

/** Forms that people hand on by mistake: known by name, not read here (forms.md F-06 … F-19). The more special first. */
const FORMS: readonly { name: string; headers: readonly string[] }[] = [
  { name: "Выполнение заданий группами участников", headers: ["Группы участников", "Группы баллов"] },
  {
    name: "Сравнение отметок с отметками по журналу",
    headers: ["Группы участников", "Кол-во участников(всего)"],
  },
  { name: "Статистика по отметкам", headers: ["Группы участников", "Кол-во ОО", "2", "3", "4", "5"] },
  { name: "Распределение первичных баллов", headers: ["Группы участников", "0", "1", "2"] },
  { name: "Выполнение заданий", headers: ["Группы участников", "Кол-во ОО"] },
  { name: "Достижение планируемых результатов", headers: ["№", "Макс балл"] },
  { name: "Протокол РЦОИ", headers: ["Код МСУ", "Код ППЭ"] },
  { name: "Выгрузка региона за весну 2021 года", headers: ["логин школы", "код обучающегося"] },
  { name: "Выгрузка региона за осень 2020 года", headers: ["groups", "a-1-grade"] },
  { name: "Выгрузка журнала", headers: ["Класс", "Код обучающегося", "Предмет"] },
  { name: "Реестр школ", headers: ["Логин", "Широта", "Долгота"] },
  { name: "Список классов", headers: ["Логин", "Литера", "Численность"] },
  { name: "Таблица ЕГЭ по школам", headers: ["Муниципальное образование", "Образовательная организация (школа)"] },
];
const KEYS = FORMS.map(({ name, headers }) => ({ name, keys: headers.map(headerKey) }));
const FIRST_ROWS = 30;

/** Name of a known form that is no list of pupils' results, and where its header stands; null for an unknown table. */
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
