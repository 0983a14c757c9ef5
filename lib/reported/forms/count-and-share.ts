import { plain } from "../../platform/text/plain.ts";
import { parseDecimal } from "../../platform/workbook/numbers.ts";
import type { PrintedFigure } from "./printed-figure.ts";

/** «12/24,5%», «12 / 24.5», «12 чел. / 24,5 %», «12 (24,5%)» (forms.md D-44, F-20). */
const BOTH =
  /^(\d+)\s*(?:чел\.?|человек|учеников)?\s*(?:[/|;]\s*(\d+(?:[.,]\d+)?)\s*%?|\(\s*(\d+(?:[.,]\d+)?)\s*%?\s*\))$/i;

/** A number of pupils and their share of the line, printed in one cell. */
export interface CountAndShare {
  count: PrintedFigure;
  share: PrintedFigure;
  /** false when the share is not the count out of the participants, to the decimals it is printed with */
  agrees: boolean;
}

/** Reads «чел./%» in one cell as two values; null when the cell holds something else. */
export function readCountAndShare(text: string, participants: number | null): CountAndShare | null {
  const match = BOTH.exec(plain(text));
  const number = parseDecimal(match?.[2] ?? match?.[3] ?? "");
  if (!match || !number.ok) return null;
  const count = Number(match[1]);
  const decimals = String(number.value).split(".")[1]?.length ?? 0;
  const figure = (value: number, own: number): PrintedFigure => {
    return { state: "value", value, decimals: own, raw: text, formula: false };
  };
  return {
    count: figure(count, 0),
    share: figure(number.value, decimals),
    agrees: participants === null || isShareOf(number.value, count, participants, decimals),
  };
}

/** Whether a printed share is the count out of all, rounded to its decimals; without a division, so without its dust. */
function isShareOf(share: number, count: number, all: number, decimals: number): boolean {
  const half = 0.5 * 10 ** -decimals;
  return Math.abs(share * all - count * 100) <= half * all + 1e-9;
}
