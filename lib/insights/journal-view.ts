import { type FigureView, figureView, type Viewing } from "./figure-view.ts";
import type { Analysis } from "./queries.ts";
import { type JournalComparison, journalComparison } from "./rules.ts";
import { measureLine } from "./titles.ts";
import { numberText, percentText, type Words } from "./words.ts";

export interface JournalView {
  tiles: FigureView[];
  /** `counts[journal - 2][work - 2]`, as the matrix of the charts takes it. */
  counts: number[][];
  /** Whose marks are compared, and who stands outside. */
  base: string;
  /** How much of the agreement chance does not explain; null where that is not defined. */
  kappa: { text: string; figure: FigureView } | null;
  chart: { finding: string; measure: string; summary: string };
}

/** Marks of the work against marks of the journal; null when nobody has both. */
export function journalView(viewing: Viewing, analysis: Analysis): JournalView | null {
  const { words } = viewing;
  const { summary } = analysis;
  const journal = summary && journalComparison(summary);
  if (!summary || !journal) return null;
  return {
    tiles: ["confirmed", "lowered", "raised", "apart"].map((key) => figureView(viewing, key, summary)),
    counts: [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => summary.journal[column * 4 + row] ?? 0)),
    base: words.t("insights.journal.base", { count: journal.base, without: journal.withoutJournal }),
    kappa: kappaSentence(words, figureView(viewing, "kappa", summary)),
    chart: {
      finding: words.t("insights.journal.finding", {
        ...{ confirmed: numberText(words, journal.confirmed), base: numberText(words, journal.base) },
        share: percentText(words, journal.confirmedPercent),
      }),
      measure: measureLine(words, {
        ...{ measure: "journal", work: analysis.work, unit: analysis.unit, pupils: journal.base },
      }),
      summary: journalSentence(words, journal),
    },
  };
}

/** «Согласие отметок сверх случайного — 0,64 (от 0,42 до 0,87).» */
function kappaSentence({ t }: Words, figure: FigureView): JournalView["kappa"] {
  if (figure.text.kind !== "value") return null;
  const value = figure.text.text;
  const text = figure.interval
    ? t("insights.journal.kappa", { value, bounds: figure.interval.words })
    : t("insights.journal.kappaAlone", { value });
  return { text, figure };
}

/** «Подтвердили 17 из 24 (71 %), понизили 4, повысили 3. Расхождений на две отметки нет.» */
export function journalSentence(words: Words, journal: JournalComparison): string {
  const { base, confirmed, lowered, raised, apart } = journal;
  const share = percentText(words, journal.confirmedPercent);
  const [all, same, less, more] = [base, confirmed, lowered, raised].map((count) => numberText(words, count));
  const counts = words.t("insights.journal.summary", {
    ...{ base: all!, confirmed: same!, lowered: less!, raised: more!, share },
  });
  return `${counts} ${words.t("insights.journal.apart", { count: apart })}`;
}
