const LATIN = "ABCEHKMOPTXYaceopxyk";
const CYRILLIC = "АВСЕНКМОРТХУасеорхук";
const TWINS = new Map([...LATIN].map((letter, i) => [letter, CYRILLIC[i] ?? letter]));
const ANY_LATIN = /[A-Za-z]/;

/**
 * Latin letters that look like Cyrillic ones become Cyrillic (forms.md A.4); other Latin letters stay.
 * Used where a form knows only Cyrillic letters: class letters, task codes, header words.
 */
export function toCyrillic(text: string): string {
  if (!ANY_LATIN.test(text)) return text;
  let out = "";
  for (const letter of text) out += TWINS.get(letter) ?? letter;
  return out;
}
