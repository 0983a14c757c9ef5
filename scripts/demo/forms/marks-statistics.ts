import type { ExportCell, ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import type { DemoSchool } from "../region.ts";
import { type DemoRow, present } from "../results.ts";
import type { DemoWork } from "../works.ts";
import { columns } from "./cells.ts";

/** Ф3 «Статистика по отметкам» (forms.md F-06): an aggregate that people hand on instead of the protocol. */
export function marksStatistics(
  work: DemoWork,
  subject: string,
  school: Pick<DemoSchool, "login" | "name">,
  rows: readonly DemoRow[],
  date: string,
): ExportSheet[] {
  const taken = present(rows);
  const shares = [2, 3, 4, 5].map((mark) => {
    const count = taken.filter((row) => row.printedMark === mark).length;
    return Math.round((10_000 * count) / Math.max(1, taken.length)) / 100;
  });
  const lines: ExportCell[][] = [
    [],
    [`ВПР ${work.year} ${subject} ${work.gradeTested} класс`],
    ["Предмет:", subject],
    ["Максимальный первичный балл:", work.maxScore],
    ["Дата:", date],
    [],
    ["Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5],
    [`${school.name}(edu${school.login})`, 1, taken.length, ...shares],
  ];
  return [
    {
      name: "Статистика по отметкам",
      columns: columns(["Статистика по отметкам", "", "", "", "", "", ""], 18),
      rows: lines,
    },
  ];
}
