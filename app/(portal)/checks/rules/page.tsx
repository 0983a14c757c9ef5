import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleTable } from "#components/checks/rule-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listRules } from "#lib/checks/rule-queries.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { requestWords } from "../../insights/read-unit.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checks"))("rules.title") };
}

export default async function RulesPage() {
  const viewer = await requireViewer("/checks/rules");
  const rules = await answered(() => listRules(viewer));
  const { t, locale } = await requestWords();
  return (
    <>
      <PageHeader
        t={t}
        title={t("checks.rules.title")}
        crumbs={[{ href: "/checks", label: t("checks.title") }, { label: t("checks.rules.title") }]}
        lead={t("checks.rules.lead")}
        actions={
          may(viewer, "checks.rule") ? (
            <LinkButton kind="primary" href="/checks/rules/new">
              {t("checks.rules.new")}
            </LinkButton>
          ) : null
        }
      />
      {rules.length > 0 ? (
        <RuleTable t={t} rules={rules} day={(day) => formatDay(day, { locale, style: "short" })} />
      ) : (
        <EmptyState why={t("checks.rules.none")} />
      )}
    </>
  );
}
