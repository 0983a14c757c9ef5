import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { draftFields, draftWords } from "#components/checks/draft-fields.ts";
import { DraftForm } from "#components/checks/draft-form.tsx";
import { KindList } from "#components/checks/kind-list.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { kinds } from "#lib/checks/templates.ts";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { requestWords } from "../../../insights/read-unit.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checks"))("draft.newTitle") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewRulePage({ searchParams }: Props) {
  const viewer = await requireViewer("/checks/rules/new");
  await answered(async () => permit(viewer, "checks.rule"));
  const kind = z
    .enum(kinds)
    .nullable()
    .catch(null)
    .parse((await searchParams).kind ?? null);
  const words = await requestWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={kind ? t(`checks.kind.${kind}`) : t("checks.draft.newTitle")}
        crumbs={[
          { href: "/checks", label: t("checks.title") },
          { href: "/checks/rules", label: t("checks.rules.title") },
          ...(kind ? [{ href: "/checks/rules/new", label: t("checks.draft.newTitle") }] : []),
          { label: kind ? t(`checks.kind.${kind}`) : t("checks.draft.newTitle") },
        ]}
        lead={t(kind ? "checks.draft.lead" : "checks.draft.chooseLead")}
      />
      {kind ? (
        <DraftForm fields={draftFields(words, kind, null)} words={draftWords(t)} />
      ) : (
        <KindList t={t} />
      )}
    </>
  );
}
