/** What a sheet to be written holds: the first line (`columns`), the others (`rows`); null = an empty cell. */
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

/** Labels of the lines that name work and school; `template.ts` looks for them. */
export const TEMPLATE_LABELS = { work: "Код работы", school: "Школа" } as const;

function table(work: TemplateWork): { header: string; width: number }[] {
  return [
    { header: "Код", width: 12 },
    { header: "Класс", width: 10 },
    { header: "Вариант", width: 12 },
    ...work.tasks.map((task) => ({ header: `${task.code} (${task.max}б)`, width: 12 })),
    { header: "Отметка за предыдущий период", width: 20 },
    { header: "Итого", width: 10 },
  ];
}

/**
 * The portal's template for one school and one work, to be packed as a workbook: «Результаты» to fill in (its header is the
 * first row, so that it stays in sight), «Классы» with the classes as they are to be spelled, «О форме» with the codes of work
 * and school and `notes`, sentences in the reader's language. Layout T reads it back.
 */
export function templateSheets(
  work: TemplateWork,
  school: TemplateSchool,
  classes: readonly string[],
  notes: readonly string[] = [],
): SheetContent[] {
  return [
    { name: "Результаты", columns: table(work), rows: [] },
    { name: "Классы", columns: [{ header: "Класс", width: 14 }], rows: classes.map((label) => [label]) },
    {
      name: "О форме",
      columns: [
        { header: TEMPLATE_LABELS.work, width: 20 },
        { header: work.code, width: 60 },
      ],
      rows: [
        [TEMPLATE_LABELS.school, `edu${school.login}`],
        [null, school.name],
        ...notes.map((note) => [null, note]),
      ],
    },
  ];
}

/** The same template as lines of a text table: a CSV has one sheet, so work and school stand above the header. */
export function templateLines(work: TemplateWork, school: TemplateSchool): (string | null)[][] {
  return [
    [TEMPLATE_LABELS.work, work.code],
    [TEMPLATE_LABELS.school, `edu${school.login}`, school.name],
    table(work).map(({ header }) => header),
  ];
}
