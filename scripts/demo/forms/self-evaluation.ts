import type { ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import type { DemoSchool } from "../region.ts";
import { columns } from "./cells.ts";

/** Indicators of самообследование (forms.md F-20): a table of a school that is neither results nor a report of them. */
export function selfEvaluation(school: Pick<DemoSchool, "name">, pupils: number): ExportSheet[] {
  const heading = `Показатели деятельности. ${school.name}`;
  return [
    {
      name: "Показатели",
      columns: columns([heading, "", "", ""], 24),
      rows: [
        [],
        ["№", "Показатель", "Единица измерения", "Значение"],
        ["1.1", "Общая численность учащихся", "человек", pupils],
        ["1.6", "Средний балл ГИА выпускников 9 класса по русскому языку", "балл", 3.9],
        ["1.7", "Средний балл ГИА выпускников 9 класса по математике", "балл", 3.6],
      ],
    },
  ];
}
