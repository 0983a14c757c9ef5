import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { RecentImports } from "#components/results/recent-imports.tsx";
import { SchoolsWithResults } from "#components/results/schools-with-results.tsx";
import { WorksWithResults } from "#components/results/works-with-results.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { listImports } from "#lib/results/import-list-queries.ts";
import { listSchoolsWithResults, listWorksWithResults } from "#lib/results/queries.ts";
import { worksParams } from "#lib/results/schema.ts";
import { readWords } from "./read.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("results.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
/** What the page holds for this person. */
function leadOf(viewer: Viewer): string {
  if (viewer.scope.kind === "classes") return "results.leadTeacher";
  return may(viewer, "results.import") ? "results.lead" : "results.leadRead";
}

/** The viewer's unit as the analysis is asked for it. */
function unitOf({ scope }: Viewer): string | null {
  if (scope.id === null) return null;
  return `${scope.kind === "classes" ? "school" : scope.kind}-${scope.id}`;
}

export default async function ResultsPage({ searchParams }: Props) {
  const viewer = await requireViewer("/results");
  const asked = worksParams.parse(await searchParams);
  const words = await readWords();
  const { t } = words;
  const mayImport = may(viewer, "results.import");
  const works = await answered(() => listWorksWithResults(viewer));
  const years = [...new Set(works.map((row) => row.schoolYear))];
  const year = asked.year !== undefined && years.includes(asked.year) ? asked.year : years[0];
  const files = mayImport ? await answered(() => listImports(viewer, { page: 1 })) : null;
  const chosen =
    asked.work === undefined || viewer.schoolId !== null
      ? null
      : await answered(listSchoolsWithResults(viewer, asked.work, { page: asked.page }));
  return (
    <>
      <PageHeader
        t={t}
        title={t("results.title")}
        lead={t(leadOf(viewer))}
        actions={
          mayImport ? (
            <>
              <LinkButton kind="primary" href="/results/imports/new">
                {t("results.bring")}
              </LinkButton>
              <LinkButton href="/results/entry">{t("entry.open")}</LinkButton>
              <LinkButton href="/results/templates">{t("results.templates")}</LinkButton>
              <LinkButton href="/results/submissions">{t("submissions.title")}</LinkButton>
              <LinkButton href="/results/reported">{t("reported.title")}</LinkButton>
            </>
          ) : null
        }
      />
      {chosen === null ? null : (
        <Section id="schools" title={t("results.home.schoolsOf")}>
          {chosen.schools.length > 0 ? (
            <SchoolsWithResults words={words} {...chosen} />
          ) : (
            <EmptyState why={t("results.home.schoolsEmpty")} />
          )}
          <Pagination
            t={t}
            page={chosen.page}
            pages={chosen.pages}
            href={(page) => `/results?work=${chosen.work.id}&page=${page}#schools`}
          />
        </Section>
      )}
      <Section id="works" title={t("results.home.works")}>
        {years.length > 1 ? (
          <Tabs
            label={t("results.home.years")}
            tabs={years.map((one) => ({
              href: `/results?year=${one}#works`,
              label: schoolYear(one),
              current: one === year,
            }))}
          />
        ) : null}
        {year === undefined ? (
          <EmptyState why={t(mayImport ? "results.home.worksEmpty" : "results.home.worksEmptyRead")} />
        ) : (
          <WorksWithResults
            words={words}
            year={year}
            works={works.filter((row) => row.schoolYear === year)}
            schoolId={viewer.schoolId}
            unit={unitOf(viewer)}
          />
        )}
      </Section>
      {files === null ? null : <RecentImports words={words} imports={files.imports} total={files.total} />}
    </>
  );
}
