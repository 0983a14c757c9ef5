/** What a sheet to be written holds: the first line (`columns`), the others (`rows`), null = an empty cell. */
export interface SheetContent {
  name: string;
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** The work that a template is made for. */
export interface TemplateWork {
  code: string;
  tasks: readonly { code: string; max: number }[];
}

/** The school that a template is made for; `login` = six digits. */
export interface TemplateSchool {
  login: string;
  name: string;
}

const WIDTHS = { text: 14, task: 9, journal: 20, total: 10 };

/**
 * The content of the portal's template for one school and one work: sheet «Результаты» to fill in, sheet «Классы» with the
 * classes as they are to be spelled. `notes` are sentences for the sheet «Как заполнять», in the reader's language.
 * `readForm` of layout T reads it back.
 */
export function templateSheets(
  work: TemplateWork,
  school: TemplateSchool,
  classes: readonly string[],
  notes: readonly string[] = [],
): SheetContent[] {
  const table = [
    { header: "Код", width: WIDTHS.text },
    { header: "Класс", width: WIDTHS.text },
    { header: "Вариант", width: WIDTHS.text },
    ...work.tasks.map((task) => ({ header: `${task.code} (${task.max}б)`, width: WIDTHS.task })),
    { header: "Отметка за предыдущий период", width: WIDTHS.journal },
    { header: "Итого", width: WIDTHS.total },
  ];
  const firstLine = ["Код работы", work.code];
  const sheets: SheetContent[] = [
    {
      name: "Результаты",
      columns: table.map(({ width }, i) => ({ header: firstLine[i] ?? "", width })),
      rows: [["Школа", `edu${school.login}`, school.name], table.map(({ header }) => header)],
    },
    {
      name: "Классы",
      columns: [{ header: "Класс", width: WIDTHS.text }],
      rows: classes.map((label) => [label]),
    },
  ];
  if (notes.length > 0) {
    sheets.push({
      name: "Как заполнять",
      columns: [{ header: "Как заполнять", width: 100 }],
      rows: notes.map((note) => [note]),
    });
  }
  return sheets;
}

const NEEDS_QUOTES = /[";\r\n]/;
const FORMULA_START = /^[\s\u200b\ufeff]*[=+\-@\uff1d]/;

/** The sheet «Результаты» as CSV for those without a spreadsheet: UTF-8 with BOM, semicolons, CR LF, no cell that a program would calculate. */
export function templateCsv(work: TemplateWork, school: TemplateSchool): string {
  const sheet = templateSheets(work, school, [])[0];
  const lines = sheet ? [sheet.columns.map(({ header }) => header), ...sheet.rows] : [];
  const cell = (value: string | number | null | undefined) => {
    const text = String(value ?? "");
    const safe = FORMULA_START.test(text) ? `'${text}` : text;
    return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${lines.map((line) => line.map(cell).join(";")).join("\r\n")}\r\n`;
}
