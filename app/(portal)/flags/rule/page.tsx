import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleForm } from "#components/flags/rule-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getRuleToChange } from "#lib/flags/rule-queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flags"))("rule.change") };
}

export default async function RulePage() {
  const viewer = await requireViewer("/flags/rule");
  const rules = await answered(() => getRuleToChange(viewer));
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("flags.rule.change")}
        crumbs={[{ href: "/flags", label: t("flags.title") }, { label: t("flags.rule.change") }]}
        lead={t("flags.form.lead")}
      />
      <Notice kind="info" t={t} title={t("flags.form.past")} />
      {rules.map(({ region, version }) => (
        <RuleForm
          key={region.id}
          regionId={region.id}
          version={version}
          words={{
            legend: t("flags.form.legend", { region: region.name, version: version.rule.version }),
            threshold: t("flags.form.threshold"),
            minimum: t("flags.form.minimum"),
            combine: t("flags.form.combine"),
            or: t("flags.rule.combineValue.OR"),
            and: t("flags.rule.combineValue.AND"),
            reason: t("flags.form.reason"),
            reasonHint: t("flags.form.reasonHint"),
            save: t("flags.form.save"),
            saving: t("flags.form.saving"),
          }}
        />
      ))}
    </>
  );
}
