import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ExamComparisonTable } from "#components/reported/exam-comparison-table.tsx";
import { examSubjectName } from "#components/reported/printed-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { comparisonHref } from "#lib/reported/exam-comparison.ts";
import { getExamComparison } from "#lib/reported/exam-comparison-queries.ts";
import { reportsParams } from "#lib/reported/schema.ts";
import { readWords } from "../../read.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { year } = reportsParams.parse(await searchParams);
  const { t } = await readWords();
  return { title: t("reported.examCompare.pageTitle", { year: String(year ?? "") }) };
}

export default async function ExamComparisonPage({ searchParams }: Props) {
  const { year, subject = null, page: wanted } = reportsParams.parse(await searchParams);
  const viewer = await requireViewer("/results/reported/exam");
  if (year === undefined) notFound();
  const view = await answered(() => getExamComparison(viewer, { year, subject, page: wanted }));
  const words = await readWords();
  const { t } = words;
  const href = (one: string) => comparisonHref({ year, subject: one });
  const title =
    view.subject === ""
      ? t("reported.examCompare.pageTitle", { year: String(year) })
      : t("reported.examCompare.title", {
          subject: examSubjectName(words, view.subject),
          year: String(year),
        });
  const table = {
    label: t("reported.exams.ege", { year: String(year) }),
    href: `/results/reported/table?exam=ege&year=${year}`,
  };
  return (
    <>
      <PageHeader
        t={t}
        title={title}
        lead={t("reported.examCompare.lead")}
        crumbs={[{ label: t("reported.title"), href: "/results/reported" }, table, { label: title }]}
        actions={
          view.examId === null ? null : (
            <LinkButton kind="quiet" href={`/exams?year=${year}`}>
              {t("reported.examCompare.exam")}
            </LinkButton>
          )
        }
      />
      {view.total === 0 ? (
        <EmptyState why={t("reported.examCompare.none")} />
      ) : (
        <>
          <Tabs
            label={t("reported.examCompare.subjects")}
            tabs={view.subjects.map((one) => ({
              ...{ href: href(one), label: examSubjectName(words, one), current: one === view.subject },
            }))}
          />
          <p className="max-w-measure">
            {view.examId === null
              ? t("reported.examCompare.noExam")
              : t("reported.examCompare.counts", { differing: view.differing, total: view.total })}
          </p>
          <ExamComparisonTable
            words={words}
            units={view.units}
            caption={t("reported.examCompare.caption", { title, count: view.total })}
          />
          <Pagination
            t={t}
            page={view.page}
            pages={view.pages}
            href={(number) => `${href(view.subject)}&page=${number}`}
          />
          <p className="max-w-measure text-ink-2">{t("reported.examCompare.scale")}</p>
        </>
      )}
    </>
  );
}
