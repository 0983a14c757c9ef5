import type { ExportCell, ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import { pointsOf } from "../answers.ts";
import type { DemoRow } from "../results.ts";
import type { DemoWork } from "../works.ts";
import { columns, itemCells, journalCell, taskHeaders, WORDS } from "./cells.ts";
import { classList } from "./class-list.ts";

/** Layout D, the collection form of 2025 (forms.md F-02): two variants in one row, criteria in Latin `k`. */
export function collection2025(work: DemoWork, rows: readonly DemoRow[]): ExportSheet[] {
  const second = Math.ceil(work.tasks.length / 2);
  const tasks = taskHeaders(work, (code) => code.replace(/К(\d)/, " k$1"));
  const headers = [
    "Код",
    "Вариант (часть 1)",
    ...tasks.slice(0, second),
    "Вариант (часть 2)",
    ...tasks.slice(second),
    'Класс № (список формируется из листа "Классы")',
    "Пол",
    WORDS.journal,
    WORDS.total,
  ];
  const lines = rows.map((row): ExportCell[] => {
    const items = itemCells(row, work);
    return [
      Number(row.code),
      row.absent ? WORDS.absent : Number(row.variants[0]),
      ...items.slice(0, second),
      row.absent ? null : Number(row.variants[1]),
      ...items.slice(second),
      row.classNumber,
      row.sex,
      journalCell(row),
      row.absent ? 0 : pointsOf(row.items),
    ];
  });
  return [{ name: "Протокол", columns: columns(headers), rows: lines }, classList("Классы", "№", rows)];
}
