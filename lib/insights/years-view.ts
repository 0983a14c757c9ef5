import { inPoints } from "../statistics/difference.ts";
import { type MarkCounts, marked, quality } from "../statistics/marks.ts";
import type { Summary } from "../statistics/summary.ts";
import { analysisHref } from "./addresses.ts";
import { qualityDifference } from "./difference.ts";
import { type FigureView, figureView, type Viewing } from "./figure-view.ts";
import { figure } from "./figures.ts";
import type { Analysis } from "./queries.ts";
import { measureLine, ownWord, workTitle } from "./titles.ts";
import { intervalText, numberText, percentText, pointsText, type Words } from "./words.ts";
import type { AnalysedWork } from "./works.ts";

/** A year as `components/charts/trend.tsx` takes it. */
export interface YearPoint {
  key: string;
  label: string;
  at: number;
  own: { value: number; low: number; high: number; label: string; interval: string; base: string } | "absent";
}

export interface YearsView {
  /** Comparable years in order of time, this one among them. */
  rows: {
    key: string;
    year: string;
    href: string;
    isThis: boolean;
    participants: string;
    figures: FigureView[];
  }[];
  /** What the comparable years say; null when there is nothing to compare with. */
  sentence: string | null;
  /** From three years on; two are a table. */
  chart: { finding: string; measure: string; summary: string; own: string; points: YearPoint[] } | null;
  /** Other years that cannot stand beside this one, each with the reason. */
  notComparable: { key: string; text: string; href: string }[];
}

interface Year {
  work: AnalysedWork;
  summary: Summary;
}

const SHOWN = ["pass", "quality", "meanScore", "completion"] as const;

/** Years side by side; null when there are no results of another year at all. */
export function yearsView(viewing: Viewing, analysis: Analysis): YearsView | null {
  const { words, unit } = viewing;
  const { summary, work, otherYears } = analysis;
  if (!summary || otherYears.length === 0) return null;
  const years: Year[] = [
    { work, summary },
    ...otherYears.filter(({ comparability }) => comparability.comparable),
  ].sort((a, b) => a.work.year - b.work.year);
  const compared = years.length > 1;
  return {
    rows: compared
      ? years.map((year) => ({
          key: String(year.work.id),
          year: yearText(words, year.work),
          href: analysisHref(unit, year.work.id),
          isThis: year.work.id === work.id,
          participants: numberText(words, year.summary.participants),
          figures: SHOWN.map((key) => figureView({ ...viewing, work: year.work }, key, year.summary)),
        }))
      : [],
    sentence: compared ? withStop(changeSentence(words, years)) : null,
    chart: years.length >= 3 ? trend(viewing, analysis, years) : null,
    notComparable: otherYears.flatMap(({ work: other, comparability }) =>
      comparability.comparable
        ? []
        : [
            {
              key: String(other.id),
              text: words.t(`insights.years.${comparability.reason}`, {
                title: workTitle(words, other),
                ...{ thisMax: work.maxScore, otherMax: other.maxScore },
              }),
              href: analysisHref(unit, other.id),
            },
          ],
    ),
  };
}

/** The same words stand as a heading without a full stop. */
function withStop(sentence: string | null): string | null {
  return sentence && `${sentence}.`;
}

function yearText({ t }: Words, work: Analysis["work"]): string {
  return work.season === "autumn"
    ? t("insights.years.autumn", { year: String(work.year) })
    : String(work.year);
}

/** From the first to the last comparable year: grew, fell, or less than the uncertainty. Other pupils each year, so independent. */
export function changeSentence(words: Words, years: readonly Year[]): string | null {
  const withMarks = years.filter(({ summary }) => marked(summary.marks) > 0);
  const [first, last] = [withMarks[0], withMarks.at(-1)];
  if (!first || !last || first === last) return null;
  const difference = qualityDifference(last.summary.marks, first.summary.marks);
  if (!difference) return null;
  const share = (marks: MarkCounts) => percentText(words, quality(marks)!);
  const { verdict } = difference;
  return words.t(`insights.years.change.${verdict}`, {
    ...{ from: yearText(words, first.work), to: yearText(words, last.work) },
    ...{ first: share(first.summary.marks), last: share(last.summary.marks) },
    points: pointsText(words, inPoints(difference).difference),
  });
}

function trend(viewing: Viewing, analysis: Analysis, years: readonly Year[]): YearsView["chart"] {
  const { words } = viewing;
  const sentence = changeSentence(words, years);
  const rule = figure(analysis.work, "quality");
  return {
    finding: sentence ?? words.t("insights.years.finding"),
    measure: measureLine(words, {
      ...{ measure: "years", work: analysis.work, unit: analysis.unit },
      pupils: marked(analysis.summary!.marks),
    }),
    summary: words.t("insights.years.otherPupils"),
    own: ownWord(words, viewing.unit),
    points: years.map(({ work, summary }) => {
      const { value, interval, base } = rule.compute(summary);
      return {
        ...{ key: String(work.id), label: yearText(words, work) },
        // Autumn stands half a year after spring of the same year.
        at: work.year + (work.season === "autumn" ? 0.5 : 0),
        own:
          value === null || interval === null
            ? "absent"
            : {
                ...{ value, ...interval, label: percentText(words, value) },
                interval: intervalText(words, interval, "percent"),
                base: numberText(words, base),
              },
      };
    }),
  };
}
