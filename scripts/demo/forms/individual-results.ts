import type { ExportCell, ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import type { DemoSchool } from "../region.ts";
import { type DemoRow, present } from "../results.ts";
import type { DemoWork } from "../works.ts";
import { columns, itemCells, taskHeaders } from "./cells.ts";

/** A school in Ф1; `declared` = the number of participants in its group line. */
export interface SchoolRows {
  school: Pick<DemoSchool, "login" | "name">;
  rows: readonly DemoRow[];
  declared?: number;
}

/**
 * Layout F, Ф1 «Индивидуальные результаты» (forms.md F-05): title and difficulty above the header, a group line for each
 * school. Only participants are in it. `date` as ФИС ОКО prints it, dd.mm.yyyy.
 */
export function individualResults(
  work: DemoWork,
  subject: string,
  municipality: string,
  schools: readonly SchoolRows[],
  date: string,
): ExportSheet[] {
  const header = [
    "ОО",
    "Муниципалитет",
    "Название ОО",
    "Код участника",
    "Класс",
    "Вариант",
    ...taskHeaders(work),
    "Первичный балл",
    "Отметка",
    "Отметка по журналу",
  ];
  const levels = work.tasks.map((task, i) => task.difficulty ?? work.hardness[i] ?? null);
  const above: ExportCell[][] = [
    [],
    [`ВПР ${work.year} ${subject} ${work.gradeTested} класс`],
    ["Предмет:", subject],
    ["Максимальный первичный балл:", work.maxScore],
    ["Дата:", date],
    ["Уровень сложности задания", null, null, null, null, null, ...levels],
    header,
  ];
  return [
    {
      name: "Ф1 Индивидуальные результаты",
      columns: columns(["Индивидуальные результаты участников", ...header.slice(1).map(() => "")], 14),
      rows: [...above, ...schools.flatMap((one) => schoolLines(work, municipality, one))],
    },
  ];
}

function schoolLines(
  work: DemoWork,
  municipality: string,
  { school, rows, declared }: SchoolRows,
): ExportCell[][] {
  const taken = present(rows);
  const login = `edu${school.login}`;
  return [
    [`${school.name}(${login})`, `Кол-во участников: ${declared ?? taken.length}`],
    ...taken.map((row): ExportCell[] => [
      login,
      municipality,
      school.name,
      row.code,
      row.classLabel,
      row.variants[0],
      ...itemCells(row, work),
      row.printedTotal,
      row.printedMark,
      row.journal,
    ]),
  ];
}
