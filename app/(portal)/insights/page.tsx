import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { unitHref } from "#lib/insights/addresses.ts";
import { listRegions } from "#lib/insights/unit-queries.ts";
import { ownUnit } from "#lib/insights/unit-view.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights"))("title") };
}

/** Leads to the viewer's own unit; who works with all regions chooses one. */
export default async function InsightsPage() {
  const viewer = await requireViewer("/insights");
  const own = ownUnit(viewer.scope);
  if (own) redirect(unitHref(own));
  const regions = await answered(() => listRegions(viewer));
  const [only] = regions;
  if (only && regions.length === 1) redirect(unitHref(only));
  const t = await getTranslations();
  return (
    <>
      <PageHeader t={t} title={t("insights.title")} lead={t("insights.units.regionsLead")} />
      <Section id="regions" title={t("insights.units.regions")}>
        {only ? (
          <ul className="grid gap-1">
            {regions.map((region) => (
              <li key={region.id}>
                <a href={unitHref(region)} className="inline-flex min-h-11 items-center">
                  {region.name}
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState why={t("insights.units.noRegions")} />
        )}
      </Section>
    </>
  );
}
