import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { draftFields } from "#components/indicators/draft-fields.ts";
import { DraftForm } from "#components/indicators/draft-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { requireViewer } from "#lib/platform/access/session.ts";
import { pageWords, today } from "../page-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("form.newTitle") };
}

export default async function NewIndicatorPage() {
  const viewer = await requireViewer("/indicators/new");
  if (!may(viewer, "indicators.edit")) forbidden();
  const words = await pageWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("indicators.form.newTitle")}
        crumbs={[
          { href: "/indicators", label: t("indicators.crumb") },
          { label: t("indicators.form.newTitle") },
        ]}
        lead={t("indicators.form.newLead")}
      />
      <DraftForm
        target="add"
        hidden={{}}
        fields={draftFields(words, null, today(), true)}
        words={{
          save: t("indicators.form.save"),
          saving: t("indicators.form.saving"),
          cancel: t("indicators.form.cancel"),
        }}
        back="/indicators"
      />
    </>
  );
}
