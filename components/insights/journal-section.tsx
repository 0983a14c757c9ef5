import type { ReactNode } from "react";
import { JournalMatrix } from "#components/charts/journal-matrix.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { StatRow } from "#components/ui/stat.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { JournalView } from "#lib/insights/journal-view.ts";
import { FigureTile } from "./figure-tile.tsx";

interface Props {
  t: Translate;
  view: JournalView | null;
  /** The way to the workbook with the same numbers. */
  files: ReactNode;
}

/** Marks of the work against marks of the journal. */
export function JournalSection({ t, view, files }: Props) {
  return (
    <Section id="journal" title={t("insights.sections.journal")} lead={view ? <p>{view.base}</p> : null}>
      {view ? (
        <>
          <StatRow>
            {view.tiles.map((figure) => (
              <FigureTile
                key={figure.key}
                t={t}
                figure={figure}
                {...(figure.key === "apart" ? { label: t("insights.journal.apartShort") } : {})}
              />
            ))}
          </StatRow>
          <JournalMatrix
            t={t}
            id="journal-chart"
            {...view.chart}
            files={files}
            data={{ kind: "value", counts: view.counts }}
          />
          {view.kappa ? (
            <p className="max-w-measure">
              {view.kappa.text}{" "}
              <a href={view.kappa.figure.href}>
                {t("ui.how.link")}
                <span className="sr-only">: {view.kappa.figure.label}</span>
              </a>
            </p>
          ) : null}
        </>
      ) : (
        <EmptyState why={t("insights.empty.journal")} />
      )}
    </Section>
  );
}
