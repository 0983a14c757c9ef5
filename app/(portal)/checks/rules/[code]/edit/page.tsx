import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DropForm } from "#components/checks/decide-form.tsx";
import { draftFields, draftWords } from "#components/checks/draft-fields.ts";
import { DraftForm } from "#components/checks/draft-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ruleTitle } from "#lib/checks/view.ts";
import { requestWords } from "../../../../insights/read-unit.ts";
import { readRule } from "../../read-rule.ts";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checks"))("draft.editTitle") };
}

export default async function EditRulePage({ params }: Props) {
  const { code, versions, draft, mine } = await readRule((await params).code, "/edit");
  if (!mine) notFound();
  const words = await requestWords();
  const { t } = words;
  const [newest] = versions;
  const content = (draft ?? newest)!.content;
  const title = ruleTitle(t, { code, ...content });
  return (
    <>
      <PageHeader
        t={t}
        title={t("checks.draft.editTitle")}
        crumbs={[
          { href: "/checks/rules", label: t("checks.rules.title") },
          { href: `/checks/rules/${code}`, label: title },
          { label: t("checks.draft.editTitle") },
        ]}
        facts={t(`checks.kind.${content.kind}`)}
        lead={t("checks.draft.lead")}
      />
      <DraftForm
        words={draftWords(t)}
        fields={draftFields(words, content.kind, {
          ...{ code, content, basedOn: newest?.version ?? 0, draftVersion: draft?.version ?? 0 },
        })}
      />
      {draft ? <DropForm code={code} label={t("checks.draft.drop")} /> : null}
    </>
  );
}
