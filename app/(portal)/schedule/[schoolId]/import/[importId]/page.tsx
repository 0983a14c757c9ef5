import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ImportReview } from "#components/schedule/import-review.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { getImport } from "#lib/schedule/import-queries.ts";
import { idOf, type Query, readSchool, today } from "../../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string; importId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("import.reviewTitle") };
}

/** What a file would change, row by row. */
export default async function ImportReviewPage({ params, searchParams }: Props) {
  const importId = idOf((await params).importId);
  const { viewer, schoolId, t, locale } = await readSchool(params, searchParams, `/import/${importId}`);
  const view = await answered(() => getImport(viewer, { schoolId, importId }, today()));
  const back = `/schedule/${schoolId}?year=${view.year}`;
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.import.reviewTitle")}
        facts={view.fileName}
        crumbs={[
          { label: t("schedule.title"), href: back },
          { label: t("schedule.import.title"), href: `/schedule/${schoolId}/import?year=${view.year}` },
          { label: t("schedule.import.reviewTitle") },
        ]}
      />
      {view.state === "applied" ? (
        <Notice kind="ok" t={t} title={t("schedule.done.imported", { count: view.counts.added })}>
          <p>
            <a href={back}>{t("schedule.repair.back")}</a>
          </p>
        </Notice>
      ) : (
        <ImportReview t={t} locale={locale} view={view} />
      )}
    </>
  );
}
