import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { NameDecisions } from "#components/reported/name-decisions.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { decideNameAction } from "#lib/reported/actions.ts";
import { listPrintedNames } from "#lib/reported/name-queries.ts";
import { reportsParams } from "#lib/reported/schema.ts";
import { readWords } from "../../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("reported.names.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NamesPage({ searchParams }: Props) {
  const viewer = await requireViewer("/results/reported/names");
  const asked = reportsParams.parse(await searchParams);
  const { names, schools, waiting, total, page, pages } = await answered(() =>
    listPrintedNames(viewer, asked),
  );
  const words = await readWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("reported.names.title")}
        lead={t("reported.names.lead")}
        facts={total > 0 ? t("reported.names.waiting", { count: waiting }) : null}
        crumbs={[
          { label: t("results.title"), href: "/results" },
          { label: t("reported.title"), href: "/results/reported" },
          { label: t("reported.names.title") },
        ]}
      />
      {total === 0 ? (
        <EmptyState why={t("reported.names.empty")} />
      ) : (
        <NameDecisions words={words} names={names} schools={schools} action={decideNameAction} />
      )}
      <Pagination
        t={t}
        page={page}
        pages={pages}
        href={(number) => `/results/reported/names?page=${number}`}
      />
    </>
  );
}
