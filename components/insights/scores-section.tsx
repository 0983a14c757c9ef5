import type { ReactNode } from "react";
import { Explore } from "#components/charts/explore.tsx";
import { ScoreDistribution } from "#components/charts/score-distribution.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { StatRow } from "#components/ui/stat.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ScoresView } from "#lib/insights/scores-view.ts";
import { FigureTile } from "./figure-tile.tsx";

interface Props {
  t: Translate;
  view: ScoresView | null;
  /** The way to the workbook with the same numbers. */
  files: ReactNode;
}

/** Primary scores and where the borders of the marks lie among them. */
export function ScoresSection({ t, view, files }: Props) {
  return (
    <Section id="scores" title={t("insights.sections.scores")}>
      {view ? <Scores t={t} view={view} files={files} /> : <EmptyState why={t("insights.empty.scores")} />}
    </Section>
  );
}

function Scores({ t, view, files }: Props & { view: ScoresView }) {
  const { bars, peer, bands, scale, ...words } = view.chart;
  return (
    <>
      <StatRow>
        {view.tiles.map((figure) => (
          <FigureTile key={figure.key} t={t} figure={figure} />
        ))}
      </StatRow>
      <ScoreDistribution
        t={t}
        id="scores-chart"
        {...words}
        files={files}
        source={scale}
        bands={bands}
        data={{ kind: "value", bars, ...(peer ? { peer } : {}) }}
        explore={
          <Explore
            data={{ bars: view.explore, bands }}
            words={{
              ...{ score: t("charts.score"), participants: t("charts.participants"), mark: t("charts.mark") },
              upTo: t("charts.explore.upTo"),
              ...{ open: t("charts.explore.open"), close: t("charts.explore.close") },
              loading: t("charts.explore.loading"),
            }}
          />
        }
      />
    </>
  );
}
