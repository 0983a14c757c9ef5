import type { ExportSheet } from "../../platform/spreadsheet-export/sheet.ts";
import { type BankTable, periodsOf } from "./bank.ts";
import { indicatorName, periodText, type ValueWords } from "./words.ts";

/** A table of the bank turned to what stands in its rows: `values[row][column]`. */
export interface BankGrid {
  rows: { key: string; name: string }[];
  columns: { key: string; name: string; unit: string }[];
  cells: { value: number | null; reason: string; unit: string; decimals: number }[][];
}

/** Rows of units and columns of indicator × year, or rows of indicators and columns of unit × year; a year may stand with its parts. */
export function gridOf(words: ValueWords, table: BankTable): BankGrid {
  const { units, indicators, cells } = table;
  const periods = periodsOf(table);
  const keyOf = ({ schoolYear, part }: (typeof periods)[number]) => `${schoolYear}${part}`;
  const unitName = (unit: string) => words.t(`indicatorValues.units.${unit}`);
  const indicatorText = (one: BankTable["indicators"][number]) => `${one.code} ${indicatorName(words, one)}`;
  const cell = (u: number, i: number, p: number) => {
    const { value, reason } = cells[u]?.[i]?.[p] ?? { value: null, reason: "missing" };
    return { value, reason, unit: indicators[i]?.unit ?? "", decimals: indicators[i]?.decimals ?? 0 };
  };
  if (table.rows === "units")
    return {
      rows: units.map(({ kind, id, name }) => ({ key: `${kind}-${id}`, name })),
      columns: indicators.flatMap((one) =>
        periods.map((period) => ({
          key: `${one.code}-${keyOf(period)}`,
          name: `${one.code}, ${periodText(words, period)}`,
          unit: unitName(one.unit),
        })),
      ),
      cells: units.map((_, u) => indicators.flatMap((_one, i) => periods.map((_period, p) => cell(u, i, p)))),
    };
  return {
    rows: indicators.map((one) => ({ key: one.code, name: `${indicatorText(one)}, ${unitName(one.unit)}` })),
    columns: units.flatMap(({ kind, id, name }) =>
      periods.map((period) => ({
        key: `${kind}-${id}-${keyOf(period)}`,
        name: `${name}, ${periodText(words, period)}`,
        unit: "",
      })),
    ),
    cells: indicators.map((_, i) => units.flatMap((_unit, u) => periods.map((_period, p) => cell(u, i, p)))),
  };
}

/** The same as a workbook: real numbers; a silence is an empty cell with its word in the notes, never a zero. */
export function bankSheets(
  words: ValueWords,
  title: string,
  table: BankTable,
  source: string,
): ExportSheet[] {
  const { t } = words;
  const grid = gridOf(words, table);
  return [
    {
      name: t("indicatorValues.bank.title"),
      columns: [
        {
          header: t(table.rows === "units" ? "indicatorValues.bank.unit" : "indicatorValues.table.name"),
          width: 50,
        },
        ...grid.columns.map(({ name, unit }) => ({
          ...{ header: unit === "" ? name : `${name}, ${unit}`, width: 18, format: "twoDecimals" as const },
        })),
      ],
      rows: grid.rows.map(({ name }, r) => [
        name,
        ...(grid.cells[r] ?? []).map(
          ({ value, reason }) => value ?? t(`indicatorValues.bank.short.${reason || "missing"}`),
        ),
      ]),
      notes: [title, t("indicatorValues.bank.silences"), source],
    },
    {
      name: t("indicatorValues.table.name"),
      columns: [
        { header: t("indicatorValues.table.code"), width: 12 },
        { header: t("indicatorValues.table.name"), width: 90 },
        { header: t("indicatorValues.table.unit"), width: 16 },
      ],
      rows: table.indicators.map((one) => [
        one.code,
        indicatorName(words, one),
        t(`indicatorValues.units.${one.unit}`),
      ]),
    },
  ];
}
