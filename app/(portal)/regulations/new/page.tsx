import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { cardFields } from "#components/regulations/draft-fields.ts";
import { formWords } from "#components/regulations/words.ts";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { addRegulationAction } from "#lib/regulations/actions.ts";
import { writableLevels } from "#lib/regulations/ownership.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("form.add") };
}

export default async function NewRegulationPage() {
  const viewer = await requireViewer("/regulations/new");
  await answered(async () => permit(viewer, "regulations.edit"));
  const levels = writableLevels(viewer);
  if (levels.length === 0) forbidden();
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("regulations.form.add")}
        lead={t("regulations.form.addLead")}
        crumbs={[
          { label: t("regulations.title"), href: "/regulations" },
          { label: t("regulations.form.add") },
        ]}
      />
      <ActionForm
        id="add"
        action={addRegulationAction}
        words={formWords(t, t("regulations.form.create"))}
        fields={cardFields(t, { public: false }, levels)}
        back="/regulations"
      />
    </>
  );
}
