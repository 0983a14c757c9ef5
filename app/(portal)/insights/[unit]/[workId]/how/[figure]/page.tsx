import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HowFigure } from "#components/insights/how-figure.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { analysisHref } from "#lib/insights/addresses.ts";
import { figureName } from "#lib/insights/figure-view.ts";
import { figuresOf } from "#lib/insights/figures.ts";
import { howView } from "#lib/insights/how-view.ts";
import { listSources } from "#lib/insights/source-queries.ts";
import { answered } from "#lib/platform/access/session.ts";
import { type Query, readAnalysis, requestWords } from "../../../../read-unit.ts";
import { analysisCrumbs } from "../../../../unit-crumbs.ts";

type Props = {
  params: Promise<{ unit: string; workId: string; figure: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { figure, ...address } = await params;
  const { analysis } = await readAnalysis(address, await searchParams);
  const rule = figuresOf(analysis.work).get(figure);
  const words = await requestWords();
  return rule ? { title: words.t("insights.how.title", { name: figureName(words, rule) }) } : {};
}

export default async function HowPage({ params, searchParams }: Props) {
  const { figure, ...address } = await params;
  const { viewer, unit, analysis } = await readAnalysis(address, await searchParams);
  const words = await requestWords();
  const { t } = words;
  const sources = await answered(() => listSources(viewer, unit, analysis.work.id));
  const view = howView(words, analysis, sources, figure);
  if (!view) notFound();
  return (
    <>
      <PageHeader
        t={t}
        title={view.name}
        crumbs={analysisCrumbs(words, viewer, analysis.unit, analysis.work.id, t("insights.page.how"))}
        facts={t("insights.how.of", { unit: view.unit, work: view.work })}
        actions={
          <LinkButton href={analysisHref(unit, analysis.work.id)}>{t("insights.how.back")}</LinkButton>
        }
      />
      <HowFigure t={t} view={view} />
    </>
  );
}
