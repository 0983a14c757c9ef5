import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryParts } from "#components/indicator-values/entry-parts.tsx";
import { EntrySection } from "#components/indicator-values/entry-section.tsx";
import { FactFile } from "#components/indicator-values/fact-file.tsx";
import { Places } from "#components/indicator-values/places.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { entryHref, valuesHref } from "#lib/indicators/values/addresses.ts";
import { getEntry } from "#lib/indicators/values/entry-queries.ts";
import { wholeYear } from "#lib/indicators/values/period.ts";
import { periodText } from "#lib/indicators/values/words.ts";
import { permit } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { schoolYear as yearText } from "#lib/platform/format/day.ts";
import { askedOf, idOrNotFound, type Query, thisSchoolYear, valueWords } from "../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicatorValues"))("entry.title") };
}

export default async function EntryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/indicators/values/entry");
  const query = await searchParams;
  const schoolId = query.school === undefined ? viewer.schoolId : idOrNotFound(query.school);
  if (schoolId === null) {
    await answered(async () => permit(viewer, "indicators.enter"));
    notFound();
  }
  const now = thisSchoolYear();
  const { year: askedYear, part } = askedOf(viewer, query);
  const year = askedYear ?? (part === wholeYear ? now - 1 : now);
  const page = await answered(() => getEntry(viewer, schoolId, year, part));
  const words = await valueWords();
  const { t } = words;
  const unit = { kind: "school" as const, id: schoolId };
  return (
    <>
      <PageHeader
        t={t}
        title={t("indicatorValues.entry.of", {
          unit: page.school.name,
          year: periodText(words, page.period),
        })}
        crumbs={[
          { label: t("indicatorValues.of", { unit: page.school.name }), href: valuesHref(unit, year) },
          { label: t("indicatorValues.entry.title") },
        ]}
        lead={t("indicatorValues.entry.lead")}
      />
      <Places words={words} unit={unit} year={year} current="entry" />
      <Tabs
        label={t("indicatorValues.years")}
        tabs={[now, now - 1, now - 2, now - 3].map((one) => ({
          ...{ href: entryHref(schoolId, one, null, part), label: yearText(one), current: one === year },
        }))}
      />
      <EntryParts words={words} page={page} />
      <FactFile words={words} schoolId={schoolId} year={year} part={part} query={query} />
      {page.forms.map((form) => (
        <EntrySection key={form.group} words={words} page={page} form={form} />
      ))}
    </>
  );
}
