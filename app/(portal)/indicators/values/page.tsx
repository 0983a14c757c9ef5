import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkList } from "#components/indicator-values/link-list.tsx";
import { Places } from "#components/indicator-values/places.tsx";
import { TaskTable } from "#components/indicator-values/task-table.tsx";
import { ValueTable } from "#components/indicator-values/value-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { valuesHref } from "#lib/indicators/values/addresses.ts";
import { getUnitValues, listValueRegions } from "#lib/indicators/values/queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { schoolYear as yearText } from "#lib/platform/format/day.ts";
import { askedOf, type Query, today, valueWords } from "./read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicatorValues"))("title") };
}

export default async function ValuesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/indicators/values");
  const { unit, year: askedYear, all } = askedOf(viewer, await searchParams);
  const words = await valueWords();
  const { t } = words;
  if (!unit) {
    const regions = await answered(() => listValueRegions(viewer));
    const [only] = regions;
    if (only && regions.length === 1) redirect(valuesHref({ kind: "region", id: only.id }));
    return (
      <>
        <PageHeader t={t} title={t("indicatorValues.title")} lead={t("indicatorValues.chooseRegion")} />
        <LinkList
          id="regions"
          title={t("indicatorValues.regions")}
          links={regions.map(({ id, name }) => ({ href: valuesHref({ kind: "region", id }), name }))}
        />
      </>
    );
  }
  const found = await answered(() => getUnitValues(viewer, unit, askedYear, today()));
  const { schoolYear } = found;
  const hasAdopted = found.lines.some(({ adopted }) => adopted);
  const lines = found.lines.filter(({ adopted }) => all || !hasAdopted || adopted);
  const count = (state: string) => lines.filter((line) => line.state === state).length;
  const families = [...Map.groupBy(lines, ({ family }) => family)];
  return (
    <>
      <PageHeader
        t={t}
        title={t("indicatorValues.of", { unit: found.unit.name })}
        lead={t("indicatorValues.lead")}
      />
      <Places words={words} unit={unit} year={schoolYear} current="values" />
      <Tabs
        label={t("indicatorValues.years")}
        tabs={found.years.map((year) => ({
          ...{ href: valuesHref(unit, year, all), label: yearText(year), current: year === schoolYear },
        }))}
      />
      {hasAdopted ? (
        <Tabs
          label={t("indicatorValues.shown")}
          tabs={[false, true].map((every) => ({
            href: valuesHref(unit, schoolYear, every),
            label: t(every ? "indicatorValues.all" : "indicatorValues.adopted"),
            current: every === all,
          }))}
        />
      ) : null}
      {count("value") === 0 ? (
        <EmptyState why={t("indicatorValues.empty")} />
      ) : (
        <p className="max-w-measure">
          {t("indicatorValues.summary", {
            ...{ value: count("value"), all: lines.length },
            ...{ absent: count("absent"), none: count("notApplicable") },
          })}
        </p>
      )}
      {families.map(([family, ofFamily]) => (
        <Section key={family} id={family} title={t(`indicatorValues.families.${family}`)}>
          <ValueTable
            words={words}
            id={`values-${family}`}
            caption={t("indicatorValues.table.caption", {
              ...{ family: t(`indicatorValues.families.${family}`), unit: found.unit.name },
              year: yearText(schoolYear),
            })}
            lines={ofFamily}
            unit={unit}
            schoolYear={schoolYear}
          />
        </Section>
      ))}
      {unit.kind === "school" ? (
        <Section
          id="missing"
          title={t("indicatorValues.missing.title")}
          lead={
            found.tasks.length === 0
              ? t("indicatorValues.missing.none")
              : t("indicatorValues.missing.lead", {
                  count: found.missing,
                })
          }
        >
          {found.tasks.length > 0 ? (
            <TaskTable
              words={words}
              id="tasks"
              caption={t("indicatorValues.missing.caption", {
                unit: found.unit.name,
                year: yearText(schoolYear),
              })}
              tasks={found.tasks}
            />
          ) : null}
        </Section>
      ) : null}
      <LinkList
        id="below"
        title={t("indicatorValues.below")}
        links={found.below.map((one) => ({ href: valuesHref(one, schoolYear), name: one.name }))}
      />
    </>
  );
}
