import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formWords } from "#components/assessments/form-words.ts";
import { ImportForm } from "#components/assessments/import-form.tsx";
import { importFields, importWords } from "#components/assessments/import-words.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { applyWorksAction, reviewWorksAction } from "#lib/assessments/actions.ts";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("assessments.import.title") };
}

export default async function ImportWorksPage() {
  const viewer = await requireViewer("/assessments/import");
  await answered(async () => permit(viewer, "assessments.edit"));
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("assessments.import.title")}
        lead={t("assessments.import.lead")}
        crumbs={[
          { label: t("assessments.work.crumb"), href: "/assessments" },
          { label: t("assessments.import.crumb") },
        ]}
      />
      <ImportForm
        review={reviewWorksAction}
        apply={applyWorksAction}
        fields={importFields(t)}
        words={{ ...importWords(t), apply: formWords(t, t("assessments.import.apply")) }}
      />
      <Fold summary={t("assessments.import.columns")}>
        <p className="max-w-measure">{t("assessments.import.columnsText")}</p>
      </Fold>
    </>
  );
}
