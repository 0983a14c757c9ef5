import type { Translate } from "#messages/translate.ts";
import { workName, workTitle } from "../assessments/work-title.ts";
import { writeCsv } from "../platform/spreadsheet-export/write-csv.ts";
import { writeXlsx } from "../platform/spreadsheet-export/write-xlsx.ts";
import { templateLines, templateSheets } from "./layouts/template-sheets.ts";
import type { TemplateFacts } from "./template-queries.ts";

export interface TemplateFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** No class is longer; a registry may hold anything. */
const mostPupils = 60;

/**
 * The portal's own form for one work and school: a line for each pupil of the classes, with the class filled in as it is to
 * be spelled, so that only codes and points are typed. Lines that stay without points are no data when it comes back.
 * `t`: over all namespaces.
 */
export function templateFile(t: Translate, facts: TemplateFacts, format: "xlsx" | "csv"): TemplateFile {
  const { work, school, classes } = facts;
  // Names of files have plain spaces, whatever the sentence has.
  const title = workTitle(t, work).replaceAll("\u00a0", " ");
  const name = `${t("results.template.fileName", { title, login: `edu${school.login}` })}.${format}`;
  const prepared = classes.flatMap(({ label, pupils }) =>
    Array.from({ length: Math.min(Math.max(pupils ?? 1, 1), mostPupils) }, () => [null, label]),
  );
  if (format === "csv") {
    const bytes = writeCsv([...templateLines(work, school), ...prepared], { separator: ";" });
    return { name, type: "text/csv; charset=utf-8", bytes };
  }
  const notes = [
    workName(t, work),
    ...["rows", "code", "points", "absent", "total", "headers"].map((key) =>
      t(`results.template.notes.${key}`),
    ),
  ];
  const labels = classes.map(({ label }) => label);
  const [form, ...others] = templateSheets(work, school, labels, notes);
  if (!form) throw new Error("a template has a sheet to fill in");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name, type, bytes: writeXlsx([{ ...form, rows: prepared }, ...others]) };
}
