import type { FileFindingCode } from "./file-findings.ts";

export type NumberReading =
  | { ok: true; value: number; note: Extract<FileFindingCode, "leadingZeros" | "percentSign"> | null }
  | { ok: false; code: Extract<FileFindingCode, "notANumber" | "numberOutOfRange"> };

/** Digits in groups of three may stand apart by a space, a no-break space or a narrow one; the sign is ASCII or U+2212. */
const NUMBER = /^([+\-\u2212]?)(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](\d+))?( ?%)?$/;
/** A whole number may carry zeros behind its decimal mark (tables print 13 as 13,0). */
const WHOLE = /^([+\-\u2212]?)(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,]0{1,6})?$/;
const STORED = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** More significant digits than this do not survive in a double. */
const MOST_DIGITS = 15;

/**
 * Reads a whole number as people write it: ASCII digits, at most one sign, spaces around. Nothing else is taken for one:
 * not `1e3`, `0x10`, `Infinity`, digits of other scripts, and not 7.0000000000000001, which a double would make 7.
 * Leading zeros are read with a note, because such a text may be a code and no number.
 */
export function parseWholeNumber(text: string): NumberReading {
  const match = WHOLE.exec(text.trim());
  if (match === null) return { ok: false, code: "notANumber" };
  const [, sign, grouped] = match;
  const digits = grouped!.replace(/\D/g, "");
  const value = signed(sign!, digits);
  if (!Number.isSafeInteger(value)) return { ok: false, code: "numberOutOfRange" };
  return { ok: true, value, note: /^0\d/.test(digits) ? "leadingZeros" : null };
}

/**
 * Reads a decimal number: point or comma, groups of three digits apart by spaces, a sign, a per cent sign (noted; the
 * value stays what is printed, 45,5 % is 45.5). A text with two decimal marks, a fraction `5/5` or a dash before the digits is no number.
 */
export function parseDecimal(text: string): NumberReading {
  const match = NUMBER.exec(text.trim());
  if (match === null) return { ok: false, code: "notANumber" };
  const [, sign, grouped, fraction, percent] = match;
  const digits = grouped!.replace(/\D/g, "");
  const value = signed(sign!, fraction === undefined ? digits : `${digits}.${fraction}`);
  if (significantDigits(digits + (fraction ?? "")) > MOST_DIGITS)
    return { ok: false, code: "numberOutOfRange" };
  if (percent !== undefined) return { ok: true, value, note: "percentSign" };
  return { ok: true, value, note: /^0\d/.test(digits) ? "leadingZeros" : null };
}

/**
 * Reads the text of a cell of kind `number`: the notation of the workbook format, which has exponents and rounding dust
 * (3.0000000000000004). The value is the double that the spreadsheet program shows, rounded to its 15 digits.
 */
export function parseStoredNumber(text: string): NumberReading {
  if (!STORED.test(text)) return { ok: false, code: "notANumber" };
  const value = Number(Number(text).toPrecision(MOST_DIGITS));
  return Number.isFinite(value) ? { ok: true, value, note: null } : { ok: false, code: "numberOutOfRange" };
}

function signed(sign: string, digits: string): number {
  const value = Number(digits);
  return sign === "-" || sign === "\u2212" ? 0 - value : value;
}

function significantDigits(digits: string): number {
  return digits.replace(/^0+/, "").length;
}
