import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import { weekday } from "#lib/schedule/view.ts";
import type { Locale } from "#messages/load.ts";

/** «15.10.2026, чт» */
export function dayWords(t: Translate, locale: Locale, on: string): string {
  const short = t(`schedule.weekday.short.${weekday(on as `${number}-${number}-${number}`)}`);
  return `${formatDay(on, { locale })}, ${short}`;
}

/** The subject of a work; a drawn one that is not known yet is named by what it may turn out to be. */
export function subjectWords(t: Translate, work: { subject: string; options: readonly string[] }): string {
  if (work.subject !== "" || work.options.length === 0) return t(subjectKey(work.subject));
  const names = work.options.map((code) => t(subjectKey(code)));
  return t("schedule.drawnFrom", {
    first: names.slice(0, -1).join(", "),
    last: names.at(-1) ?? "",
  });
}

/** «ВПР», or the title where the kind says no more than it. */
export function workWords(t: Translate, work: { kind: string; title: string }): string {
  const kind = t(`loadRules.kind.${work.kind}`);
  return work.title.toLowerCase().includes(kind.toLowerCase()) || work.kind === "other"
    ? work.title
    : t("schedule.work", { kind, title: work.title });
}

/** «3-й урок», or that only the day is named. */
export function lessonWords(t: Translate, lesson: number | null): string {
  return lesson === null ? t("schedule.noLesson") : t("schedule.lesson", { lesson });
}
