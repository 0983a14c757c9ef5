import { largestRemainder } from "../platform/format/rounding.ts";
import { type MarkCounts, marked, quality } from "../statistics/marks.ts";
import { shares } from "../statistics/share.ts";
import { comparisonSentences } from "./comparison-view.ts";
import { type FigureView, figureView, type Viewing } from "./figure-view.ts";
import type { Analysis } from "./queries.ts";
import { measureLine, unitName } from "./titles.ts";
import { numberText, percentText, pupilsText, type Words } from "./words.ts";

const MARKS = [2, 3, 4, 5] as const;
type Mark = (typeof MARKS)[number];

/** A bar of one hundred per cent, as `components/charts/marks-bars.tsx` takes it. */
export interface MarksBarRow {
  key: string;
  name: string;
  base: string;
  parts: { marks: readonly Mark[]; share: number; label: string; count: string }[] | "absent";
}

export interface MarksView {
  tiles: FigureView[];
  median: FigureView;
  /** One line a mark: how many, which share, within which bounds. */
  counts: { mark: number; count: string; figure: FigureView }[];
  chart: { finding: string; measure: string; summary: string; rows: MarksBarRow[] };
  /** How often the mark of the file is not that of the scale; null without a scale or marks. */
  differences: { text: string; figure: FigureView } | null;
}

/** Everything about marks; null when nobody has one. */
export function marksView(viewing: Viewing, analysis: Analysis): MarksView | null {
  const { summary } = analysis;
  const { words } = viewing;
  if (!summary || marked(summary.marks) === 0) return null;
  const of = (key: string) => figureView(viewing, key, summary);
  return {
    tiles: ["pass", "quality", "sou", "meanMark"].map(of),
    median: of("medianMark"),
    counts: MARKS.map((mark) => ({
      mark,
      count: numberText(words, summary.marks[mark - 2]!),
      figure: of(`share${mark}`),
    })),
    chart: {
      finding: finding(words, analysis, summary.marks),
      measure: measureLine(words, {
        ...{ measure: "marks", work: analysis.work, unit: analysis.unit },
        pupils: marked(summary.marks),
      }),
      summary: [sharesSentence(words, summary.marks), ...comparisonSentences(words, analysis)].join(" "),
      rows: barRows(words, analysis),
    },
    differences: analysis.work.scale ? differences(viewing, analysis, of("markDifferences")) : null,
  };
}

function finding(words: Words, { areas }: Analysis, marks: MarkCounts): string {
  const named = areas.flatMap(({ kind, summary }) => {
    const share = summary && quality(summary.marks);
    return share === null
      ? []
      : [words.t("insights.marks.findingArea", { area: kind, share: percentText(words, share) })];
  });
  const own = words.t("insights.marks.finding", { share: percentText(words, quality(marks)!) });
  return named.length === 0 ? own : `${own}; ${named.join(", ")}`;
}

function sharesSentence(words: Words, marks: MarkCounts): string {
  const [n2, n3, n4, n5] = marks.map((count) => numberText(words, count));
  const zero = marks[0] === 0;
  const n = marked(marks);
  return words.t(zero ? "insights.marks.summaryNoTwos" : "insights.marks.summary", {
    ...{ n2: n2!, n3: n3!, n4: n4!, n5: n5!, count: numberText(words, n) },
  });
}

function barRows(words: Words, analysis: Analysis): MarksBarRow[] {
  const own = { key: "own", name: unitName(words, analysis.unit), marks: analysis.summary!.marks };
  const areas = analysis.areas.flatMap(({ kind, name, summary }) =>
    summary ? [{ key: kind, name, marks: summary.marks }] : [],
  );
  return [own, ...areas].map(({ key, name, marks }) => {
    const n = marked(marks);
    // A picture of a whole: its labels add up to 100 (handbook §5.3); tables round each share alone.
    const labels = largestRemainder(marks, 0);
    return {
      ...{ key, name, base: pupilsText(words, n) },
      parts:
        labels === null
          ? "absent"
          : MARKS.map((mark, i) => ({
              marks: [mark],
              share: shares(marks)![i]!,
              label: percentText(words, labels[i]!),
              count: numberText(words, marks[i]!),
            })),
    };
  });
}

function differences({ words }: Viewing, { summary }: Analysis, figure: FigureView) {
  const count = summary!.markDifferences;
  const participants = numberText(words, summary!.participants);
  return { text: words.t("insights.marks.differences", { count, participants }), figure };
}
