import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { cardFields } from "#components/regulations/draft-fields.ts";
import { formWords } from "#components/regulations/words.ts";
import { editRegulationAction } from "#lib/regulations/actions.ts";
import { pageWords, readRegulation, regulationCrumbs } from "../../read-regulation.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("form.edit") };
}

export default async function EditRegulationPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { regulation } = await readRegulation(slug, "/edit", "regulations.edit");
  const words = await pageWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("regulations.form.edit")}
        crumbs={regulationCrumbs(words, regulation, t("regulations.form.crumb"))}
      />
      <ActionForm
        id="edit"
        action={editRegulationAction}
        words={formWords(t, t("regulations.form.save"))}
        hidden={{ regulationId: String(regulation.id), version: String(regulation.version) }}
        fields={cardFields(t, regulation)}
        back={`/regulations/${slug}`}
      />
    </>
  );
}
