import { CELL } from "../platform/workbook/cell.ts";
import type { TextSheet } from "../platform/workbook/workbook.ts";
import { type TemplateSchool, type TemplateWork, templateLines } from "../results/layouts/template-sheets.ts";
import type { EntryColumn } from "./columns.ts";
import type { RowFacts } from "./row-facts.ts";

/** The word by which forms say that a pupil did not take part. */
const ABSENT = "отсутствовал";
const SEX = "Пол";

/** A typed row with what was judged of it. */
export interface JudgedRow {
  texts: readonly string[];
  facts: RowFacts;
}

/**
 * The typed class as the portal's own form, the same that a filled-in template would be: from here on there is one reader,
 * one check and one way into the results. Rows without any value are left out.
 */
export function entrySheet(
  work: TemplateWork,
  school: TemplateSchool,
  classLabel: string,
  columns: readonly EntryColumn[],
  rows: readonly JudgedRow[],
): TextSheet {
  const field = (row: JudgedRow, kind: EntryColumn["kind"]) =>
    row.texts[columns.findIndex((column) => column.kind === kind)] ?? "";
  const head = templateLines(work, school).map((line) => line.map((text) => text ?? ""));
  head.at(-1)?.push(SEX);
  const lines = rows
    .filter(({ facts }) => facts.status !== "empty")
    .map((row) => {
      const isAbsent = row.facts.status === "absent";
      const items = columns.flatMap(({ kind }, i) =>
        kind === "task" ? [isAbsent ? "" : (row.texts[i] ?? "")] : [],
      );
      return [
        field(row, "code"),
        classLabel,
        isAbsent ? ABSENT : field(row, "variant"),
        ...items,
        field(row, "journal"),
        row.facts.total === null ? "" : String(row.facts.total),
        field(row, "sex"),
      ];
    });
  const sheet = [...head, ...lines];
  return {
    name: classLabel,
    hidden: false,
    rows: sheet,
    kinds: sheet.map((line) => Uint8Array.from(line, (text) => (text === "" ? CELL.blank : CELL.text))),
  };
}
