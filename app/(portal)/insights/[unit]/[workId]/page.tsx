import type { Metadata } from "next";
import { AnalysisReport } from "#components/insights/analysis-report.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PrintHeader } from "#components/ui/print-header.tsx";
import { exportHref } from "#lib/insights/addresses.ts";
import { analysisView } from "#lib/insights/analysis-view.ts";
import { unitText } from "#lib/insights/schema.ts";
import { unitName, workTitle } from "#lib/insights/titles.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered } from "#lib/platform/access/session.ts";
import { hasReportedFigures } from "#lib/reported/comparison-queries.ts";
import { numberIn, type Query, readAnalysis, requestWords } from "../../read-unit.ts";
import { analysisCrumbs } from "../../unit-crumbs.ts";

type Props = { params: Promise<{ unit: string; workId: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { analysis } = await readAnalysis(await params, await searchParams);
  const words = await requestWords();
  return { title: `${workTitle(words, analysis.work)} — ${unitName(words, analysis.unit)}` };
}

export default async function AnalysisPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const { viewer, unit, analysis } = await readAnalysis(await params, query);
  const words = await requestWords();
  const { t } = words;
  const view = analysisView(words, analysis, numberIn(query, "page") ?? 1);
  const workbook = view.people && may(viewer, "insights.export") ? exportHref(unit, analysis.work.id) : null;
  // Reports speak of whole schools and areas, never of a class.
  const reported =
    unit.classLabel === null && (await answered(() => hasReportedFigures(viewer, unit, analysis.work.id)));
  return (
    <>
      <PrintHeader lines={[t("insights.page.printed", { unit: view.unit, title: view.title })]} />
      <PageHeader
        t={t}
        title={view.title}
        crumbs={analysisCrumbs(words, viewer, analysis.unit, analysis.work.id)}
        facts={<strong className="text-body font-semibold text-ink">{view.unit}</strong>}
        lead={view.purpose}
        actions={
          <>
            {workbook ? (
              <LinkButton href={workbook} download>
                {t("insights.page.export")}
              </LinkButton>
            ) : null}
            {reported ? (
              <LinkButton kind="quiet" href={`/results/reported/${unitText(unit)}/${analysis.work.id}`}>
                {t("reported.verify")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <AnalysisReport
        t={t}
        view={view}
        unit={unit}
        workId={analysis.work.id}
        exportHref={workbook}
        loadHref={may(viewer, "results.import") ? "/results/imports/new" : null}
      />
    </>
  );
}
