import type { ExportCell, ExportColumn } from "../platform/spreadsheet-export/sheet.ts";

/** Letters of the first 26 columns; no sheet of the analysis is wider. */
export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** A quotient as a live formula; empty while its base is 0, for 0 would be a lie. */
export function quotient(numerator: string, denominator: string, value: number | null): ExportCell {
  return { formula: `IF((${denominator})=0,"",(${numerator})/(${denominator}))`, value: value ?? "" };
}

export const text = (header: string, width = 24): ExportColumn => ({ header, width });
export const whole = (header: string, width = 13): ExportColumn => ({ header, width, format: "whole" });
export const share = (header: string, width = 13): ExportColumn => ({
  ...{ header, width, format: "percentOneDecimal" },
});
export const decimal = (header: string, width = 13): ExportColumn => ({
  ...{ header, width, format: "twoDecimals" },
});
