import { plain } from "../../platform/text/plain.ts";
import { looksNumeric, readWhole } from "./whole-number.ts";

/** How the value of one task is kept: 0 and more = points, below 0 = why there are none. */
export const ITEM = { notAttempted: -1, notTaught: -2, blank: -3, rejected: -4 } as const;

/** `value` as in ITEM or points; `problem` says why a cell was rejected, `spelling` which X stood there. */
export interface ItemCell {
  value: number;
  problem: "symbol" | "aboveMax" | "notWhole" | null;
  spelling: "latin" | "other" | null;
}

const points: readonly ItemCell[] = Array.from({ length: 10 }, (_, value) => ({
  value,
  problem: null,
  spelling: null,
}));
const LATIN_X: ItemCell = { value: ITEM.notAttempted, problem: null, spelling: "latin" };
const OTHER_X: ItemCell = { value: ITEM.notAttempted, problem: null, spelling: "other" };
const NOT_TAUGHT: ItemCell = { value: ITEM.notTaught, problem: null, spelling: null };
const BLANK: ItemCell = { value: ITEM.blank, problem: null, spelling: null };
const SYMBOL: ItemCell = { value: ITEM.rejected, problem: "symbol", spelling: null };
const ABOVE: ItemCell = { value: ITEM.rejected, problem: "aboveMax", spelling: null };
const NOT_WHOLE: ItemCell = { value: ITEM.rejected, problem: "notWhole", spelling: null };
const NOT_TAUGHT_TEXT = /^(?:тема )?не про(?:йд|ход)/i;

/**
 * The value of a task from its cell (forms.md D-01 … D-06): points 0…max, X in four spellings, «не пройд.», blank.
 * Nothing is clipped to the maximum and nothing is guessed: every other text is rejected with its reason.
 */
export function readItem(text: string, max: number): ItemCell {
  if (text.length === 1) {
    const digit = text.charCodeAt(0) - 48;
    if (digit >= 0 && digit <= 9) return digit <= max ? (points[digit] ?? ABOVE) : ABOVE;
  }
  switch (text) {
    case "":
      return BLANK;
    case "X":
      return LATIN_X;
    case "x":
    case "Х":
    case "х":
      return OTHER_X;
  }
  const clean = plain(text);
  if (clean !== text) return readItem(clean, max);
  const whole = readWhole(text);
  if (whole !== null) return whole <= max ? { value: whole, problem: null, spelling: null } : ABOVE;
  if (looksNumeric(text)) return NOT_WHOLE;
  return NOT_TAUGHT_TEXT.test(text) ? NOT_TAUGHT : SYMBOL;
}

/** On a Russian keyboard Ч lies on the key of Latin X, so a slip is likely (D-05): the text may say so, no more. */
export function isLikelyX(text: string): boolean {
  return /^[Чч]$/.test(text.trim());
}
