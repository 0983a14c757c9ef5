import type { ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { columnLetters } from "#lib/platform/spreadsheet-export/xlsx-text.ts";
import { GRADE, pupil, TASK_MAXIMA } from "./invented-work.ts";

/** Classes of the one school that the form is about. */
export const CLASSES = [..."АБВГДЕЖЗИКЛМ"].map((letter) => `${GRADE}${letter}`);

/**
 * The collection form of 2026 (layout E, forms.md F-03) with every row filled in: code, variant, tasks, class by running number,
 * journal mark, total by formula; no school in it. The same arguments give the same bytes.
 */
export function schoolForm(rows: number, edition: number): Uint8Array {
  const headers = [
    "Код участника",
    "Вариант",
    ...TASK_MAXIMA.map((max, i) => `${i + 1} (${max}б)`),
    "Порядковый номер класса",
    "Отметка за предыдущий триместр/ четверть/полугодие",
    "Итого баллов",
  ];
  const lastTask = columnLetters(TASK_MAXIMA.length + 2);
  const protocol: ExportSheet = {
    name: "Протокол",
    columns: headers.map((header) => ({ header, width: 12 })),
    rows: Array.from({ length: rows }, (_, row) => {
      const { code, variant, items, total, journal } = pupil(row, edition);
      const place = 1 + Math.floor((row * CLASSES.length) / rows);
      const sum = { formula: `SUM(C${row + 2}:${lastTask}${row + 2})`, value: total };
      return [code, variant, ...items, place, journal, sum];
    }),
  };
  const classes: ExportSheet = {
    name: "Порядковый номер класса",
    columns: ["Порядковый номер класса", "Наименование класса"].map((header) => ({ header, width: 24 })),
    rows: CLASSES.map((label, i) => [i + 1, label]),
  };
  return writeXlsx([protocol, classes]);
}
