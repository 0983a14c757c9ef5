import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RowTable, SchoolTable } from "#components/indicator-values/behind.tsx";
import { HistoryChart } from "#components/indicator-values/history-chart.tsx";
import { FactTable, FormulaText } from "#components/indicator-values/how-value.tsx";
import { PartTable } from "#components/indicator-values/part-table.tsx";
import { ValueFacts } from "#components/indicator-values/value-facts.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { valueHref, valuesHref } from "#lib/indicators/values/addresses.ts";
import { getIndicatorValue } from "#lib/indicators/values/value-queries.ts";
import { indicatorName } from "#lib/indicators/values/words.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { schoolYear as yearText } from "#lib/platform/format/day.ts";
import { askedOf, idOrNotFound, type Query, thisSchoolYear, valueWords } from "../read.ts";

interface Props {
  params: Promise<{ indicatorId: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicatorValues"))("one.how") };
}

export default async function IndicatorValuePage({ params, searchParams }: Props) {
  const viewer = await requireViewer("/indicators/values");
  const indicatorId = idOrNotFound((await params).indicatorId);
  const { unit, year, part } = askedOf(viewer, await searchParams);
  if (!unit) notFound();
  const page = await answered(() =>
    getIndicatorValue(viewer, indicatorId, unit, year ?? thisSchoolYear(), part),
  );
  const words = await valueWords();
  const { t } = words;
  const { line, schoolYear } = page;
  const years = [...new Set([schoolYear, ...page.history.map((one) => one.schoolYear)])].sort(
    (a, b) => b - a,
  );
  return (
    <>
      <PageHeader
        t={t}
        title={t("indicatorValues.one.title", { code: line.code, name: indicatorName(words, line) })}
        crumbs={[
          { label: t("indicatorValues.of", { unit: page.unit.name }), href: valuesHref(unit, schoolYear) },
          { label: line.code },
        ]}
      />
      <Tabs
        label={t("indicatorValues.years")}
        tabs={years.map((one) => ({
          ...{ href: valueHref(indicatorId, unit, one), label: yearText(one), current: one === schoolYear },
        }))}
      />
      <ValueFacts words={words} page={page} />
      {page.parts.length > 0 ? (
        <Section id="parts" title={t("indicatorValues.one.parts")} lead={t("indicatorValues.partRule")}>
          <PartTable words={words} page={page} />
        </Section>
      ) : null}
      <Section id="how" title={t("indicatorValues.one.how")}>
        <FormulaText words={words} page={page} />
      </Section>
      {page.facts.length > 0 ? (
        <Section id="facts" title={t("indicatorValues.one.facts")}>
          <FactTable words={words} page={page} />
        </Section>
      ) : null}
      {page.rows.length > 0 ? (
        <Section id="rows" title={t("indicatorValues.one.rows")}>
          <RowTable words={words} page={page} />
        </Section>
      ) : null}
      {page.schools.length > 0 ? (
        <Section id="schools" title={t("indicatorValues.one.schools")}>
          <SchoolTable words={words} page={page} />
        </Section>
      ) : null}
      <Section id="years" title={t("indicatorValues.one.history")}>
        <HistoryChart words={words} page={page} />
      </Section>
    </>
  );
}
