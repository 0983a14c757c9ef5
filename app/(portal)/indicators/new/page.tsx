import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { draftFields } from "#components/indicators/draft-fields.ts";
import { DraftForm } from "#components/indicators/draft-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { requireViewer } from "#lib/platform/access/session.ts";
import { formulaParams } from "../formula/read.ts";
import { pageWords, today } from "../page-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("form.newTitle") };
}

/** The editor of formulas sends what was tried there; anything else in the address is not taken. */
const triedFormula = formulaParams.pick({
  numerator: true,
  denominator: true,
  condition: true,
  unit: true,
  aggregation: true,
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewIndicatorPage({ searchParams }: Props) {
  const asked = await searchParams;
  const tried = asked.numerator === undefined ? null : triedFormula.parse(asked);
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
        fields={draftFields(words, tried, today(), true)}
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
