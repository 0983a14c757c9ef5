import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header.tsx";
import { PrintedTable } from "#components/reported/printed-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { reportsParams } from "#lib/reported/schema.ts";
import { listTable } from "#lib/reported/table-queries.ts";
import { readWords } from "../../read.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function read({ searchParams }: Props) {
  const { exam, year, page } = reportsParams.parse(await searchParams);
  if (exam === undefined || year === undefined) notFound();
  const words = await readWords();
  return { exam, year, page, words, title: words.t(`reported.exams.${exam}`, { year: String(year) }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).title };
}

export default async function ReportedTablePage(props: Props) {
  const { exam, year, page: wanted, words, title } = await read(props);
  const here = `/results/reported/table?exam=${exam}&year=${year}`;
  const viewer = await requireViewer(here);
  const { lines, subjects, total, page, pages } = await answered(() =>
    listTable(viewer, { exam, year, page: wanted }),
  );
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={title}
        lead={t(`reported.table.lead.${exam}`)}
        crumbs={[
          { label: t("results.title"), href: "/results" },
          { label: t("reported.title"), href: "/results/reported" },
          { label: title },
        ]}
        actions={
          exam === "ege" ? (
            <LinkButton href={`/results/reported/exam?year=${year}`}>
              {t("reported.examCompare.link")}
            </LinkButton>
          ) : exam === "objectivity" && may(viewer, "flags.read") ? (
            <a href="/flags">{t("reported.table.flags")}</a>
          ) : null
        }
      />
      {total === 0 ? (
        <EmptyState why={t("reported.work.none")} />
      ) : (
        <PrintedTable
          words={words}
          lines={lines}
          subjects={subjects}
          caption={t("reported.table.caption", { title, count: total })}
        />
      )}
      <Pagination t={t} page={page} pages={pages} href={(number) => `${here}&page=${number}`} />
    </>
  );
}
