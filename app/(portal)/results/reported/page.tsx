import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ComparedUnits } from "#components/reported/compared-units.tsx";
import { ReportedList } from "#components/reported/reported-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { listComparedUnits } from "#lib/reported/comparison-queries.ts";
import { listReported } from "#lib/reported/queries.ts";
import { reportsParams } from "#lib/reported/schema.ts";
import { readWords } from "../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("reported.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReportedPage({ searchParams }: Props) {
  const viewer = await requireViewer("/results/reported");
  const { work: workId } = reportsParams.parse(await searchParams);
  const words = await readWords();
  const { t } = words;
  const results = { label: t("results.title"), href: "/results" };
  if (workId !== undefined) {
    const { work, units } = await answered(() => listComparedUnits(viewer, workId));
    return (
      <>
        <PageHeader
          t={t}
          title={`${t("reported.work.title")} ${workTitle(t, work)}`}
          lead={t("reported.work.lead")}
          crumbs={[
            results,
            { label: t("reported.title"), href: "/results/reported" },
            { label: workTitle(t, work) },
          ]}
        />
        <ComparedUnits words={words} work={work} units={units} />
      </>
    );
  }
  const subjects = await answered(() => listReported(viewer));
  const brings = may(viewer, "results.import");
  const actions = brings ? (
    <>
      <LinkButton href="/results/imports/new">{t("reported.bring")}</LinkButton>
      <LinkButton kind="quiet" href="/results/reported/names">
        {t("reported.namesLink")}
      </LinkButton>
    </>
  ) : null;
  return (
    <>
      <PageHeader
        t={t}
        title={t("reported.title")}
        lead={t("reported.lead")}
        crumbs={[results, { label: t("reported.title") }]}
        actions={actions}
      />
      {subjects.length === 0 ? (
        <EmptyState why={t("reported.empty")} />
      ) : (
        <ReportedList words={words} subjects={subjects} />
      )}
    </>
  );
}
