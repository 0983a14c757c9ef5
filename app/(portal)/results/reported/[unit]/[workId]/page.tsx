import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ComparisonReport, comparisonLead } from "#components/reported/comparison-report.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { analysisHref } from "#lib/insights/addresses.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { getComparison } from "#lib/reported/comparison-queries.ts";
import { reportsParams, unitParam } from "#lib/reported/schema.ts";
import { idOrNotFound, readWords } from "../../../read.ts";

type Props = {
  params: Promise<{ unit: string; workId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function read({ params }: Pick<Props, "params">) {
  const { unit: text, workId } = await params;
  const here = `/results/reported/${encodeURIComponent(text)}/${encodeURIComponent(workId)}`;
  const viewer = await requireViewer(here);
  const unit = unitParam.safeParse(text);
  if (!unit.success) notFound();
  const view = await answered(() => getComparison(viewer, unit.data, idOrNotFound(workId)));
  return { here, view, words: await readWords() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, words } = await read(props);
  const names = { work: workTitle(words.t, view.work), unit: view.unit.name };
  return { title: words.t("reported.compare.pageTitle", names) };
}

export default async function ComparisonPage(props: Props) {
  const { here, view, words } = await read(props);
  const { all } = reportsParams.parse(await props.searchParams);
  const { t } = words;
  const unit = { kind: view.unit.kind, id: view.unit.id, classLabel: null };
  return (
    <>
      <PageHeader
        t={t}
        title={`${t("reported.compare.title")}: ${workTitle(t, view.work)}`}
        crumbs={[
          { label: t("results.title"), href: "/results" },
          { label: t("reported.title"), href: "/results/reported" },
          { label: workTitle(t, view.work), href: `/results/reported?work=${view.work.id}` },
          { label: view.unit.name },
        ]}
        facts={<strong className="text-body font-semibold text-ink">{view.unit.name}</strong>}
        lead={comparisonLead(words, view)}
        actions={
          <LinkButton href={analysisHref(unit, view.work.id)}>{t("reported.compare.analysis")}</LinkButton>
        }
      />
      <ComparisonReport words={words} view={view} all={all === "1"} here={here} />
    </>
  );
}
