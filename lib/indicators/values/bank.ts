import { createHash } from "node:crypto";
import { wholeYear, type YearPart } from "./period.ts";

export const bankPeriods = ["year", "halfYear", "quarter", "month"] as const;
export type BankPeriod = (typeof bankPeriods)[number];

/** What is asked of the bank; everything has a default, so an empty address is a good question too. */
export interface BankQuestion {
  /** Codes of indicators; empty: those that are adopted, else the results. */
  codes: readonly string[];
  /** First years of school years; empty: the last three with values. */
  years: readonly number[];
  /** Whose periods stand in the table; school years when nothing is said. */
  period?: BankPeriod;
  units: "below" | "own";
  rows: "units" | "indicators";
}

export interface BankCell {
  value: number | null;
  /** As in `indicator_value`; "missing" also where nothing was ever computed. */
  reason: string;
}

export interface BankIndicator {
  code: string;
  name: string;
  nameUk: string;
  unit: string;
  decimals: number;
}

/** A table of the bank: units × indicators × years, or × parts of those years. `cells[u][i][p]`. */
export interface BankTable {
  unitName: string;
  units: { kind: string; id: number; name: string }[];
  indicators: BankIndicator[];
  years: number[];
  /** Only in a table of parts of years; without it the years are the periods. */
  periods?: BankColumn[];
  rows: BankQuestion["rows"];
  cells: BankCell[][][];
}

export interface BankColumn {
  schoolYear: number;
  part: YearPart;
}

/** The periods of a table in order of time. */
export const periodsOf = ({ years, periods }: Pick<BankTable, "years" | "periods">): BankColumn[] =>
  periods ?? years.map((schoolYear) => ({ schoolYear, part: wholeYear }));

/** More cells than this nobody reads, and a page should not carry. */
export const mostCells = 12_000;

/** The fingerprint of a table: SHA-256 over its content with keys in order, so that the database's order of keys does not matter. */
export function fingerprintOf(table: unknown): string {
  return createHash("sha256").update(canonical(table)).digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
