import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { formWords } from "#components/assessments/form-words.ts";
import { contentFields, identityFields } from "#components/assessments/work-fields.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { addWorkAction } from "#lib/assessments/actions.ts";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("assessments.form.addTitle") };
}

export default async function NewWorkPage() {
  const viewer = await requireViewer("/assessments/new");
  await answered(async () => permit(viewer, "assessments.edit"));
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("assessments.form.addTitle")}
        lead={t("assessments.form.addLead")}
        crumbs={[
          { label: t("assessments.work.crumb"), href: "/assessments" },
          { label: t("assessments.form.addTitle") },
        ]}
      />
      <ActionForm
        id="add"
        action={addWorkAction}
        words={formWords(t, t("assessments.form.add"))}
        fields={[...identityFields(t, currentInstant().getUTCFullYear()), ...contentFields(t, null)]}
        back="/assessments"
      />
    </>
  );
}
