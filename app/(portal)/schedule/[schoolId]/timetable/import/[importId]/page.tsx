import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { TimetableReview } from "#components/schedule/timetable-review.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { getTimetableImport } from "#lib/schedule/timetable/queries.ts";
import { idOf, type Query, readSchool } from "../../../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string; importId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("import.reviewTitle") };
}

/** What a file of timetables would change, class by class. */
export default async function TimetableReviewPage({ params, searchParams }: Props) {
  const importId = idOf((await params).importId);
  const { viewer, schoolId, t, locale } = await readSchool(
    params,
    searchParams,
    `/timetable/import/${importId}`,
  );
  const view = await answered(() => getTimetableImport(viewer, { schoolId, importId }));
  const back = `/schedule/${schoolId}/timetable?year=${view.year}`;
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.import.reviewTitle")}
        facts={t("schedule.of", { school: view.facts.school.name, year: schoolYear(view.year) })}
        crumbs={[
          { label: t("schedule.title"), href: `/schedule/${schoolId}?year=${view.year}` },
          { label: t("timetable.title"), href: back },
          { label: t("schedule.import.reviewTitle") },
        ]}
      />
      {view.state === "review" ? (
        <TimetableReview t={t} locale={locale} view={view} />
      ) : (
        <Notice kind="ok" t={t} title={t("timetable.applied")}>
          <a href={back}>{t("timetable.title")}</a>
        </Notice>
      )}
    </>
  );
}
