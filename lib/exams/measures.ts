import type { ExamSummary } from "../statistics/exams/exam-summary.ts";
import { countBetween, reportBands, scored, sharePercent } from "../statistics/exams/score-bands.ts";
import { type Interval, toPercent } from "../statistics/interval.ts";
import {
  type MarkCounts,
  marked as markedPersons,
  meanMark,
  passRate,
  quality,
} from "../statistics/marks.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { histogramMoments, mean, standardDeviation } from "../statistics/moments.ts";
import { histogramQuantile } from "../statistics/quantile.ts";
import { wilson } from "../statistics/wilson.ts";

/** A figure of a state examination with everything it was made of. */
export interface ExamFigure {
  /** Stands in the address of «Как это посчитано». */
  key: string;
  /** Texts: `exams.figures.<name>.{name,formula}`. */
  name: string;
  params: Record<string, string | number>;
  unit: "people" | "percent" | "mark" | "points";
  decimals: number;
  value: number | null;
  interval: Interval | null;
  method: "wilson" | "student" | null;
  /** How many of the base; null for means. */
  part: number | null;
  base: number;
  /** The natural scale, on which the interval is drawn. */
  scale: { from: number; to: number } | null;
}

export interface Measured {
  marked: boolean;
  attestat: number | null;
  rosobrnadzor: number | null;
  minobrnauki: number | null;
  /** From which test score a result counts as high. */
  high: number;
}

const PERCENT = { from: 0, to: 100 } as const;
const empty = { params: {}, interval: null, method: null, part: null, scale: null } as const;

/** All figures of the catalogue (handbook §2.6) for one examination and group of people, in the order of the page. */
export function examFigures(summary: ExamSummary, measured: Measured): ExamFigure[] {
  const people: ExamFigure = {
    ...empty,
    ...{ key: "participants", name: "participants", unit: "people", decimals: 0 },
    ...{ value: summary.participants, base: summary.participants },
  };
  return [
    people,
    ...(measured.marked ? ofMarks(summary) : ofScores(summary, measured)),
    ...ofPrimary(summary),
  ];
}

/** One of them; null for a key that this examination does not have. */
export function examFigure(summary: ExamSummary, measured: Measured, key: string): ExamFigure | null {
  return examFigures(summary, measured).find((figure) => figure.key === key) ?? null;
}

/** Numbers of marks 2, 3, 4, 5. */
export function marksOf({ score }: ExamSummary): MarkCounts {
  return [score[2] ?? 0, score[3] ?? 0, score[4] ?? 0, score[5] ?? 0];
}

function ofMarks(summary: ExamSummary): ExamFigure[] {
  const marks = marksOf(summary);
  const base = markedPersons(marks);
  const moments = histogramMoments(summary.score);
  return [
    {
      ...empty,
      ...{ key: "meanMark", name: "meanMark", unit: "mark", decimals: 2, method: "student" },
      ...{
        value: meanMark(marks),
        interval: cut(meanInterval(moments), 2, 5),
        base,
        scale: { from: 2, to: 5 },
      },
    },
    shareFigure("pass", marks[1] + marks[2] + marks[3], base, passRate(marks)),
    shareFigure("quality", marks[2] + marks[3], base, quality(marks)),
    ...([2, 3, 4, 5] as const).map((mark) => ({
      ...shareFigure("mark", marks[mark - 2]!, base, sharePercent(marks[mark - 2]!, base), {
        mark,
      }),
      key: `mark${mark}`,
    })),
  ];
}

function ofScores(
  summary: ExamSummary,
  { attestat, rosobrnadzor, minobrnauki, high }: Measured,
): ExamFigure[] {
  const { score } = summary;
  const base = scored(score);
  const moments = histogramMoments(score);
  const points = { unit: "points", decimals: 1 } as const;
  const share = (
    name: string,
    from: number,
    to: number,
    params: Record<string, number> = {},
    key = name,
  ) => ({
    ...shareFigure(
      name,
      countBetween(score, from, to),
      base,
      sharePercent(countBetween(score, from, to), base),
      params,
    ),
    key,
  });
  const quartile = (key: string, p: number): ExamFigure => ({
    ...{ ...empty, ...points, key, name: key, value: histogramQuantile(score, p), base },
  });
  const bands = attestat === null ? [] : reportBands(attestat);
  return [
    {
      ...{ ...empty, ...points, key: "mean", name: "mean", method: "student", scale: PERCENT },
      ...{ value: mean(moments), interval: cut(meanInterval(moments), 0, 100), base },
    },
    quartile("median", 0.5),
    { ...empty, ...points, key: "deviation", name: "deviation", value: standardDeviation(moments), base },
    quartile("lowerQuartile", 0.25),
    quartile("upperQuartile", 0.75),
    ...(attestat === null ? [] : [share("below", 0, attestat - 1, { threshold: attestat })]),
    ...(rosobrnadzor === null || rosobrnadzor === attestat
      ? []
      : [share("belowAdmission", 0, rosobrnadzor - 1, { threshold: rosobrnadzor })]),
    ...(minobrnauki === null
      ? []
      : [share("belowUniversity", 0, minobrnauki - 1, { threshold: minobrnauki })]),
    ...bands.slice(1).map(({ from, to }, i) => share("band", from, to, { from, to }, `band${i + 1}`)),
    share("high", high, 100, { from: high }),
    share("hundred", 100, 100),
  ];
}

function ofPrimary({ primary }: ExamSummary): ExamFigure[] {
  const moments = histogramMoments(primary);
  const base = scored(primary);
  const points = { unit: "points", decimals: 1 } as const;
  return [
    {
      ...{ ...empty, ...points, key: "meanPrimary", name: "meanPrimary", method: "student" },
      ...{ value: mean(moments), interval: cut(meanInterval(moments), 0, 100), base },
    },
    {
      ...empty,
      ...points,
      key: "medianPrimary",
      name: "medianPrimary",
      value: histogramQuantile(primary, 0.5),
      base,
    },
  ];
}

function shareFigure(
  name: string,
  part: number,
  base: number,
  value: number | null,
  params: Record<string, string | number> = {},
): ExamFigure {
  return {
    ...{ key: name, name, params, unit: "percent", decimals: 1, method: "wilson", scale: PERCENT },
    ...{ value, interval: toPercent(wilson(part, base)), part, base },
  };
}

/** A share of counted people outside a summary: registers, sums of subjects. */
export function countedShare(
  name: string,
  part: number,
  base: number,
  params: Record<string, string | number> = {},
): ExamFigure {
  return shareFigure(name, part, base, sharePercent(part, base), params);
}

/** What cannot be scored is not shown. */
function cut(interval: Interval | null, from: number, to: number): Interval | null {
  return interval && { low: Math.max(interval.low, from), high: Math.min(interval.high, to) };
}
