import type { ClauseLinkGroup } from "#components/regulations/clause-links.tsx";
import { dayWords, subjectWords } from "#components/schedule/work-words.ts";
import type { Translate } from "#components/ui/translate.ts";
import { listClauseIndicators } from "#lib/indicators/link-queries.ts";
import { may } from "#lib/platform/access/permissions.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import type { ClausePlace } from "#lib/regulations/clause-queries.ts";
import { listLinkedItems } from "#lib/schedule/cycle/link-queries.ts";
import { itemWords } from "#lib/schedule/cycle/words.ts";
import { listLinkedWorks } from "#lib/schedule/link-queries.ts";

interface Asked {
  viewer: Viewer;
  place: ClausePlace;
  t: Translate;
  locale: "ru" | "uk";
  today: string;
}

/**
 * Everything that stands on a clause. The one place where the features above regulations (indicators, the schedule, acts)
 * add their rows: each a query by the pair of regulation and clause key, each a group of its own.
 */
export async function linksOfClause(asked: Asked): Promise<ClauseLinkGroup[]> {
  return [await indicatorsOf(asked), await worksOf(asked), await linesOf(asked)];
}

async function indicatorsOf({ viewer, place, t, locale, today }: Asked): Promise<ClauseLinkGroup> {
  const found = may(viewer, "indicators.read")
    ? await listClauseIndicators(viewer, place.regulationId, today, place.clauseKey)
    : [];
  return {
    key: "indicators",
    title: t("regulations.clause.indicators"),
    links: found.map(({ code, name, nameUk, href }) => ({
      key: href,
      href,
      label: `${code} ${locale === "uk" && nameUk !== "" ? nameUk : name}`,
    })),
  };
}

/** Works of the schedule: what offices have announced, and what schools have placed, as far as the viewer sees them. */
async function worksOf({ viewer, place, t, locale }: Asked): Promise<ClauseLinkGroup> {
  const works = may(viewer, "schedule.read") ? await listLinkedWorks(viewer, place) : [];
  return {
    key: "works",
    title: t("schedule.linked.title"),
    links: works.map(({ id, schoolId, school, year, title, grade, subject, from }) => ({
      key: `${schoolId ?? "office"}-${id}`,
      href: schoolId === null ? `/schedule?year=${year}` : `/schedule/${schoolId}?year=${year}#s${id}`,
      label: t("schedule.linked.work", {
        day: dayWords(t, locale, from),
        title,
        grade,
        subject: subjectWords(t, { subject, options: [] }),
        school: school ?? t("schedule.linked.office"),
      }),
    })),
  };
}

/** Lines of the cycles of the schools that the viewer sees. */
async function linesOf({ viewer, place, t, locale }: Asked): Promise<ClauseLinkGroup> {
  const lines = may(viewer, "schedule.read") ? await listLinkedItems(viewer, place) : [];
  return {
    key: "lines",
    title: t("cycle.linked.title"),
    links: lines.map((line) => ({
      key: String(line.id),
      href: `/schedule/cycle/${line.id}`,
      label: itemWords(t, line).title,
      note: t("cycle.linked.note", { day: dayWords(t, locale, line.dueOn), school: line.school }),
    })),
  };
}
