import { plain } from "../../platform/text/plain.ts";
import { looksNumeric, readWhole } from "./whole-number.ts";

export type Mark = 2 | 3 | 4 | 5;

/** `status`: none = no mark by journal; noted = a word of the dictionary (н/а, осв., зачёт); the last two are rejected cells. */
export interface MarkCell {
  mark: Mark | null;
  status: "mark" | "none" | "noted" | "outOfRange" | "text";
}

const NONE = new Set(["", "нет", "нет отметки", "-", "–", "—"]);
const NOTED = new Set(["н/а", "осв", "осв.", "зач", "зач.", "зачет", "зачёт", "незачет", "незачёт"]);

/**
 * A mark 2–5, of the journal or printed by the form (forms.md D-10 … D-12). A mark outside 2–5 is never rounded to the
 * nearest one: 1 is not «2», 12 is not split.
 */
export function readMark(text: string): MarkCell {
  const clean = plain(text);
  const whole = readWhole(clean);
  if (whole === 2 || whole === 3 || whole === 4 || whole === 5) return { mark: whole, status: "mark" };
  if (whole !== null || looksNumeric(clean)) return { mark: null, status: "outOfRange" };
  const word = clean.toLowerCase();
  if (NONE.has(word)) return { mark: null, status: "none" };
  return { mark: null, status: NOTED.has(word) ? "noted" : "text" };
}
