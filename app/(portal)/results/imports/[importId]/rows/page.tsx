import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { FileLinesTable } from "#components/results/file-lines.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { columnLetters } from "#lib/results/column-name.ts";
import { getFileLines } from "#lib/results/finding-queries.ts";
import { fileRowParams } from "#lib/results/schema.ts";
import { idOrNotFound, readWords } from "../../../read.ts";

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("results.lines.title") };
}

export default async function FileRowPage({ params, searchParams }: Props) {
  const id = idOrNotFound((await params).importId);
  const viewer = await requireViewer(`/results/imports/${id}`);
  const place = fileRowParams.safeParse(await searchParams);
  if (!place.success) notFound();
  const { sheet, row, col } = place.data;
  const found = await answered(() => getFileLines(viewer, id, { sheet, row }));
  const words = await readWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("results.lines.title")}
        crumbs={[
          { label: t("results.list.title"), href: "/results/imports" },
          { label: found.fileName, href: `/results/imports/${id}#findings` },
          { label: t("results.lines.title") },
        ]}
        lead={[
          t("results.lines.lead", { sheet, row }),
          ...(col === undefined ? [] : [t("results.lines.cell", { address: `${columnLetters(col)}${row}` })]),
        ].join(" ")}
      />
      {found.beyond ? <EmptyState why={t("results.lines.beyond")} /> : null}
      <FileLinesTable words={words} found={found} row={row} column={col ?? null} />
      <p>
        <a href={`/results/imports/${id}#findings`}>{t("results.lines.back")}</a>
      </p>
    </>
  );
}
