/** Codes of subjects (forms.md F-01); their names stand in messages/…/assessments.json under `subject`. The order is that of lists. */
export const subjects = [
  "RU",
  "MA",
  "OM",
  "LC",
  "LI",
  "EN",
  "DE",
  "FR",
  "IS",
  "OB",
  "GG",
  "BI",
  "FI",
  "HI",
  "INF",
] as const;
export type Subject = (typeof subjects)[number];

/** Names and abbreviations as forms, protocols and people write them; compared without case, ё = е. */
const WRITTEN: readonly (readonly [Subject, RegExp])[] = [
  ["RU", /^(РУССК|РУ$|РЯ$)/],
  ["MA", /^(МАТЕМАТИК|МА$)/],
  ["OM", /^(ОКРУЖАЮЩ|ОМ$)/],
  ["LC", /^(ЛИТЕРАТУРН\S* ЧТ|ЛЧ$)/],
  ["LI", /^(ЛИТЕРАТУР|ЛИ$)/],
  ["EN", /^(АНГЛИЙСК|АЯ$)/],
  ["DE", /^(НЕМЕЦК|НЯ$)/],
  ["FR", /^(ФРАНЦУЗСК|ФЯ$)/],
  ["IS", /^(ИСТОРИ|ИС$)/],
  ["OB", /^(ОБЩЕСТВОЗНАН|ОБ$)/],
  ["GG", /^(ГЕОГРАФИ|ГЕ$)/],
  ["BI", /^(БИОЛОГИ|БИ$)/],
  ["FI", /^(ФИЗИК|ФИ$)/],
  ["HI", /^(ХИМИ|ХИ$)/],
  ["INF", /^(ИНФОРМАТИК|ИНФ?$)/],
];

/** The code of a subject that is written as a code (`MA`), a name («Математика») or its abbreviation («МА»); null when it is none. */
export function readSubject(text: string): Subject | null {
  const key = text.trim().replace(/\s+/g, " ").toUpperCase().replaceAll("Ё", "Е");
  const code = subjects.find((subject) => subject === key);
  return code ?? WRITTEN.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}
