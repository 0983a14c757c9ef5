import { isUtf8 } from "node:buffer";
import { guessOneByteEncoding } from "./encoding-guess.ts";
import type { Notebook } from "./notebook.ts";
import { refuse } from "./refused.ts";
import { hasUtf16Zeros } from "./sniff.ts";

export interface Utf8Text {
  /** the text in UTF-8 without a byte order mark */
  bytes: Uint8Array;
  /** the encoding that the file had, by its WHATWG label */
  encoding: string;
  /** the file stopped inside a character: what is left of it was taken off */
  cutInsideCharacter: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
/** Letters and signs that Russian and Ukrainian tables are made of; windows-1251 read as UTF-8 gives others. */
const CYRILLIC_TEXT = /^[\p{ASCII}\u00a0\u00ab\u00bb\u0400-\u052f\u2010-\u203a\u2116]*$/u;

/**
 * Finds out the encoding of a text table and brings it to UTF-8, so that one reader serves all. Nothing is replaced: bytes that fit no
 * encoding, or two encodings in one file, refuse it with the line.
 */
export function toUtf8(bytes: Uint8Array, notes: Notebook): Utf8Text {
  const [one, two, three] = bytes;
  if (one === 0xff && two === 0xfe) return fromUtf16(bytes.subarray(2), "utf-16le");
  if (one === 0xfe && two === 0xff) return fromUtf16(bytes.subarray(2), "utf-16be");
  const body = one === 0xef && two === 0xbb && three === 0xbf ? bytes.subarray(3) : bytes;
  if (isUtf8(body) && hasUtf16Zeros(body) === null) {
    return { bytes: body, encoding: "utf-8", cutInsideCharacter: false };
  }
  const wide = hasUtf16Zeros(body);
  if (wide !== null) {
    notes.add("encodingGuessed", { encoding: wide.toUpperCase() });
    return fromUtf16(body, wide);
  }
  const whole = withoutCutCharacter(body);
  if (whole.length < body.length && isUtf8(whole) && whole.some((byte) => byte > 0x7f)) {
    return { bytes: whole, encoding: "utf-8", cutInsideCharacter: true };
  }
  refuseMixture(body);
  const guess = guessOneByteEncoding(body);
  if (guess === null) return refuse("encodingUnknown");
  if (!guess.certain) notes.add("encodingGuessed", { encoding: guess.shown });
  const text = new TextDecoder(guess.label).decode(body);
  return { bytes: Buffer.from(text, "utf8"), encoding: guess.label, cutInsideCharacter: false };
}

function fromUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Utf8Text {
  const whole = bytes.subarray(0, bytes.length & ~1);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(whole);
    return { bytes: Buffer.from(text, "utf8"), encoding, cutInsideCharacter: whole.length < bytes.length };
  } catch {
    return refuse("encodingUnknown");
  }
}

/** Takes off the beginning of a character that the end of the file cut: at most three bytes. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** Refuses a file that has lines of UTF-8 letters and lines that are not UTF-8, naming the first of the latter. */
function refuseMixture(bytes: Uint8Array): void {
  let badLine = 0;
  let hasUtf8Letters = false;
  let line = 0;
  for (let from = 0; from < bytes.length; line += 1) {
    let to = from;
    let seen = 0;
    for (; to < bytes.length && bytes[to] !== LF && bytes[to] !== CR; to += 1) seen |= bytes[to]!;
    const part = bytes.subarray(from, to);
    if (seen > 0x7f) {
      if (!isUtf8(part)) badLine ||= line + 1;
      else hasUtf8Letters ||= CYRILLIC_TEXT.test(Buffer.from(part).toString("utf8"));
    }
    if (badLine > 0 && hasUtf8Letters) refuse("encodingMixed", { line: badLine }, { row: badLine });
    from = to + (bytes[to] === CR && bytes[to + 1] === LF ? 2 : 1);
  }
}
