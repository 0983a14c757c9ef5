import { plain } from "../../platform/text/plain.ts";
import { CELL } from "../../platform/workbook/cell.ts";
import { parseDecimal, parseStoredNumber } from "../../platform/workbook/numbers.ts";
import type { TextSheet } from "../../platform/workbook/workbook.ts";
import { isFormulaError } from "../../results/cells/formula-error.ts";
import type { FigureState } from "../report.ts";

/** A cell of a report: its value, or why there is none. */
export interface PrintedFigure {
  state: FigureState;
  value: number | null;
  /** decimals that this cell shows */
  decimals: number;
  raw: string;
  /** the saved value of a formula is an error, or was never saved */
  formula: boolean;
}

const NOTHING = /^(?:[-–—−]|н\/?д|нет данных|нет)$/i;
const KEPT_BACK = /^(?:\*+|скрыто|с\/т|(?:<|менее|меньше)\s*\d+(?:\s*чел\.?)?)$/i;
/** More decimals than these are rounding dust or a mean that nobody rounded. */
const MOST_DECIMALS = 6;

/** The text of a cell, "" when there is none; `row` and `column` are indexes. */
export function cellText(sheet: TextSheet, row: number, column: number): string {
  return plain(sheet.rows[row]?.[column] ?? "");
}

/** Reads a cell as a figure: number, nothing, kept back, or unreadable. A dash, «н/д» and «*» are no zeros. */
export function readFigure(sheet: TextSheet, row: number, column: number): PrintedFigure {
  const raw = sheet.rows[row]?.[column] ?? "";
  const kind = sheet.kinds[row]?.[column] ?? CELL.blank;
  const text = plain(raw);
  const nothing = { value: null, decimals: 0, raw, formula: false };
  if (kind === CELL.formulaWithoutValue || kind === CELL.error || isFormulaError(text))
    return { ...nothing, state: "unread", formula: true };
  if (text === "" || NOTHING.test(text)) return { ...nothing, state: "blank" };
  if (KEPT_BACK.test(text)) return { ...nothing, state: "hidden" };
  const stored = kind === CELL.number || kind === CELL.formula ? parseStoredNumber(text) : null;
  const number = stored?.ok ? stored : parseDecimal(text);
  if (!number.ok || number.value < 0) return { ...nothing, state: "unread" };
  return { state: "value", value: number.value, decimals: decimalsOf(number.value), raw, formula: false };
}

/** A number of pupils or schools; null when there is none, or it is not whole. */
export function readCount(sheet: TextSheet, row: number, column: number): number | null {
  const { value } = readFigure(sheet, row, column);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

function decimalsOf(value: number): number {
  const fraction = String(value).split(".")[1] ?? "";
  return Math.min(fraction.length, MOST_DECIMALS);
}
