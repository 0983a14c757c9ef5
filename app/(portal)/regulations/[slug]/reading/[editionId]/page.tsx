import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AskForm } from "#components/regulations/ask-form.tsx";
import { ReadingSheetTable } from "#components/regulations/reading-sheet.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PrintHeader } from "#components/ui/print-header.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { readingUnit } from "#lib/regulations/ownership.ts";
import { getReadingSheet } from "#lib/regulations/reading-queries.ts";
import { idOf, pageWords, readRegulation, regulationCrumbs, today } from "../../../read-regulation.ts";

type Props = { params: Promise<{ slug: string; editionId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("reading.title") };
}

/** Who of the viewer's unit must read an edition, and who has; printed, it is the sheet for signatures. */
export default async function ReadingPage({ params }: Props) {
  const { slug, editionId } = await params;
  const { viewer, regulation } = await readRegulation(slug, `/reading/${editionId}`);
  const sheet = await answered(() => getReadingSheet(viewer, idOf(editionId)));
  if (sheet.regulation.slug !== slug) notFound();
  const words = await pageWords();
  const { t, day } = words;
  const { demand, readers, others, edition } = sheet;
  const moment = (instant: string) =>
    formatInstant(new Date(instant), { locale: viewer.locale, timeZone: env.TIME_ZONE });
  const have = readers.filter(({ readAt }) => readAt !== null).length;
  return (
    <>
      <PrintHeader lines={[sheet.unit, t("regulations.reading.sheet")]} />
      <PageHeader
        t={t}
        title={t("regulations.reading.title")}
        lead={t("regulations.reading.lead", { number: edition.number })}
        crumbs={regulationCrumbs(words, regulation, t("regulations.reading.title"))}
        facts={sheet.unit}
      />
      {demand ? (
        <Section
          id="who"
          title={t("regulations.reading.count", { have, must: readers.length, day: day(demand.dueOn) })}
        >
          <ReadingSheetTable words={words} sheet={sheet} today={today()} moment={moment} />
          {others.length > 0 ? (
            <p>
              {t("regulations.reading.others")}: {others.map(({ name }) => name).join(", ")}
            </p>
          ) : null}
        </Section>
      ) : (
        <EmptyState why={t(`regulations.reading.${readingUnit(viewer) === null ? "noUnit" : "none"}`)} />
      )}
      {readingUnit(viewer) !== null && edition.adopted ? <AskForm t={t} sheet={sheet} /> : null}
    </>
  );
}
