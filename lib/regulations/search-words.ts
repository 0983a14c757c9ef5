/** Endings that are cut before a word is looked for by its beginning, longest first: for Ukrainian, which the server has no dictionary for, and for titles. */
const ENDINGS = [
  "ями",
  "ами",
  "ові",
  "еві",
  "єві",
  "ого",
  "ему",
  "ому",
  "ими",
  "ыми",
  "его",
  "ией",
  "ій",
  "ий",
  "ый",
  "ой",
  "ої",
  "ых",
  "их",
  "им",
  "ым",
  "ів",
  "їв",
  "ов",
  "ев",
  "ах",
  "ях",
  "ам",
  "ям",
  "ом",
  "ем",
  "єм",
  "ою",
  "ею",
  "єю",
  "ая",
  "яя",
  "ое",
  "ее",
  "ие",
  "ые",
  "ия",
  "ию",
  "ии",
  "ей",
  "а",
  "я",
  "о",
  "е",
  "є",
  "у",
  "ю",
  "і",
  "ї",
  "и",
  "ы",
  "ь",
  "й",
];
const SHORTEST_STEM = 4;
const MOST_WORDS = 8;

/** The form in which texts are searched: small letters, ё as е, no apostrophes inside words. The database does the same to the texts. */
export function plainWords(asked: string): string {
  return asked
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’ʼ`´]/g, "")
    .replaceAll("ё", "е");
}

/** A word that is looked for: as the Russian dictionary takes it, and the beginning by which any word is met. */
export interface SearchWord {
  word: string;
  /** the word without its ending */
  stem: string;
  /** for to_tsquery: `'показник':*` */
  prefix: string;
}

/** The words of a search, at most eight; numbers of clauses («2.3.1») stay whole. */
export function searchWords(asked: string): SearchWord[] {
  const words = plainWords(asked).match(/\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS).map((word) => {
    const stem = stemOf(word);
    return { word, stem, prefix: `'${stem}':*` };
  });
}

/** The beginning of a word without its ending, when enough of it is left. */
function stemOf(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** A piece of a found text; `met` is what was searched for. */
export interface SnippetPart {
  text: string;
  met: boolean;
}

export const MET_FROM = "\ue000";
export const MET_TO = "\ue001";

/** The parts of an excerpt in which the database has marked what was met. */
export function snippetParts(marked: string): SnippetPart[] {
  return marked
    .split(/(\ue000[^\ue001]*\ue001)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith(MET_FROM) ? { text: part.slice(1, -1), met: true } : { text: part, met: false },
    );
}
