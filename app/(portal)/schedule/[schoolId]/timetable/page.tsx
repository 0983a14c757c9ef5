import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { TimetableList } from "#components/schedule/timetable-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import { type Query, readSchool } from "../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("timetable"))("title") };
}

/** The timetables of a school's classes: which are there, since when, and how to bring the rest. */
export default async function TimetablePage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, query, t, locale } = await readSchool(params, searchParams, "/timetable");
  const facts = await answered(() => getSchoolYear(viewer, { schoolId, year }));
  const here = `/schedule/${schoolId}/timetable`;
  const saved = typeof query.saved === "string" ? query.saved : undefined;
  const imported = typeof query.imported === "string" ? Number(query.imported) : null;
  const edit = (label: string, from: string | null) =>
    `${here}/edit?${new URLSearchParams({ year: String(year), class: label, ...(from ? { from } : {}) })}`;
  return (
    <>
      <PageHeader
        t={t}
        title={t("timetable.title")}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("timetable.lead")}
        crumbs={[
          { label: t("schedule.title"), href: `/schedule/${schoolId}?year=${year}` },
          { label: t("timetable.title") },
        ]}
        actions={
          <>
            <LinkButton kind="primary" href={`${here}/import?year=${year}`}>
              {t("timetable.bring")}
            </LinkButton>
            <LinkButton href={`/api/schedule/template?kind=timetable&school=${schoolId}&year=${year}`}>
              {t("schedule.import.template")}
            </LinkButton>
          </>
        }
      />
      {saved ? (
        <Notice kind="ok" t={t} role="status" title={t("timetable.saved", { class: saved })} />
      ) : imported !== null && Number.isInteger(imported) ? (
        <Notice kind="ok" t={t} role="status" title={t("timetable.imported", { count: imported })} />
      ) : null}
      {facts.classes.length === 0 ? (
        <EmptyState why={t("timetable.noSchoolClasses")} />
      ) : (
        <TimetableList t={t} locale={locale} facts={facts} edit={edit} marked={saved} />
      )}
    </>
  );
}
