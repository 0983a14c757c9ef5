import { PageHeader } from "#components/layout/page-header.tsx";
import type { Reader } from "#components/public/reader.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/input.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { formatInstantDay, schoolYear } from "#lib/platform/format/day.ts";
import type { PublishedSchool } from "#lib/schedule/public-queries.ts";

interface Props {
  reader: Reader;
  schools: readonly PublishedSchool[];
  search: string;
}

/** Which schools have published, with a field to find one's own. */
export function CalendarIndex({ reader, schools, search }: Props) {
  const { t, locale, timeZone, link } = reader;
  const columns: Column<PublishedSchool>[] = [
    {
      key: "school",
      head: t("schedule.area.school"),
      cell: ({ slug, name }) => <a href={link(`/calendar/${slug}`)}>{name}</a>,
    },
    {
      key: "municipality",
      head: t("schedule.filter.municipality"),
      cell: ({ municipality }) => municipality,
    },
    { key: "year", head: t("schedule.filter.year"), cell: ({ year }) => schoolYear(year) },
    {
      key: "edition",
      head: t("schedule.area.edition"),
      cell: ({ number, publishedAt }) =>
        t("schedule.edition.short", { number, on: formatInstantDay(publishedAt, { locale, timeZone }) }),
    },
  ];
  return (
    <>
      <PageHeader t={t} title={t("schedule.public.title")} lead={t("schedule.public.lead")} />
      <search>
        <form action="/calendar" className="flex flex-wrap items-end gap-3">
          {locale === "ru" ? null : <input type="hidden" name="lang" value={locale} />}
          <Input
            id="search"
            name="search"
            type="search"
            label={t("schedule.public.search")}
            defaultValue={search}
            autoComplete="off"
          />
          <Button type="submit" kind="primary">
            {t("public.search.find")}
          </Button>
        </form>
      </search>
      {schools.length > 0 ? (
        <Table
          id="schools"
          t={t}
          caption={t("schedule.public.count", { count: schools.length })}
          columns={columns}
          rows={schools}
          rowKey={({ slug }) => slug}
        />
      ) : (
        <EmptyState why={t(search ? "schedule.public.notFound" : "schedule.public.none")} />
      )}
    </>
  );
}
