import { Section } from "#components/layout/section.tsx";
import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { SourceView } from "#lib/insights/source-view.ts";

interface Props {
  t: Translate;
  view: SourceView | null;
  /** The rows of a school by pupil code; null for areas. */
  rowsHref: string | null;
  /** «Как это посчитано» of the number of participants, where all files are named. */
  howHref: string;
}

/** Which file the figures came from, who loaded it and when. */
export function SourceSection({ t, view, rowsHref, howHref }: Props) {
  return (
    <Section
      id="source"
      title={t("insights.sections.source")}
      lead={
        view ? null : <p>{t(rowsHref ? "insights.source.classSentence" : "insights.source.areaSentence")}</p>
      }
    >
      {view ? (
        <Facts
          facts={[
            { key: "file", term: t("insights.source.file"), value: view.file },
            {
              key: "hash",
              term: t("insights.source.hashName"),
              value: <span className="fingerprint">{view.hash}</span>,
            },
            { key: "who", term: t("insights.source.loaded"), value: view.who },
            { key: "version", term: t("insights.source.versionName"), value: view.version },
          ]}
        />
      ) : null}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        {rowsHref ? <a href={rowsHref}>{t("insights.page.rows")}</a> : null}
        <a href={howHref}>{t(rowsHref ? "insights.page.files" : "insights.source.areaHow")}</a>
      </p>
    </Section>
  );
}
