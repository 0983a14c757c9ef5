import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CodeSheet } from "#components/entry/code-sheet.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { getCodeSheet } from "#lib/entry/queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { type EntryParams, readPlace } from "../../../../entry-place.ts";

export async function generateMetadata({ params }: EntryParams): Promise<Metadata> {
  const t = await getTranslations();
  const { key } = await readPlace({ params });
  return { title: t("entry.print.title", { label: key.classLabel }) };
}

/** Codes with room for names that are filled in by hand and never leave the school. */
export default async function CodesPage({ params }: EntryParams) {
  const { key, here } = await readPlace({ params });
  const viewer = await requireViewer(`${here}/codes`);
  const sheet = await answered(() => getCodeSheet(viewer, key));
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("entry.print.title", { label: key.classLabel })}
        lead={t("entry.print.lead")}
        facts={<span className="print:hidden">{t("entry.print.how")}</span>}
        actions={<LinkButton href={here}>{t("entry.print.back")}</LinkButton>}
      />
      {sheet.codes.length === 0 ? (
        <EmptyState why={t("entry.print.empty")} />
      ) : (
        <CodeSheet t={t} sheet={sheet} title={workTitle(t, sheet.work)} label={key.classLabel} />
      )}
    </>
  );
}
