import { PageContents } from "#components/layout/page-contents.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import type { ReportView } from "#lib/reports/report-view.ts";
import { HiddenSection } from "./hidden-section.tsx";
import { MadeSection, type MadeView } from "./made-section.tsx";
import type { Reader } from "./reader.ts";
import { WorkSection } from "./work-section.tsx";

interface Props {
  reader: Reader;
  view: ReportView;
  made: MadeView;
}

/**
 * The content of a published edition, from what it means to how it was made. The preview of a draft is drawn by the same
 * component, so that nobody publishes another page than the one they have looked at.
 */
export function ReportDocument({ reader, view, made }: Props) {
  const { t } = reader;
  return (
    <div className="beside">
      <PageContents t={t} places={contents(reader, view)} />
      <div className="stack pt-0">
        <Meaning reader={reader} view={view} />
        {view.foreword.length > 0 ? (
          <Section id="foreword" title={t("public.report.foreword", { kind: view.kind })}>
            <div className="grid max-w-measure gap-3">
              {view.foreword.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </Section>
        ) : null}
        {view.works.map((work) => (
          <WorkSection
            key={work.id}
            reader={reader}
            work={work}
            least={view.least}
            csvHref={made.address ? reader.link(`${made.address}/data.csv`) : null}
          />
        ))}
        <HiddenSection reader={reader} view={view} />
        <MadeSection reader={reader} made={made} />
      </div>
    </div>
  );
}

function Meaning({ reader, view }: Pick<Props, "reader" | "view">) {
  const { t, link } = reader;
  return (
    <Section id="meaning" title={t("public.report.meaning")}>
      {view.works.length > 0 ? (
        <KeyFindings findings={view.works.map((work) => ({ key: work.id, text: work.finding }))} />
      ) : (
        <EmptyState why={t("public.report.noWorks")} />
      )}
      <div className="grid max-w-measure gap-3">
        <p>{t("public.report.meaningMarks", { kind: view.kind })}</p>
        {view.hasVpr ? <p className="font-semibold">{t("public.purpose")}</p> : null}
        <p>{t("public.report.oneWay", { kind: view.kind })}</p>
        <p>
          {t("public.noRanking")} <a href={link("/method#ranking")}>{t("public.whyNoRanking")}</a>
        </p>
      </div>
    </Section>
  );
}

function contents({ t }: Reader, view: ReportView) {
  return [
    { href: "#meaning", label: t("public.report.meaning") },
    ...view.works.map((work) => ({ href: `#${work.id}`, label: work.name })),
    { href: "#hidden", label: t("public.hidden.title") },
    { href: "#made", label: t("public.made.title") },
  ];
}
