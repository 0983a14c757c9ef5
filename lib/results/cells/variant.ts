import { plain } from "../../platform/text/plain.ts";
import { readWhole } from "./whole-number.ts";

const ABSENT = /^отсутств/i;

/** True for «отсутствовал» and its forms: the word of an absent pupil (forms.md D-15). */
export function isAbsentWord(text: string): boolean {
  return text !== "" && ABSENT.test(plain(text));
}

/** The variant as printed; a number of a CSV (`1,0`) becomes `1`. "" = not stated. */
export function readVariant(text: string): string {
  const clean = plain(text);
  const whole = readWhole(clean);
  return whole === null ? clean : String(whole);
}

/** Variants of two parts in one text: `1/2`; "" when no part has one, so that «not stated» stays one value. */
export function joinVariants(parts: readonly string[]): string {
  const read = parts.map(readVariant);
  const absent = read.find(isAbsentWord);
  if (absent !== undefined) return absent;
  return read.every((part) => part === "") ? "" : read.join("/");
}
