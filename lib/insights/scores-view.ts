import { histogramMedian, histogramQuantile } from "../statistics/quantile.ts";
import { sharePercent } from "../statistics/share.ts";
import type { Summary } from "../statistics/summary.ts";
import { type FigureView, figureView, type Viewing } from "./figure-view.ts";
import type { Analysis } from "./queries.ts";
import { isInformativeGroup, sampleStatus } from "./rules.ts";
import { sampleSentence } from "./sample-view.ts";
import { measureLine } from "./titles.ts";
import { numberText, percentText, type Words } from "./words.ts";

export interface ScoresView {
  tiles: FigureView[];
  chart: {
    finding: string;
    measure: string;
    summary: string;
    bars: { score: number; value: number; count: string; share: string }[];
    /** The same scores elsewhere, in per cent; only beside bars in per cent. */
    peer: { name: string; values: number[] } | null;
    bands: { mark: 2 | 3 | 4 | 5; from: number; to: number }[] | null;
    /** «Шкала, редакция 1: «3» от 10 …»; null when none is loaded. */
    scale: string | null;
  };
  /** Whole counts, for the chart that one can walk through. */
  explore: { score: number; count: number }[];
}

/** Everything about primary scores; null when nobody has a usable total. */
export function scoresView(viewing: Viewing, analysis: Analysis): ScoresView | null {
  const { words } = viewing;
  const { summary, work } = analysis;
  if (!summary || summary.scored === 0) return null;
  const inPercent = sampleStatus(summary.scored) === "informative";
  return {
    tiles: ["meanScore", "medianScore", "completion"].map((key) => figureView(viewing, key, summary)),
    chart: {
      finding: words.t("insights.scores.finding", {
        median: medianText(words, summary),
        max: work.maxScore,
      }),
      measure: measureLine(words, {
        ...{ measure: inPercent ? "scoresPercent" : "scoresCount", work, unit: analysis.unit },
        pupils: summary.scored,
      }),
      summary: `${rangeSentence(words, summary, work.maxScore)} ${sampleSentence(words, summary.scored)}`,
      bars: summary.histogram.map((count, score) => {
        const share = sharePercent(count, summary.scored)!;
        return {
          score,
          value: inPercent ? share : count,
          count: numberText(words, count),
          share: percentText(words, share, 1),
        };
      }),
      peer: inPercent ? peerOf(words, analysis) : null,
      bands: bandsOf(work),
      scale: scaleLine(words, work),
    },
    explore: summary.histogram.map((count, score) => ({ score, count })),
  };
}

function medianText(words: Words, summary: Summary): string {
  const median = histogramMedian(summary.histogram) ?? 0;
  return numberText(words, median, Number.isInteger(median) ? 0 : 1);
}

/** «24 участника набрали от 7 до 23 баллов из 24, половина — не меньше 16,5.» */
export function rangeSentence(words: Words, summary: Summary, max: number): string {
  const [low, high] = [0, 1].map((p) => histogramQuantile(summary.histogram, p) ?? 0) as [number, number];
  const params = { count: summary.scored, low, high, max, median: medianText(words, summary) };
  return words.t(low === high ? "insights.scores.equal" : "insights.scores.range", params);
}

/** The widest area that may be shown: its steps are the smoothest. */
function peerOf(words: Words, { areas }: Analysis): { name: string; values: number[] } | null {
  const area = areas.findLast(({ summary }) => summary !== null && isInformativeGroup(summary.scored));
  const histogram = area?.summary?.histogram;
  if (!area || !histogram) return null;
  const { scored } = area.summary!;
  return {
    name: words.t(`insights.kind.${area.kind}`),
    values: histogram.map((count) => sharePercent(count, scored)!),
  };
}

/** Bands of primary scores, both ends included. Lowest scores that make no order give no bands. */
export function bandsOf({ scale, maxScore }: Analysis["work"]): ScoresView["chart"]["bands"] {
  if (!scale) return null;
  const from = [0, scale.min3, scale.min4, scale.min5];
  const to = [scale.min3 - 1, scale.min4 - 1, scale.min5 - 1, maxScore];
  return ([2, 3, 4, 5] as const)
    .map((mark, i) => ({ mark, from: from[i]!, to: to[i]! }))
    .filter((band) => band.from <= band.to);
}

function scaleLine(words: Words, { scale }: Analysis["work"]): string | null {
  if (!scale) return null;
  const { edition, min3, min4, min5, source } = scale;
  const text = words.t("insights.scores.scale", { edition, min3, min4, min5 });
  return source === "" ? text : `${text} ${words.t("insights.scores.scaleSource", { source })}`;
}
