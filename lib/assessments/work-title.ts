import type { Translate } from "#messages/translate.ts";
import type { WorkIdentity } from "./rules.ts";
import { subjects } from "./subjects.ts";

type Named = Omit<WorkIdentity, "subject"> & { subject: string; gradeWriting: number };

/** «ВПР 2026. Русский язык, 4 класс». `t`: over all namespaces, as everywhere below. */
export function workTitle(t: Translate, work: Named): string {
  return t("assessments.title", {
    ...partsOf(t, work),
    kind: t(`assessments.kind.${work.kind}`),
    year: String(work.year),
  });
}

/** «Русский язык, 4 класс», where kind and year are said elsewhere. */
export function workName(t: Translate, work: Named): string {
  return t("assessments.name", partsOf(t, work));
}

/** Name of a subject by its code; an unknown code stays as it is. */
export function subjectName(t: Translate, subject: string): string {
  return (subjects as readonly string[]).includes(subject) ? t(`assessments.subject.${subject}`) : subject;
}

function partsOf(t: Translate, work: Named) {
  const { season, level } = work;
  return {
    season,
    level,
    subject: subjectName(t, work.subject),
    grade: String(work.gradeTested),
    writing: String(work.gradeWriting),
  };
}
