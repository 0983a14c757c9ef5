import { plain } from "../platform/text/plain.ts";
import { ITEM, readItem } from "../results/cells/item.ts";
import { readMark } from "../results/cells/mark.ts";
import { isParticipantCode } from "../results/cells/participant-code.ts";
import { readSex } from "../results/cells/sex.ts";
import { isAbsentWord, readVariant } from "../results/cells/variant.ts";
import { readWhole } from "../results/cells/whole-number.ts";
import type { EntryColumn } from "./columns.ts";

/** How the signs are written in a cell of the grid. */
export const SIGN = { notAttempted: "Х", notTaught: "не пройд.", absent: "н" } as const;

const LONGEST = 32;
const WORD = /\p{L}{3}/u;
const ABSENT = /^(?:н|нб|н\/б|x|х|\+|1|да)$/i;

/** Why a cell is wrong: a key of messages with its values. */
export interface CellProblem {
  key:
    | "aboveMax"
    | "notWhole"
    | "symbol"
    | "codeBad"
    | "codeTwice"
    | "codeTaken"
    | "codeMissing"
    | "journal"
    | "sex"
    | "absentWithPoints";
  params: Record<string, string | number>;
}

/**
 * The text that a cell keeps: spaces cut, points without a zero fraction, one spelling of each sign. What cannot be
 * understood stays as it was typed, so that it can be seen and mended.
 */
export function cleanCell(column: EntryColumn, text: string): string {
  const clean = plain(text);
  switch (column.kind) {
    case "task": {
      const { value } = readItem(clean, column.max);
      if (value >= 0) return String(value);
      if (value === ITEM.notAttempted) return SIGN.notAttempted;
      if (value === ITEM.notTaught) return SIGN.notTaught;
      return clean;
    }
    case "journal":
    case "code":
      return wholeOr(clean);
    case "variant":
      return readVariant(clean);
    case "sex":
      return readSex(clean) ?? (readSex(clean) === null ? "" : clean);
    case "absent":
      return ABSENT.test(clean) || isAbsentWord(clean) ? SIGN.absent : "";
  }
}

function wholeOr(text: string): string {
  const whole = readWhole(text);
  return whole === null ? text : String(whole);
}

/**
 * Whether the portal may keep this text at all. A word is likely a name, and the portal has no place for a name: it is
 * not even kept as a wrong value.
 */
export function isStorable(column: EntryColumn, text: string): boolean {
  if (text.length > LONGEST || /\p{Cc}/u.test(text)) return false;
  return !WORD.test(text) || (column.kind === "task" && text === SIGN.notTaught);
}

/** What is wrong with the text of one cell, on its own; null = nothing. */
export function problemOf(column: EntryColumn, text: string): CellProblem | null {
  if (text === "") return null;
  switch (column.kind) {
    case "task": {
      const { problem } = readItem(text, column.max);
      if (problem === null) return null;
      return { key: problem, params: { task: column.code, value: text, max: column.max } };
    }
    case "code":
      return isParticipantCode(text) ? null : { key: "codeBad", params: { value: text } };
    case "journal": {
      const { status } = readMark(text);
      return status === "outOfRange" || status === "text"
        ? { key: "journal", params: { value: text } }
        : null;
    }
    case "sex":
      return readSex(text) === undefined ? { key: "sex", params: { value: text } } : null;
    default:
      return null;
  }
}
