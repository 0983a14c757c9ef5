/** Encodings of one byte a letter that Russian and Ukrainian tables come in, the usual one first. */
const CANDIDATES = [
  { label: "windows-1251", shown: "windows-1251" },
  { label: "koi8-u", shown: "KOI8" },
  { label: "ibm866", shown: "CP866 (DOS)" },
  { label: "x-mac-cyrillic", shown: "Mac Cyrillic" },
] as const;

/** Words of headers of school tables, by their beginnings, in both languages. They decide where letters alone would not. */
const KNOWN_WORDS =
  /(?<![а-яёіїєґ])(логин|школ|регион|муниципал|номер|код|отметк|вариант|всего|балл|бали|итого|класс|клас|предмет|участник|учащ|пользовател|наименован|назван|назв|сумма|пол|дата|учебник|фио|год|рік|район|город|адрес|шкала|задани|закладу)/gi;
const LETTER = /[а-яёіїєґ]/gi;
/** The ten commonest letters of Russian make up two thirds of any text, and nearly so in Ukrainian. */
const COMMON_LETTER = /[оеаинтслрвОЕАИНТСЛРВ]/g;
const USUAL_SIGN = /[А-Яа-яЁёІіЇїЄєҐґ«»№–—…“”„’\u00a0]/g;
const NOT_ASCII = /\P{ASCII}/gu;
const LOOKED_AT = 64 * 1024;

export interface EncodingGuess {
  label: string;
  shown: string;
  /** windows-1251 confirmed by known words: the ordinary case, nothing to tell */
  certain: boolean;
}

/** The encoding of one byte a letter that reads as school data, or null when none does clearly. */
export function guessOneByteEncoding(bytes: Uint8Array): EncodingGuess | null {
  const head = bytes.subarray(0, LOOKED_AT);
  const scored = CANDIDATES.map((candidate) => ({
    ...candidate,
    ...readability(new TextDecoder(candidate.label).decode(head)),
  }));
  const byWords = scored.toSorted((a, b) => b.words - a.words || b.letters - a.letters);
  const best = byWords[0]!;
  if (best.words > 0) {
    return { label: best.label, shown: best.shown, certain: best.label === "windows-1251" };
  }
  const [first, second] = scored.toSorted((a, b) => b.letters - a.letters);
  if (first!.letters < 0.5 || first!.letters - second!.letters < 0.05) return null;
  return { label: first!.label, shown: first!.shown, certain: false };
}

/** `words`: known words found; `letters`: share of common letters, lowered by signs that tables do not have. */
function readability(text: string): { words: number; letters: number } {
  const words = count(text, KNOWN_WORDS);
  const letters = count(text, LETTER);
  const others = count(text, NOT_ASCII);
  const usual = others === 0 ? 0 : count(text, USUAL_SIGN) / others;
  return { words, letters: letters === 0 ? 0 : (count(text, COMMON_LETTER) / letters) * usual };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
