/** Kinds of state examinations: после 9 класса ОГЭ and ГВЭ-9, после 11 класса ЕГЭ and ГВЭ-11. */
export const examKinds = ["oge", "ege", "gve9", "gve11"] as const;
export type ExamKind = (typeof examKinds)[number];

/** Codes of subjects; names stand in messages/…/exams.json under `subject`. The order is that of lists: the compulsory first. */
export const examSubjects = [
  "RU",
  "MA",
  "MAB",
  "MAP",
  "OB",
  "IS",
  "FI",
  "HI",
  "BI",
  "GG",
  "INF",
  "LI",
  "EN",
  "DE",
  "FR",
  "ES",
  "ZH",
] as const;
export type ExamSubject = (typeof examSubjects)[number];

/** Codes of subjects in the regional data base (handbook §2.5.3, practice); the written part of ГВЭ is the same plus fifty. */
const CODES: Readonly<Record<number, ExamSubject>> = {
  1: "RU",
  2: "MAP",
  3: "FI",
  4: "HI",
  5: "INF",
  6: "BI",
  7: "IS",
  8: "GG",
  9: "EN",
  10: "DE",
  11: "FR",
  12: "OB",
  13: "ES",
  14: "ZH",
  18: "LI",
  22: "MAB",
  25: "INF",
  29: "EN",
  30: "DE",
  31: "FR",
  33: "ES",
  34: "ZH",
};

const NAMES: readonly (readonly [ExamSubject, RegExp])[] = [
  ["RU", /^русск/],
  ["MAB", /^математик.*баз/],
  ["MAP", /^математик.*проф/],
  ["MA", /^математик/],
  ["OB", /^обществозн/],
  ["IS", /^истори/],
  ["FI", /^физик/],
  ["HI", /^хими/],
  ["BI", /^биологи/],
  ["GG", /^географи/],
  ["INF", /^информатик/],
  ["LI", /^литератур/],
  ["EN", /^англ/],
  ["DE", /^немец/],
  ["FR", /^франц/],
  ["ES", /^испан/],
  ["ZH", /^китай/],
];

/** The subject that a name means; null when it is none. */
export function subjectOfName(name: string): ExamSubject | null {
  const key = name.trim().toLowerCase().replaceAll("ё", "е");
  return NAMES.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/**
 * The subject that a protocol's heading means: by its name, and by its code where the name leaves the level of mathematics
 * open. Null when neither says it, or when they say different things.
 */
export function subjectOf(kind: ExamKind, code: number | null, name: string): ExamSubject | null {
  const named = subjectOfName(name);
  const base = code === null ? null : code > 80 ? code - 80 : code > 50 ? code - 50 : code;
  const coded = base === null ? null : (CODES[base] ?? null);
  if (kind !== "ege") return isMathematics(named ?? coded) ? "MA" : (named ?? coded);
  if (named === "MA") return coded === "MAB" || coded === "MAP" ? coded : null;
  return named ?? coded;
}

function isMathematics(subject: ExamSubject | null): boolean {
  return subject === "MA" || subject === "MAB" || subject === "MAP";
}

/** Results are marks 2–5 everywhere but in ЕГЭ, whose base mathematics is marked too. */
export function isMarked(kind: ExamKind, subject: string): boolean {
  return kind !== "ege" || subject === "MAB";
}

/** The grade after which an examination is taken. */
export function gradeOf(kind: ExamKind): 9 | 11 {
  return kind === "oge" || kind === "gve9" ? 9 : 11;
}

export const isExamKind = (text: string): text is ExamKind => (examKinds as readonly string[]).includes(text);
