import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AreaFilters } from "#components/schedule/area-filters.tsx";
import { AnnouncedTable, AreaWorksTable, SchoolsTable } from "#components/schedule/area-tables.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { getAreaSchedule } from "#lib/schedule/area-queries.ts";
import { areaFilterSchema } from "#lib/schedule/schema.ts";
import { toLocale } from "#messages/load.ts";
import { type Query, yearOf } from "./read-schedule.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("title") };
}

/** Schedules of an area; who works in a school is led to its own. */
export default async function SchedulePage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/schedule");
  const query = await searchParams;
  const year = yearOf(query);
  if (viewer.schoolId !== null) redirect(`/schedule/${viewer.schoolId}?year=${year}`);
  const filter = areaFilterSchema.parse(query);
  const area = await answered(() => getAreaSchedule(viewer, filter, year));
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.title")}
        lead={t("schedule.area.lead")}
        facts={t("schedule.year", { year: schoolYear(year) })}
        actions={
          <>
            {area.may.announce ? (
              <LinkButton kind="primary" href={`/schedule/announce?year=${year}`}>
                {t("schedule.announce.open")}
              </LinkButton>
            ) : null}
            {area.may.announce ? <LinkButton href="/schedule/owed">{t("owed.open")}</LinkButton> : null}
            <LinkButton kind="quiet" href={`/schedule/cycle?year=${year}`}>
              {t("cycle.open")}
            </LinkButton>
          </>
        }
      />
      <AreaFilters
        t={t}
        filter={filter}
        year={year}
        municipalities={area.municipalities}
        schools={area.schools}
      />
      <Section id="announced" title={t("schedule.area.announced")} lead={t("schedule.area.announcedLead")}>
        {area.announced.length > 0 ? (
          <AnnouncedTable t={t} locale={locale} works={area.announced} />
        ) : (
          <EmptyState why={t("schedule.area.noAnnounced")} />
        )}
      </Section>
      <Section id="works" title={t("schedule.area.works")} lead={t("schedule.area.worksLead")}>
        {area.works.length > 0 ? (
          <AreaWorksTable t={t} locale={locale} works={area.works} year={year} />
        ) : (
          <EmptyState why={t("schedule.area.noWorks")} />
        )}
        {area.cut ? <Notice kind="info" t={t} title={t("schedule.area.cut")} /> : null}
      </Section>
      <Section id="schools" title={t("schedule.area.schools")} lead={t("schedule.area.schoolsLead")}>
        <SchoolsTable t={t} locale={locale} schools={area.schools} year={year} />
      </Section>
    </>
  );
}
