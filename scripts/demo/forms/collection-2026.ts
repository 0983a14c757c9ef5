import type { ExportCell, ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import { columnLetters } from "#lib/platform/spreadsheet-export/xlsx-text.ts";
import { pointsOf } from "../answers.ts";
import type { DemoRow } from "../results.ts";
import type { DemoWork } from "../works.ts";
import { columns, itemCells, journalCell, taskHeaders, WORDS } from "./cells.ts";
import { classList } from "./class-list.ts";

const PREPARED = 1499;

/** Layout E, the collection form of 2026 (forms.md F-03): prepared rows, totals by formula, classes by running number. */
export function collection2026(work: DemoWork, rows: readonly DemoRow[]): ExportSheet[] {
  const headers = [
    "Код участника",
    "Вариант",
    ...taskHeaders(work),
    "Порядковый номер класса",
    WORDS.journal,
    WORDS.total,
  ];
  const total = (index: number, value: number): ExportCell => ({
    formula: `SUM(C${index + 2}:${columnLetters(work.tasks.length + 2)}${index + 2})`,
    value,
  });
  const filled = rows.map((row, i): ExportCell[] => [
    row.code,
    row.absent ? WORDS.absent : Number(row.variants[0]),
    ...itemCells(row, work),
    row.classNumber,
    journalCell(row),
    total(i, pointsOf(row.items)),
  ]);
  const unused = Array.from({ length: Math.max(0, PREPARED - rows.length) }, (_, i): ExportCell[] => [
    ...headers.slice(1).map(() => null),
    total(rows.length + i, 0),
  ]);
  return [
    { name: "Протокол", columns: columns(headers), rows: [...filled, ...unused] },
    allowed(work),
    classList("Порядковый номер класса", "Порядковый номер класса", rows),
  ];
}

/** The sheet «Служебный»: what the drop-down lists of the form allow. */
function allowed({ tasks }: DemoWork): ExportSheet {
  const maxima = [...new Set(tasks.map(({ max }) => max))].sort((a, b) => a - b);
  const lists: ExportCell[][] = [
    [1, 2, WORDS.absent],
    [5, 4, 3, 2, WORDS.noJournal],
    ...maxima.map((max) => [...Array.from({ length: max + 1 }, (_, i) => max - i), "X"]),
  ];
  const longest = Math.max(...lists.map((list) => list.length));
  return {
    name: "Служебный",
    columns: columns(["Вариант", "Отметка", ...maxima.map((max) => `до ${max}`)]),
    rows: Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null)),
  };
}
