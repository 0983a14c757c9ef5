import type { ExportCell, ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import { templateLines, templateSheets } from "#lib/results/layouts/template-sheets.ts";
import { pointsOf } from "../answers.ts";
import type { DemoSchool } from "../region.ts";
import type { DemoRow } from "../results.ts";
import type { DemoWork } from "../works.ts";
import { itemCells, journalCell, WORDS } from "./cells.ts";

type TemplateCell = Exclude<ExportCell, object> | null;

/** The portal's own template, filled in. */
export function filledTemplate(
  work: DemoWork,
  school: Pick<DemoSchool, "login" | "name">,
  rows: readonly DemoRow[],
): ExportSheet[] {
  const classes = [...new Set(rows.map((row) => row.classLabel))];
  return templateSheets(work, school, classes).map((sheet, i) =>
    i === 0 ? { ...sheet, rows: templateRows(work, rows) } : sheet,
  );
}

/** The same as lines of a text table. */
export function filledTemplateLines(
  work: DemoWork,
  school: Pick<DemoSchool, "login" | "name">,
  rows: readonly DemoRow[],
): (string | number | null)[][] {
  return [...templateLines(work, school), ...templateRows(work, rows)];
}

function templateRows(work: DemoWork, rows: readonly DemoRow[]): TemplateCell[][] {
  return rows.map((row) => [
    row.code,
    row.classLabel,
    row.absent ? WORDS.absent : row.variants[0],
    ...(itemCells(row, work) as TemplateCell[]),
    journalCell(row) as TemplateCell,
    row.absent ? null : pointsOf(row.items),
  ]);
}
