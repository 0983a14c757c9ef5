import type { Metadata } from "next";
import { UnitLinks } from "#components/insights/unit-links.tsx";
import { WorksTable } from "#components/insights/works-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { yearHref } from "#lib/insights/addresses.ts";
import { unitName } from "#lib/insights/titles.ts";
import { listUnitsAround } from "#lib/insights/unit-queries.ts";
import { worksView } from "#lib/insights/unit-view.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered } from "#lib/platform/access/session.ts";
import { numberIn, type Query, readWorks, requestWords } from "../read-unit.ts";
import { unitCrumbs } from "../unit-crumbs.ts";

type Props = { params: Promise<{ unit: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { unit } = await readWorks(await params, await searchParams);
  const words = await requestWords();
  return { title: `${words.t("insights.title")} — ${unitName(words, unit)}` };
}

export default async function UnitPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const { viewer, unit, works } = await readWorks(await params, query);
  const { around, inside } = await answered(() => listUnitsAround(viewer, unit));
  const words = await requestWords();
  const { t } = words;
  const { years, year, rows } = worksView(words, unit, works, numberIn(query, "year"));
  const mayLoad = may(viewer, "results.import");
  return (
    <>
      <PageHeader
        t={t}
        title={unitName(words, unit)}
        crumbs={unitCrumbs(words, unit, around)}
        lead={t("insights.units.worksLead")}
      />
      {years.length > 1 ? (
        <Tabs
          label={t("insights.units.years")}
          tabs={years.map((one) => ({
            ...{ href: yearHref(unit, one), label: String(one), current: one === year },
          }))}
        />
      ) : null}
      {year === null ? (
        <EmptyState
          why={t(mayLoad ? "insights.units.noWorks" : "insights.units.noWorksRead")}
          action={
            mayLoad ? <LinkButton href="/results/imports/new">{t("insights.units.load")}</LinkButton> : null
          }
        />
      ) : (
        <Section id="works-section" title={t("insights.units.works", { year: String(year) })}>
          <WorksTable
            t={t}
            caption={t("insights.units.caption", { unit: unitName(words, unit), year: String(year) })}
            rows={rows}
          />
        </Section>
      )}
      <UnitLinks t={t} around={around} inside={inside} />
    </>
  );
}
