import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IndicatorTabs } from "#components/indicators/indicator-tabs.tsx";
import { OrphanTables } from "#components/indicators/orphan-tables.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listOrphanIndicators } from "#lib/indicators/link-queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { pageWords, today } from "../page-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("orphans.title") };
}

export default async function OrphansPage() {
  const viewer = await requireViewer("/indicators/orphans");
  const orphans = await answered(() => listOrphanIndicators(viewer, today()));
  const words = await pageWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("indicators.orphans.title")}
        crumbs={[
          { href: "/indicators", label: t("indicators.crumb") },
          { label: t("indicators.orphans.title") },
        ]}
        lead={t(orphans.adoptedOnly ? "indicators.orphans.lead" : "indicators.orphans.leadAll")}
      />
      <IndicatorTabs t={t} current="/indicators/orphans" />
      {orphans.looked === 0 ? (
        <EmptyState
          why={t("indicators.orphans.none")}
          action={<a href="/indicators">{t("indicators.orphans.toCatalogue")}</a>}
        />
      ) : (
        <OrphanTables words={words} orphans={orphans} />
      )}
    </>
  );
}
