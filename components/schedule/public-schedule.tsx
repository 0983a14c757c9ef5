import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Reader } from "#components/public/reader.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PrintHeader } from "#components/ui/print-header.tsx";
import { formatInstantDay, schoolYear } from "#lib/platform/format/day.ts";
import type { PublishedSchedule } from "#lib/schedule/public-queries.ts";
import type { ScheduleFilter } from "#lib/schedule/schema.ts";
import { filterRows } from "#lib/schedule/view.ts";
import { FeedLinks } from "./feed-links.tsx";
import { LoadTable } from "./load-table.tsx";
import { PublicFilters } from "./public-filters.tsx";
import { PublicList } from "./public-list.tsx";

interface Props {
  reader: Reader;
  school: { name: string; slug: string };
  published: PublishedSchedule | null;
  filter: ScheduleFilter;
  years: readonly number[];
}

/** A school's published schedule for families: by date, then how much time the works take, then where it can be followed. */
export function PublicSchedule({ reader, school, published, filter, years }: Props) {
  const { t, locale, timeZone, link } = reader;
  const crumbs = [{ label: t("schedule.public.title"), href: link("/calendar") }, { label: school.name }];
  const title = t("schedule.public.of", { school: school.name });
  if (published === null)
    return (
      <>
        <PageHeader t={t} title={title} crumbs={crumbs} />
        <EmptyState
          why={t(filter.year ? "schedule.public.noneOfYear" : "schedule.public.noneOfSchool")}
          action={
            years.length > 0 ? (
              <a href={link(`/calendar/${school.slug}`)}>{t("schedule.public.newest")}</a>
            ) : null
          }
        />
      </>
    );
  const { content, number, publishedAt, reason } = published;
  const rows = filterRows(content.works, filter);
  const edition = t("schedule.edition.line", {
    number,
    on: formatInstantDay(publishedAt, { locale, timeZone, style: "full" }),
  });
  const grade = filter.grade ?? (filter.class ? Number.parseInt(filter.class, 10) : null);
  const loads = content.loads.filter((load) => grade === null || load.grade === grade);
  return (
    <>
      <PrintHeader lines={[school.name, t("schedule.print", { year: schoolYear(content.year) }), edition]} />
      <PageHeader
        t={t}
        title={title}
        crumbs={crumbs}
        facts={t("schedule.public.facts", { year: schoolYear(content.year), edition })}
        lead={t("schedule.public.schoolLead")}
      />
      {reason ? <p className="max-w-measure">{t("schedule.edition.reason", { reason })}</p> : null}
      <PublicFilters reader={reader} slug={school.slug} content={content} filter={filter} years={years} />
      {rows.length > 0 ? (
        <PublicList t={t} locale={locale} rows={rows} />
      ) : (
        <EmptyState why={t(content.works.length === 0 ? "schedule.empty" : "schedule.nothingFound")} />
      )}
      <Section id="load" title={t("schedule.public.load")} lead={t("schedule.public.loadLead")}>
        <LoadTable
          t={t}
          locale={locale}
          loads={loads}
          lessonMinutes={content.lessonMinutes}
          limit={content.yearSharePercent}
        />
      </Section>
      <Section id="rules" title={t("schedule.public.rules")}>
        <ul className="grid max-w-measure list-disc gap-1 pl-5">
          {(["often", "share", "oneADay", "edgeLessons"] as const).map((clause) => (
            <li key={clause}>{t(`loadRules.clause.${clause}`)}.</li>
          ))}
        </ul>
        <p className="text-small text-ink-2">{t("loadRules.document.letter")}</p>
      </Section>
      <Section id="follow" title={t("schedule.public.follow")}>
        <FeedLinks t={t} slug={school.slug} classes={content.classes} />
      </Section>
    </>
  );
}
