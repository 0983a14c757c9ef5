import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { readerOf } from "#components/public/reader.ts";
import { ReportDocument } from "#components/public/report-document.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { env } from "#lib/platform/env.ts";
import { reportView } from "#lib/reports/report-view.ts";
import { toLocale } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { readDraft } from "../../read-draft.ts";

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await readDraft((await params).reportId, "/preview");
  const t = await getTranslations();
  return { title: `${t("reports.preview.title")}: ${draft.title}` };
}

/** The page that publishing would make public, drawn by the same component from the same data. */
export default async function PreviewPage({ params }: Props) {
  const { draft } = await readDraft((await params).reportId, "/preview");
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const reader = readerOf({ t: rootTranslator(locale), locale, timeZone: env.TIME_ZONE });
  const view = reportView(reader, draft.preview);
  const edition = (draft.editions[0]?.edition ?? 0) + 1;
  const back = `/reports/drafts/${draft.id}`;
  return (
    <>
      <Notice kind="info" t={t} title={t("reports.preview.title")}>
        <p>{t("reports.preview.note", { edition })}</p>
        <p>
          <LinkButton href={back}>{t("reports.preview.back")}</LinkButton>
        </p>
      </Notice>
      <div className="public stack">
        <PageHeader t={t} title={view.title} facts={view.year} lead={<p>{view.unit}</p>} />
        <ReportDocument
          reader={reader}
          view={view}
          made={{ address: null, fullAddress: null, edition, day: null, fingerprint: null, editions: [] }}
        />
      </div>
    </>
  );
}
