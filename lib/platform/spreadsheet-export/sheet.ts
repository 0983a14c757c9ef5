/** How numbers of a column are shown; the value itself keeps all its digits. A share is stored as 0.444 and shown as 44 %. */
export type NumberFormat = "whole" | "oneDecimal" | "twoDecimals" | "percent" | "percentOneDecimal";

export interface ExportColumn {
  header: string;
  /** in characters of the standard font */
  width: number;
  format?: NumberFormat;
}

/** A formula of our own making (never a text from a file), without the equals sign; `value` is what it gives now. */
export interface ExportFormula {
  formula: string;
  value?: number | string;
}

export type ExportCell = string | number | null | ExportFormula;

export interface ExportSheet {
  name: string;
  columns: readonly ExportColumn[];
  rows: readonly (readonly ExportCell[])[];
  /** sentences under the table: source, date, what the words mean */
  notes?: readonly string[];
}
