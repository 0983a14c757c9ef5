import { toPercent } from "../statistics/interval.ts";
import { markMoments, souInterval } from "../statistics/mark-intervals.ts";
import {
  type MarkCounts,
  marked,
  markShares,
  meanMark,
  medianMark,
  passCount,
  passRate,
  quality,
  qualityCount,
  sou,
} from "../statistics/marks.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import type { Summary } from "../statistics/summary.ts";
import { wilson } from "../statistics/wilson.ts";
import { cut, type FigureRule, leftOut, PERCENT, type Workings } from "./figure.ts";
import { medianInputs } from "./median-inputs.ts";

const MARK_SCALE = { from: 2, to: 5 } as const;
const SOU_SCALE = { from: 16, to: 100 } as const;

type Shape = Pick<FigureRule, "key" | "unit" | "decimals" | "scale" | "source" | "method"> &
  Partial<Pick<FigureRule, "name" | "params">>;

function ofMarks(
  shape: Shape,
  compute: (marks: MarkCounts) => Pick<Workings, "value" | "interval" | "part"> & {
    inputs?: Workings["inputs"];
  },
): FigureRule {
  return {
    name: shape.key,
    params: {},
    ...shape,
    edition: 1,
    compute: (summary) => {
      const { marks } = summary;
      const n = marked(marks);
      const [n2, n3, n4, n5] = marks;
      const { inputs, ...rest } = compute(marks);
      return { ...rest, base: n, inputs: { n, n2, n3, n4, n5, ...inputs }, leftOut: withoutMark(summary) };
    },
  };
}

function withoutMark(summary: Summary): Workings["leftOut"] {
  return leftOut({ absent: summary.absent, noMark: summary.participants - marked(summary.marks) });
}

const percent = { unit: "percent", decimals: 1 } as const;
const share = { ...percent, scale: PERCENT, source: "formulas", method: "wilson" } as const;

function shareOf(part: number, marks: MarkCounts, value: number | null) {
  return { value, part, interval: toPercent(wilson(part, marked(marks))) };
}

const markShareFigures = ([2, 3, 4, 5] as const).map((mark) =>
  ofMarks(
    { key: `share${mark}`, name: "share", params: { mark }, ...share, source: "marksReport" },
    (marks) => ({
      ...shareOf(marks[mark - 2]!, marks, markShares(marks)?.[mark - 2] ?? null),
      inputs: { part: marks[mark - 2]! },
    }),
  ),
);

/** Everything about marks: the file's mark, else the mark by the scale. */
export const markFigures: readonly FigureRule[] = [
  ...markShareFigures,
  ofMarks({ key: "pass", ...share }, (marks) => shareOf(passCount(marks), marks, passRate(marks))),
  ofMarks({ key: "quality", ...share }, (marks) => shareOf(qualityCount(marks), marks, quality(marks))),
  ofMarks({ key: "sou", ...percent, scale: SOU_SCALE, source: "sou", method: "student" }, (marks) => ({
    value: sou(marks),
    part: null,
    interval: cut(souInterval(marks), SOU_SCALE),
  })),
  ofMarks(
    { key: "meanMark", unit: "mark", decimals: 2, scale: MARK_SCALE, source: "formulas", method: "student" },
    (marks) => {
      const moments = markMoments(marks);
      return {
        value: meanMark(marks),
        part: null,
        interval: cut(meanInterval(moments), MARK_SCALE),
        inputs: { sum: moments.sum },
      };
    },
  ),
  ofMarks(
    {
      key: "medianMark",
      unit: "mark",
      decimals: "half",
      scale: MARK_SCALE,
      source: "quantile",
      method: null,
    },
    (marks) => ({
      value: medianMark(marks),
      part: null,
      interval: null,
      inputs: medianInputs([0, 0, ...marks]),
    }),
  ),
];
