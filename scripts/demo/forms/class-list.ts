import type { ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import type { DemoRow } from "../results.ts";
import { columns } from "./cells.ts";

/** The sheet that gives each running number of a class its name. */
export function classList(sheet: string, number: string, rows: readonly DemoRow[]): ExportSheet {
  const names = new Map(rows.map((row) => [row.classNumber, row.classLabel]));
  return { name: sheet, columns: columns([number, "Наименование класса"], 24), rows: [...names] };
}
