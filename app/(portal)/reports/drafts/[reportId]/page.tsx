import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { DeleteForm } from "#components/reports/delete-form.tsx";
import { DoneNotice } from "#components/reports/done-notice.tsx";
import { DraftSection } from "#components/reports/draft-section.tsx";
import { EditionsSection } from "#components/reports/editions-section.tsx";
import { PublishSection } from "#components/reports/publish-section.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { env } from "#lib/platform/env.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { toLocale } from "#messages/load.ts";
import { readDraft } from "../read-draft.ts";

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<{ published?: unknown; withdrawn?: unknown }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readDraft((await params).reportId, "")).draft.title };
}

export default async function DraftPage({ params, searchParams }: Props) {
  const { viewer, draft } = await readDraft((await params).reportId, "");
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const mayPublish = may(viewer, "reports.publish");
  const mayDraft = may(viewer, "reports.draft");
  const next = (draft.editions[0]?.edition ?? 0) + 1;
  return (
    <>
      <PageHeader
        t={t}
        title={draft.title}
        crumbs={[{ label: t("reports.draft.crumb"), href: "/reports/drafts" }, { label: draft.title }]}
        facts={t("reports.draft.facts", { unit: draft.unit.name, year: String(draft.year) })}
      />
      <DoneNotice t={t} draft={draft} asked={await searchParams} />
      <DraftSection t={t} draft={draft} mayDraft={mayDraft} />
      <PublishSection
        t={t}
        draft={draft}
        mayPublish={mayPublish}
        address={`${env.PORTAL_URL}/reports/${draft.slug}/${next}`}
      />
      <EditionsSection
        t={t}
        draft={draft}
        mayWithdraw={mayPublish}
        at={(instant) => formatInstant(new Date(instant), { locale, timeZone: env.TIME_ZONE })}
        origin={env.PORTAL_URL}
      />
      {mayDraft && draft.editions.length === 0 ? (
        <Section id="delete" title={t("reports.draft.deleteFold")}>
          <DeleteForm
            reportId={draft.id}
            version={draft.version}
            words={{
              text: t("reports.draft.deleteText"),
              submit: t("reports.draft.delete", { title: draft.title }),
            }}
          />
        </Section>
      ) : null}
    </>
  );
}
