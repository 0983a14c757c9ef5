import { otherLessons, readScheduleSubject, scheduleSubjects } from "../subjects.ts";

/** Everything that a lesson of a timetable may be, in the order of lists. */
export const lessonSubjects = [...scheduleSubjects.filter((code) => code !== "META"), ...otherLessons];

const WRITTEN: readonly (readonly [(typeof otherLessons)[number], RegExp])[] = [
  ["PE", /^(ФИЗ(ИЧЕСК\S* )?\.?-?КУЛ|ФИЗ-?РА$|ФК$|ФІЗ(ИЧН\S* )?-?КУЛ)/],
  ["MU", /^(МУЗЫК|МУЗИК)/],
  ["AR", /^(ИЗО$|ИЗОБРАЗ|МХК$|ОБРАЗОТВОРЧ|МИСТЕЦТВ)/],
  ["RE", /^(ОРКСЭ|ОДНКНР|ОСНОВЫ РЕЛИГ|ОСНОВЫ ДУХОВ)/],
  ["NA", /^(РОДНОЙ ЯЗ|РІДНА МОВ)/],
  ["NL", /^(РОДНАЯ ЛИТ|ЛИТЕРАТУРНОЕ ЧТЕНИЕ НА РОДНОМ|РІДНА ЛІТ)/],
  ["CL", /^(РАЗГОВОРЫ О ВАЖН|РОВ$|КЛАССНЫЙ ЧАС|РОССИЯ МО|ГОДИНА СПІЛК|КЛАСНА ГОД)/],
  ["PR", /^(ИНДИВИДУАЛЬНЫЙ ПРОЕКТ|ПРОЕКТН|ІНДИВІДУАЛЬНИЙ ПРО)/],
  ["EX", /^(ВНЕУРОЧ|КУРС ПО ВЫБОРУ|ЭЛЕКТИВ|ФАКУЛЬТАТИВ|ФУНКЦИОНАЛЬНАЯ ГР|КУРС ЗА ВИБ)/],
  ["OTHER", /^(ДРУГО[ЕЙ]|ИНШ[ЕИ])/],
];

/** A class of more groups at once is no lesson any more: somebody has put a list into the cell. */
const MOST_GROUPS = 4;
const NONE = /^[-–—.]*$/;

export type ReadLesson = { ok: true; subjects: string[] } | { ok: false; text: string };

/**
 * A lesson as a person or a file writes it: «Математика», «Английский язык / Информатика» of two groups, a dash or nothing for a
 * free one. `names`: codes by the portal's own names of subjects (names.ts), without case.
 */
export function readLesson(text: string, names: ReadonlyMap<string, string> = new Map()): ReadLesson {
  const bare = text.replace(/\s+/g, " ").trim();
  if (NONE.test(bare)) return { ok: true, subjects: [] };
  const parts = bare
    .split(/[/\\\n;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const subjects = [...new Set(parts.map((part) => subjectOf(part, names)))];
  if (subjects.includes(null) || parts.length > MOST_GROUPS) return { ok: false, text: bare.slice(0, 80) };
  return { ok: true, subjects: subjects.filter((one) => one !== null) };
}

/** A room or a group after the name («Физика каб. 12», «Физика (1 гр.)») is none of the portal's business. */
function subjectOf(part: string, names: ReadonlyMap<string, string>): string | null {
  const whole = names.get(part.toUpperCase());
  if (whole !== undefined) return whole;
  const name = part.replace(/\s*[(,].*$|\s+(каб|ауд|к)\.?\s*\d.*$|\s+\d+[а-я]?$/iu, "");
  const key = name.toUpperCase().replaceAll("Ё", "Е");
  const code = lessonSubjects.find((subject) => subject === key);
  if (code) return code;
  const other = WRITTEN.find(([, pattern]) => pattern.test(key))?.[0];
  return other ?? readScheduleSubject(name);
}

/** A lesson as the same person would write it. */
export function writeLesson(subjects: readonly string[], name: (code: string) => string): string {
  return subjects.map(name).join(" / ");
}
