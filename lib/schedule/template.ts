import type { Translate } from "#messages/translate.ts";
import { writeXlsx } from "../platform/spreadsheet-export/write-xlsx.ts";
import type { SchoolYear } from "./facts.ts";
import { type ImportField, importFields, templateHeader } from "./import-columns.ts";
import { scheduleSubjects, subjectKey } from "./subjects.ts";

const WIDTHS: Readonly<Record<ImportField, number>> = {
  ...{ on: 12, classes: 14, subject: 22, kind: 26, title: 40, lesson: 8, minutes: 8, level: 16, note: 30 },
};

/**
 * The portal's own file for works of a school: an empty table with its columns, one line as an example in the notes, and the
 * classes and subjects as they are to be spelled. `t`: over all namespaces.
 */
export function scheduleTemplate(
  t: Translate,
  facts: SchoolYear,
  yearName: string,
): { name: string; bytes: Uint8Array } {
  const columns = importFields.map((field) => ({ header: templateHeader(field), width: WIDTHS[field] }));
  const names = scheduleSubjects.map((code) => t(subjectKey(code)));
  const labels = facts.classes.map(({ label }) => label);
  const length = Math.max(names.length, labels.length);
  const lists = Array.from({ length }, (_, index) => [labels[index] ?? null, names[index] ?? null]);
  const bytes = writeXlsx([
    {
      name: t("schedule.template.sheet"),
      columns,
      rows: [],
    },
    {
      name: t("schedule.template.lists"),
      columns: [
        { header: t("schedule.template.classes"), width: 12 },
        { header: t("schedule.template.subjects"), width: 30 },
      ],
      rows: lists,
      notes: ["how", "day", "classes", "level", "same"].map((key) => t(`schedule.template.notes.${key}`)),
    },
  ]);
  return {
    name: `${t("schedule.template.fileName", { school: facts.school.name, year: yearName.replace("/", "-") })}.xlsx`,
    bytes,
  };
}
