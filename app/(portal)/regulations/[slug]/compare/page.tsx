import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { CompareChoice } from "#components/regulations/compare-choice.tsx";
import { Comparison } from "#components/regulations/comparison.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { compareEditions, countChanges } from "#lib/regulations/compare.ts";
import { getEdition } from "#lib/regulations/queries.ts";
import { pageWords, readRegulation, regulationCrumbs, today } from "../../read-regulation.ts";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const word = z.string().max(20).optional().catch(undefined);
const asked = z.object({ from: word, to: word, all: word });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulations"))("compare.title") };
}

/** Two editions clause by clause. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { from, to, all } = asked.parse(await searchParams);
  const { viewer, regulation } = await readRegulation(slug, "/compare");
  const words = await pageWords();
  const { t } = words;
  const withText = regulation.editions.filter(({ clauses }) => clauses > 0);
  const after = to === undefined ? withText[0] : withText.find(({ id }) => String(id) === to);
  const before =
    from === undefined
      ? (withText.find(({ id }) => id === after?.replacesId) ?? withText.find(({ id }) => id !== after?.id))
      : withText.find(({ id }) => String(id) === from);
  if ((to !== undefined && !after) || (from !== undefined && !before)) notFound();
  const header = (
    <PageHeader
      t={t}
      title={t("regulations.compare.title")}
      crumbs={regulationCrumbs(words, regulation, t("regulations.compare.title"))}
      lead={
        before && after ? t("regulations.compare.lead", { before: before.number, after: after.number }) : null
      }
    />
  );
  if (!before || !after)
    return (
      <>
        {header}
        <EmptyState why={t("regulations.compare.needTwo")} />
      </>
    );
  const [old, current] = [
    await answered(getEdition(viewer, before.id, today())),
    await answered(getEdition(viewer, after.id, today())),
  ];
  const diffs = compareEditions(old.clauses, current.clauses);
  const shown = all ? diffs : diffs.filter(({ change, moved }) => change !== "same" || moved);
  const here = `/regulations/${slug}/compare?from=${before.id}&to=${after.id}`;
  return (
    <>
      {header}
      <CompareChoice t={t} slug={slug} editions={withText} before={before.id} after={after.id} />
      <p>
        {t("regulations.compare.counts", countChanges(diffs))}{" "}
        <a href={all ? here : `${here}&all=1`}>{t(`regulations.compare.${all ? "only" : "all"}`)}</a>
      </p>
      {shown.length > 0 ? (
        <Comparison t={t} slug={slug} diffs={shown} />
      ) : (
        <EmptyState why={t("regulations.compare.none")} />
      )}
    </>
  );
}
