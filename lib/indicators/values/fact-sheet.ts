import { locales } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { translator } from "#messages/translate.ts";
import type { ExportSheet } from "../../platform/spreadsheet-export/sheet.ts";
import { readTable } from "../../platform/workbook/table.ts";
import type { Workbook } from "../../platform/workbook/workbook.ts";
import { factOf } from "../formula/facts.ts";
import { readFactText } from "./fact-text.ts";
import { groupOf } from "./needed-facts.ts";

/** A line of the template: what is asked and what is known already. */
export interface SheetLine {
  code: string;
  name: string;
  unit: string;
  value: number | null;
  note: string;
}

const columns = ["code", "name", "unit", "value", "note"] as const;

/** The portal's template as a sheet. `t` over all namespaces. */
export function factSheet(t: Translate, lines: readonly SheetLine[]): ExportSheet {
  const width = { code: 28, name: 60, unit: 12, value: 14, note: 40 };
  return {
    name: t("indicatorValues.entry.columns.value"),
    columns: columns.map((column) => ({
      header: t(`indicatorValues.entry.columns.${column}`),
      width: width[column],
    })),
    rows: lines.map((line) => columns.map((column) => line[column])),
    notes: [t("indicatorValues.entry.lead")],
  };
}

export interface SheetValue {
  code: string;
  value: number;
  note: string;
}
export type SheetOutcome =
  | { ok: true; values: SheetValue[] }
  /** A key under indicatorValues.refused. */
  | { ok: false; key: string; params: Record<string, string | number> };

/** Reads a filled template; empty values are «not known» and change nothing. The first thing that is wrong refuses the file. */
export function readFactSheet(book: Workbook, knows: (code: string) => boolean): SheetOutcome {
  const outcome = readTable(book, {});
  if (!outcome.ok) return refuse("notATemplate", {});
  const { headers, rows } = outcome.table;
  const named = (column: (typeof columns)[number]) => {
    const words = locales.map((locale) => translator(locale)(`indicatorValues.entry.columns.${column}`));
    return headers.find(({ header }) => words.includes(header.trim()))?.header ?? null;
  };
  const [code, value, note] = [named("code"), named("value"), named("note")];
  if (code === null || value === null) return refuse("notATemplate", {});
  const seen = new Map<string, SheetValue>();
  for (const { row, values } of rows) {
    const asked = (values.get(code) ?? "").trim();
    const text = (values.get(value) ?? "").trim();
    if (asked === "" || text === "") continue;
    // Notes under the table stand in its first column alone, so a code beside a value is meant.
    if (groupOf(asked) === null || !knows(asked)) return refuse("unknownFact", { row, raw: asked });
    if (seen.has(asked)) return refuse("twice", { row, raw: asked });
    const read = readFactText(text, factOf(asked));
    if (!read.ok || read.value === null) return refuse("notANumber", { row, raw: text });
    seen.set(asked, {
      ...{ code: asked, value: read.value },
      note: note === null ? "" : (values.get(note) ?? "").trim().slice(0, 500),
    });
  }
  return { ok: true, values: [...seen.values()] };
}

const refuse = (key: string, params: Record<string, string | number>): SheetOutcome => ({
  ...{ ok: false, key, params },
});
