import type { ExportCell } from "#lib/platform/spreadsheet-export/sheet.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { GRADE, pupil, TASK_MAXIMA, YEAR } from "./invented-work.ts";

/** Six digits of the login of a school of the invented district. */
export const loginOf = (school: number): string => String(980_000 + school);

/** What a form says about its work. */
export interface FormWork {
  subject: string;
  grade: number;
  year: number;
  maxima: readonly number[];
}

const MATHEMATICS: FormWork = { subject: "Математика", grade: GRADE, year: YEAR, maxima: TASK_MAXIMA };

/**
 * A district's «Индивидуальные результаты» (layout F, forms.md F-05): the rows shared out among many schools of two classes each,
 * printed totals and marks. The same arguments give the same bytes.
 */
export function districtForm(
  rows: number,
  schools: number,
  edition: number,
  { subject, grade, year, maxima }: FormWork = MATHEMATICS,
): Uint8Array {
  const header = [
    ...["ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант"],
    ...maxima.map((max, i) => `${i + 1} (${max}б)`),
    ...["Первичный балл", "Отметка", "Отметка по журналу"],
  ];
  const above: ExportCell[][] = [
    [`ВПР ${year} ${subject} ${grade} класс`],
    ["Предмет:", subject],
    ["Максимальный первичный балл:", maxima.reduce((sum, max) => sum + max, 0)],
    header,
  ];
  const lines = Array.from({ length: rows }, (_, row): ExportCell[] => {
    const { code, variant, items, total, mark, journal } = pupil(row, edition, maxima);
    const school = 1 + Math.floor((row * schools) / rows);
    const label = `${grade}${row % 2 === 0 ? "А" : "Б"}`;
    return [
      `edu${loginOf(school)}`,
      "Озёрный округ",
      `Школа № ${school}`,
      code,
      label,
      variant,
      ...items,
      total,
      mark,
      journal,
    ];
  });
  const title = { header: "Индивидуальные результаты участников", width: 14 };
  const columns = header.map((_, i) => (i === 0 ? title : { header: "", width: 14 }));
  return writeXlsx([{ name: "Ф1 Индивидуальные результаты", columns, rows: [...above, ...lines] }]);
}
