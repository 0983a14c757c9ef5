import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkFilters } from "#components/assessments/work-filters.tsx";
import { WorksTable } from "#components/assessments/works-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { listWorks, listYears } from "#lib/assessments/queries.ts";
import { workFilterSchema } from "#lib/assessments/schema.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("assessments.list.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WorksPage({ searchParams }: Props) {
  const viewer = await requireViewer("/assessments");
  const asked = workFilterSchema.parse(await searchParams);
  const years = await answered(listYears(viewer));
  const chosen = { ...asked, year: asked.year ?? years[0] };
  const works = await answered(
    listWorks(viewer, {
      year: chosen.year === "all" ? undefined : chosen.year,
      subject: chosen.subject,
      gradeTested: chosen.grade,
      kind: chosen.kind,
    }),
  );
  const t = await getTranslations();
  const mayEdit = may(viewer, "assessments.edit");
  return (
    <>
      <PageHeader
        t={t}
        title={t("assessments.list.title")}
        lead={t("assessments.list.lead")}
        actions={
          mayEdit ? (
            <>
              <LinkButton kind="primary" href="/assessments/new">
                {t("assessments.list.add")}
              </LinkButton>
              <LinkButton href="/assessments/import">{t("assessments.list.import")}</LinkButton>
            </>
          ) : null
        }
      />
      {asked.added !== undefined ? (
        <Notice
          kind="ok"
          t={t}
          role="status"
          title={t("assessments.import.applied", { added: asked.added, changed: asked.changed ?? 0 })}
        />
      ) : null}
      {years.length === 0 ? (
        <EmptyState why={t(mayEdit ? "assessments.list.none" : "assessments.list.noneRead")} />
      ) : (
        <WorkFilters t={t} years={years} chosen={chosen} />
      )}
      {[...Map.groupBy(works, (work) => work.year)].map(([year, ofYear]) => (
        <WorksTable key={year} t={t} year={year} works={ofYear} />
      ))}
      {years.length > 0 && works.length === 0 ? (
        <EmptyState
          why={t("assessments.list.nothingFound")}
          action={<a href="/assessments?year=all">{t("assessments.list.clear")}</a>}
        />
      ) : null}
    </>
  );
}
