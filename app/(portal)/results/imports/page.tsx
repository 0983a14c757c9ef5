import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { DropView } from "#components/results/drop-view.tsx";
import { ImportsTable } from "#components/results/imports-table.tsx";
import { Waiting } from "#components/results/waiting.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { applyReadyDropAction } from "#lib/reported/actions.ts";
import { listDrop, listImports } from "#lib/results/import-list-queries.ts";
import { dropSchema, pageParams } from "#lib/results/schema.ts";
import { readWords } from "../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("results.list.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportsPage({ searchParams }: Props) {
  const viewer = await requireViewer("/results/imports");
  const asked = await searchParams;
  const drop = dropSchema.safeParse(asked);
  const words = await readWords();
  const { t } = words;
  const bring = (
    <LinkButton key="bring" href="/results/imports/new">
      {t("results.bring")}
    </LinkButton>
  );
  if (drop.success) {
    const found = await answered(() => listDrop(viewer, drop.data));
    return (
      <>
        <PageHeader
          t={t}
          title={t("results.drop.title")}
          crumbs={[
            { label: t("results.title"), href: "/results" },
            { label: t("results.list.title"), href: "/results/imports" },
            { label: t("results.drop.title") },
          ]}
          actions={bring}
        />
        <DropView words={words} drop={drop.data} found={found} apply={applyReadyDropAction} />
      </>
    );
  }
  const { imports, total, page, pages } = await answered(() => listImports(viewer, pageParams.parse(asked)));
  const waiting = imports.filter(({ state }) => state === "waiting").length;
  return (
    <>
      <PageHeader
        t={t}
        title={t("results.list.title")}
        lead={t("results.list.lead")}
        crumbs={[{ label: t("results.title"), href: "/results" }, { label: t("results.list.title") }]}
        actions={bring}
      />
      {waiting > 0 ? <Waiting words={t("results.drop.reading", { count: waiting })} /> : null}
      {total === 0 ? (
        <EmptyState why={t("results.list.empty")} />
      ) : (
        <ImportsTable
          words={words}
          id="imports"
          caption={t(pages > 1 ? "results.list.captionPage" : "results.list.caption", {
            count: total,
            page,
            pages,
          })}
          imports={imports}
        />
      )}
      <Pagination t={t} page={page} pages={pages} href={(number) => `/results/imports?page=${number}`} />
    </>
  );
}
