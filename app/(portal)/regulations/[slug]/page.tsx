import type { Metadata } from "next";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ClauseText } from "#components/regulations/clause-text.tsx";
import { ContentsList } from "#components/regulations/contents-list.tsx";
import { EditionFacts } from "#components/regulations/edition-facts.tsx";
import { EditionTable } from "#components/regulations/edition-table.tsx";
import { EndForm } from "#components/regulations/end-form.tsx";
import { FileList } from "#components/regulations/file-list.tsx";
import { ReadingBox } from "#components/regulations/reading-box.tsx";
import { clauseHref } from "#components/regulations/words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { readingUnit } from "#lib/regulations/ownership.ts";
import { getEdition } from "#lib/regulations/queries.ts";
import { getReadingState } from "#lib/regulations/reading-queries.ts";
import { versionInForce } from "#lib/regulations/rules.ts";
import { pageWords, readRegulation, regulationCrumbs, today } from "../read-regulation.ts";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const asked = z.object({
  edition: z.string().optional().catch(undefined),
  adopted: z.string().optional().catch(undefined),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regulation } = await readRegulation((await params).slug);
  return { title: regulation.shortTitle === "" ? regulation.title : regulation.shortTitle };
}

export default async function RegulationPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { edition: wanted, adopted } = asked.parse(await searchParams);
  const { viewer, regulation } = await readRegulation(slug);
  const words = await pageWords();
  const { t } = words;
  const { editions, own } = regulation;
  const current = versionInForce(editions, today());
  const chosen =
    editions.find(({ id }) => String(id) === wanted) ??
    current ??
    editions.find(({ status }) => status === "adopted") ??
    editions[0];
  const shown = chosen ? await answered(getEdition(viewer, chosen.id, today())) : null;
  const reading =
    shown?.edition.status === "adopted"
      ? await answered(getReadingState(viewer, shown.edition.id, today()))
      : null;
  const mayEdit = own && may(viewer, "regulations.edit");
  const keepsSheet = may(viewer, "regulations.edit") && readingUnit(viewer) !== null;
  return (
    <>
      <PageHeader
        t={t}
        title={regulation.title}
        crumbs={regulationCrumbs(words, regulation)}
        facts={[
          t("regulations.page.facts", {
            level: t(`regulations.level.${regulation.level}`),
            kind: t(`regulations.kind.${regulation.kind}`),
            access: String(regulation.public),
          }),
          regulation.unit,
          t(`regulations.topic.${regulation.topic}`),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
        actions={
          <>
            {mayEdit ? (
              <>
                <LinkButton kind="primary" href={`/regulations/${slug}/editions/new`}>
                  {t("regulations.page.newEdition")}
                </LinkButton>
                <LinkButton href={`/regulations/${slug}/edit`}>{t("regulations.page.edit")}</LinkButton>
              </>
            ) : null}
            {regulation.public && current ? (
              <LinkButton kind="quiet" href={`/regulations/public/${slug}`}>
                {t("regulations.page.publicPage")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {adopted ? <Notice kind="ok" t={t} role="status" title={t("regulations.page.adopted")} /> : null}
      {shown && shown.edition.id !== current?.id ? (
        <Notice
          kind="warn"
          t={t}
          title={t(current ? "regulations.page.notCurrent" : "regulations.page.noneInForce")}
        >
          {current ? <a href={`/regulations/${slug}`}>{t("regulations.page.openCurrent")}</a> : null}
        </Notice>
      ) : null}
      {shown ? (
        <Section id="text" title={t("regulations.page.textOf", { number: shown.edition.number })}>
          <EditionFacts words={words} edition={shown.edition} editions={editions} />
          {reading && may(viewer, "regulations.acknowledge") ? (
            <ReadingBox
              words={words}
              editionId={shown.edition.id}
              state={reading}
              readWhen={reading.readAt ? whenRead(reading.readAt) : null}
              sheetHref={keepsSheet ? `/regulations/${slug}/reading/${shown.edition.id}` : null}
            />
          ) : null}
          {shown.files.length > 0 ? <FileList t={t} files={shown.files} /> : null}
          <ContentsList title={t("regulations.page.contents")} clauses={shown.clauses} />
          {shown.clauses.length > 0 ? (
            <ClauseText words={words} clauses={shown.clauses} href={({ key }) => clauseHref(slug, key)} />
          ) : (
            <EmptyState why={t("regulations.page.noText")} />
          )}
        </Section>
      ) : (
        <EmptyState why={t("regulations.page.noEditions")} />
      )}
      {editions.length > 0 ? (
        <Section id="editions" title={t("regulations.page.editions")}>
          <EditionTable words={words} regulation={regulation} />
        </Section>
      ) : null}
      {own && may(viewer, "regulations.adopt") && current && current.effectiveTo === null ? (
        <EndForm t={t} editionId={current.id} />
      ) : null}
    </>
  );

  function whenRead(instant: string): string {
    return formatInstant(new Date(instant), { locale: viewer.locale, timeZone: env.TIME_ZONE });
  }
}
