import { type Cell, sheet } from "../sheets.ts";

/** Header of the classic collection form of 2019–2024, as forms.md F-04 lists its columns. */
export const CLASSIC_HEADER = [
  "№ п/п",
  "Код участника",
  "Класс (номер и литера)",
  "Пол",
  "Отметка за предыдущий период (четверть/триместр/полугодие)",
  "Номер варианта",
  "1К1",
  "1К2",
  "2",
  "3.1",
  "6.2(1)",
  "Сумма",
];

const PUPILS: readonly (readonly Cell[])[] = [
  ["1", "00101", "5А", "ж", "4", "1", "3", "2", "1", "0", "X", "6"],
  ["2", "00102", "5А", "м", "нет", "2", "2", "2", "1", "1", "1", "7"],
  ["3", "00103", "5А", "м", "", "отсутствовал", "", "", "", "", "", ""],
  ["4", "00104", "5А", "ж", "5", "1", "4", "3", "1", "1", "0", "9"],
  ["5", "00105", "5А", "м", "3", "2", "0", "Х", "не пройд.", "1", "1", "2"],
];

/** One class on one sheet, with the lines above the table that F-04 describes. */
export function classicForm(name = "5А", pupils: readonly (readonly Cell[])[] = PUPILS) {
  return sheet(name, [
    ["Форма сбора результатов ВПР"],
    ["Логин ОО", "edu970001"],
    ["Предмет", "Русский язык"],
    ["Отв. организатор", "Смирнова О. П."],
    CLASSIC_HEADER,
    ...pupils,
  ]);
}
