import { readSubject, subjects as testedSubjects } from "../assessments/subjects.ts";

/** Subjects of lessons that have no works of their own among the assessed ones; their names stand in messages/…/schedule.json. */
export const ownSubjects = ["AL", "GM", "VS", "OBZ", "TR", "META"] as const;

/** Every subject that a work of the schedule may have, in the order of lists. */
export const scheduleSubjects = [...testedSubjects, ...ownSubjects] as const;
/** What else is taught in a week and never assessed by a work (timetable/lessons.ts reads them). */
export const otherLessons = ["PE", "MU", "AR", "RE", "NA", "NL", "CL", "PR", "EX", "OTHER"] as const;
export type ScheduleSubject = (typeof scheduleSubjects)[number];

const WRITTEN: readonly (readonly [ScheduleSubject, RegExp])[] = [
  ["AL", /^(АЛГЕБР)/],
  ["GM", /^(ГЕОМЕТР)/],
  ["VS", /^(ВЕРОЯТНОСТ|ВИС$)/],
  ["OBZ", /^(ОСНОВЫ БЕЗОПАСН|ОБЗР|ОБЖ)/],
  ["TR", /^(ТРУД|ТЕХНОЛОГИ)/],
  ["META", /^(МЕТАПРЕДМЕТ|КОМПЛЕКСН|ФУНКЦИОНАЛЬН|МПР$)/],
];

/** The code of a subject as a person or a file writes it; null when it is none that we know. */
export function readScheduleSubject(text: string): ScheduleSubject | null {
  const tested = readSubject(text);
  if (tested !== null) return tested;
  const key = text.trim().replace(/\s+/g, " ").toUpperCase().replaceAll("Ё", "Е");
  const code = ownSubjects.find((subject) => subject === key);
  return code ?? WRITTEN.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** The key of a subject's name from the root of messages; a drawn subject that is not known yet has a word of its own. */
export function subjectKey(code: string): string {
  if ((testedSubjects as readonly string[]).includes(code)) return `assessments.subject.${code}`;
  return ([...ownSubjects, ...otherLessons] as readonly string[]).includes(code)
    ? `schedule.subject.${code}`
    : "schedule.subject.drawn";
}
