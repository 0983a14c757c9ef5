import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { FindingsList } from "#components/results/findings-list.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { listFindings } from "#lib/results/finding-queries.ts";
import { findingsParams } from "#lib/results/schema.ts";
import { idOrNotFound, readWords } from "../../../read.ts";

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("results.findings.pageTitle") };
}

export default async function FindingsPage({ params, searchParams }: Props) {
  const id = idOrNotFound((await params).importId);
  const viewer = await requireViewer(`/results/imports/${id}`);
  const { code, page } = findingsParams.parse(await searchParams);
  const found = await answered(() => listFindings(viewer, id, { code, page }));
  const words = await readWords();
  const { t } = words;
  const query = code === undefined ? "" : `code=${code}&`;
  const known = code !== undefined && t.has(`results.groups.${code}`);
  return (
    <>
      <PageHeader
        t={t}
        title={known ? t(`results.groups.${code}`) : t("results.findings.pageTitle")}
        crumbs={[
          { label: t("results.list.title"), href: "/results/imports" },
          { label: found.fileName, href: `/results/imports/${id}#findings` },
          { label: t("results.findings.pageTitle") },
        ]}
      />
      <FindingsList words={words} importId={id} found={found} />
      <Pagination
        t={t}
        page={found.page}
        pages={found.pages}
        href={(number) => `/results/imports/${id}/findings?${query}page=${number}`}
      />
    </>
  );
}
