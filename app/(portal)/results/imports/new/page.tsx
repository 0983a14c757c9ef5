import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ImportSteps } from "#components/results/import-steps.tsx";
import { KnownForms } from "#components/results/known-forms.tsx";
import { OfficerFields } from "#components/results/officer-fields.tsx";
import { UploadForm } from "#components/results/upload-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { mostFilesAtOnce, uploadParams } from "#lib/results/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("results.new.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewImportPage({ searchParams }: Props) {
  const viewer = await requireViewer("/results/imports/new");
  await answered(async () => permit(viewer, "results.import"));
  const { refused } = uploadParams.parse(await searchParams);
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("results.new.title")}
        lead={t("results.new.lead")}
        crumbs={[{ label: t("results.title"), href: "/results" }, { label: t("results.new.title") }]}
        actions={<LinkButton href="/results/entry">{t("entry.open")}</LinkButton>}
      />
      <div className="grid gap-6">
        <ImportSteps t={t} at="file" />
        {refused === undefined ? null : (
          <Notice kind="risk" t={t} role="alert" title={t("results.new.refused.title")}>
            <p>{t(`results.new.refused.${refused}`)}</p>
          </Notice>
        )}
        <UploadForm
          words={{
            field: t("results.new.field"),
            hint: t("results.new.hint", { files: mostFilesAtOnce, limit: env.UPLOAD_MAX_MB }),
            chosen: t("results.new.chosen"),
            send: t("results.new.send"),
            sending: t("results.new.sending"),
          }}
        >
          {viewer.schoolId === null ? <OfficerFields t={t} /> : null}
        </UploadForm>
      </div>
      <Section id="what" title={t("results.new.what")} lead={t("results.new.whatLead")}>
        <KnownForms t={t} />
      </Section>
      <Section id="next" title={t("results.new.next")}>
        <ol className="grid max-w-measure list-decimal gap-2 pl-6">
          {(["nextRead", "nextCheck", "nextApply"] as const).map((key) => (
            <li key={key}>{t(`results.new.${key}`)}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}
