import type { ExportCell, ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";

/** Where the columns of a form stand, by what their headers begin with. */
interface Places {
  code: number;
  classLabel: number;
  variant: number;
  journal: number;
  total: number;
  tasks: number[];
}

/**
 * A template as people fill it in by hand: the slips of forms.md part D, one or two of each. Needs some twenty rows; fewer
 * rows get fewer slips.
 */
export function withDirt(sheet: ExportSheet): ExportSheet {
  const at = placesOf(sheet);
  const rows = sheet.rows.map((cells) => [...cells]);
  const put = (row: number, column: number | undefined, value: ExportCell) => {
    const cells = rows[row];
    if (cells && column !== undefined) cells[column] = value;
  };
  const task = (number: number) => at.tasks[number % at.tasks.length];
  put(2, task(2), "Ч"); // on a Russian keyboard the letter of the Latin X
  put(3, task(4), "Х"); // Cyrillic
  put(5, task(1), 9); // more than the task gives
  put(6, task(3), "0,5");
  put(8, task(0), null);
  put(9, at.journal, 1);
  put(10, at.journal, "н/а");
  put(11, at.total, Number(rows[11]?.[at.total] ?? 0) + 3);
  put(12, at.variant, null);
  put(13, at.classLabel, "5Ю");
  put(14, at.classLabel, "пятый");
  // The same pupil twice with different points: both rows wait for a person.
  put(16, at.code, rows[15]?.[at.code] ?? null);
  put(17, at.code, null);
  const last = rows.at(-1);
  if (last) rows.push([...last]);
  return { ...sheet, rows };
}

function placesOf({ columns }: ExportSheet): Places {
  const headers = columns.map(({ header }) => header);
  const find = (start: string) => headers.findIndex((header) => header.startsWith(start));
  return {
    code: find("Код"),
    classLabel: find("Класс"),
    variant: find("Вариант"),
    journal: find("Отметка за"),
    total: find("Итого"),
    tasks: headers.flatMap((header, i) => (/^\d.*\(\d+б\)$/.test(header) ? [i] : [])),
  };
}
