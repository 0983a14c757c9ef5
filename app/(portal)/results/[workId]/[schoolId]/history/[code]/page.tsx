import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { RowHistory } from "#components/submissions/row-history.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { getRowHistory } from "#lib/submissions/history-queries.ts";
import { idOrNotFound, readWords } from "../../../../read.ts";

type Props = { params: Promise<{ workId: string; schoolId: string; code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submissions"))("row.title") };
}

export default async function RowHistoryPage({ params }: Props) {
  const { workId, schoolId, code: written } = await params;
  const [work, school] = [idOrNotFound(workId), idOrNotFound(schoolId)];
  const code = decoded(written);
  const rows = `/results/${work}/${school}`;
  const viewer = await requireViewer(`${rows}/history/${encodeURIComponent(code)}`);
  const view = await answered(() => getRowHistory(viewer, work, school, code));
  const words = await readWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("submissions.row.heading", { code: view.code })}
        crumbs={[
          { label: t("results.title"), href: "/results" },
          { label: t("results.rows.title"), href: rows },
          { label: t("submissions.row.title") },
        ]}
        facts={`${view.school.name} · ${workTitle(t, view.work)}`}
        lead={t("submissions.row.lead")}
      />
      {view.present ? null : <p>{t("submissions.row.gone")}</p>}
      {view.steps.length === 0 ? (
        <EmptyState why={t("submissions.row.none")} />
      ) : (
        <RowHistory words={words} view={view} />
      )}
    </>
  );
}

/** A part of an address that no browser wrote is a page that does not exist. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return notFound();
  }
}
