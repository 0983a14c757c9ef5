import { headerKey } from "../platform/workbook/header-key.ts";

/** What a column of a file of works says. */
export const importFields = [
  "on",
  "classes",
  "subject",
  "kind",
  "title",
  "lesson",
  "minutes",
  "level",
  "note",
] as const;
export type ImportField = (typeof importFields)[number];

/** Headers as schools write them, in both languages; the first is the one of the portal's own template. */
const HEADERS: Readonly<Record<ImportField, readonly string[]>> = {
  on: ["Дата", "Дата проведения", "День", "Дата проведення"],
  classes: ["Класс", "Классы", "Параллель", "Клас", "Класи", "Паралель"],
  subject: ["Предмет", "Учебный предмет", "Навчальний предмет"],
  kind: ["Вид работы", "Вид", "Форма", "Форма проведения", "Вид роботи"],
  title: ["Название", "Наименование", "Работа", "Оценочная процедура", "Наименование работы", "Назва"],
  lesson: ["Урок", "№ урока", "Номер урока", "№ уроку"],
  minutes: [
    "Минут",
    "Минуты",
    "Длительность",
    "Продолжительность",
    "Длительность, мин",
    "Хвилин",
    "Тривалість",
  ],
  level: ["Уровень", "Рівень"],
  note: ["Примечание", "Комментарий", "Примітка"],
};

/** Columns without which a file is no schedule. */
export const neededFields: readonly ImportField[] = ["on", "classes", "subject"];

/** Which field each header of a file is, by the header as printed; null when a needed one is missing. */
export function fieldsOf(headers: readonly string[]): Map<ImportField, string> | null {
  const known = new Map<ImportField, string>();
  for (const field of importFields) {
    const keys = HEADERS[field].map(headerKey);
    const header = headers.find((one) => keys.includes(headerKey(one)));
    if (header !== undefined) known.set(field, header);
  }
  return neededFields.every((field) => known.has(field)) ? known : null;
}

/** The header of a field in the portal's own template. */
export const templateHeader = (field: ImportField): string => HEADERS[field][0] ?? field;
