import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ClauseChanges } from "#components/regulations/clause-changes.tsx";
import { ClauseHistory } from "#components/regulations/clause-history.tsx";
import { ClauseLinks } from "#components/regulations/clause-links.tsx";
import { ClauseText, Lines } from "#components/regulations/clause-text.tsx";
import { clauseHref } from "#components/regulations/words.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { getClause } from "#lib/regulations/clause-queries.ts";
import { clauseKeySchema, slugSchema } from "#lib/regulations/schema.ts";
import { pageWords, regulationCrumbs, today } from "../../../read-regulation.ts";
import { linksOfClause } from "./links.ts";

type Props = { params: Promise<{ slug: string; clauseKey: string }> };

const read = cache(async (slug: string, clauseKey: string) => {
  const key = clauseKeySchema.safeParse(decodeURIComponent(clauseKey));
  const viewer = await requireViewer(`/regulations/${slug}/clauses/${clauseKey}`);
  if (!key.success || !slugSchema.safeParse(slug).success) notFound();
  return { viewer, view: await answered(getClause(viewer, slug, key.data, today())) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, clauseKey } = await params;
  const { view } = await read(slug, clauseKey);
  const { t } = await pageWords();
  const { number } = view.clause;
  return {
    title: number === "" ? t("regulations.clause.titleNone") : t("regulations.clause.title", { number }),
  };
}

/** One clause: what it says, what stands on it, how it changed, and what a change of it would touch. */
export default async function ClausePage({ params }: Props) {
  const { slug, clauseKey } = await params;
  const { viewer, view } = await read(slug, clauseKey);
  const words = await pageWords();
  const { t } = words;
  const { regulation, clause, edition, above, inside, history, draft } = view;
  const groups = await linksOfClause({
    viewer,
    place: { regulationId: regulation.id, clauseKey: clause.key },
    t,
    locale: words.locale,
    today: today(),
  });
  const title =
    clause.number === ""
      ? t("regulations.clause.titleNone")
      : t("regulations.clause.title", { number: clause.number });
  const crumb =
    clause.number === ""
      ? t("regulations.clause.crumbNone")
      : t("regulations.clause.crumb", { number: clause.number });
  const linked = groups.reduce((count, { links }) => count + links.length, 0);
  return (
    <>
      <PageHeader
        t={t}
        title={clause.heading === "" ? title : `${title}. ${clause.heading}`}
        crumbs={regulationCrumbs(words, regulation, crumb)}
        facts={[
          ...above.map(({ number, heading }) => [number, heading].filter(Boolean).join(" ")),
          t("regulations.clause.facts", {
            number: edition.number,
            state: t(`regulations.state.${edition.state}`),
          }),
        ].join(" · ")}
      />
      <div className="grid max-w-measure gap-2">
        <Lines text={clause.body} />
      </div>
      <ClauseChanges
        words={words}
        slug={slug}
        clause={clause}
        draft={draft}
        linked={linked}
        editionId={edition.id}
      />
      <Section
        id="stands"
        title={t("regulations.clause.stands")}
        lead={linked > 0 ? t("regulations.clause.standsLead") : null}
      >
        <ClauseLinks t={t} groups={groups} />
      </Section>
      {inside.length > 0 ? (
        <Section id="inside" title={t("regulations.clause.inside")}>
          <ClauseText words={words} clauses={inside} href={({ key }) => clauseHref(slug, key)} />
        </Section>
      ) : null}
      <Section id="history" title={t("regulations.clause.history")}>
        <ClauseHistory words={words} slug={slug} history={history} />
      </Section>
    </>
  );
}
