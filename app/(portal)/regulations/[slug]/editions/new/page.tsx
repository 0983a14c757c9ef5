import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { editionFields } from "#components/regulations/draft-fields.ts";
import { formWords } from "#components/regulations/words.ts";
import { addEditionAction } from "#lib/regulations/actions.ts";
import { pageWords, readRegulation, regulationCrumbs } from "../../../read-regulation.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("draft.newTitle") };
}

export default async function NewEditionPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { regulation } = await readRegulation(slug, "/editions/new", "regulations.edit");
  const words = await pageWords();
  const { t } = words;
  const before = regulation.editions.find(({ status, clauses }) => status === "adopted" && clauses > 0);
  return (
    <>
      <PageHeader
        t={t}
        title={t("regulations.draft.newTitle")}
        lead={t("regulations.draft.newLead")}
        crumbs={regulationCrumbs(words, regulation, t("regulations.draft.crumbNew"))}
      />
      <ActionForm
        id="add"
        action={addEditionAction}
        words={formWords(t, t("regulations.draft.create"))}
        hidden={{ regulationId: String(regulation.id) }}
        fields={[
          ...editionFields(t),
          ...(before
            ? [
                {
                  kind: "tick" as const,
                  name: "copyText",
                  label: t("regulations.draft.copyText"),
                  value: "on",
                },
              ]
            : []),
        ]}
        back={`/regulations/${slug}`}
      />
    </>
  );
}
