import { workCompletion, workCompletionInterval, workPoints } from "../statistics/completion.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { mean } from "../statistics/moments.ts";
import { histogramMedian } from "../statistics/quantile.ts";
import { type Summary, scoreMoments } from "../statistics/summary.ts";
import { cut, type FigureRule, leftOut, type MeasuredWork, PERCENT, type Workings } from "./figure.ts";
import { medianInputs } from "./median-inputs.ts";

/** Everything about primary scores: pupils whose printed total can be used. */
export function scoreFigures({ maxScore: max }: MeasuredWork): FigureRule[] {
  const scale = { from: 0, to: max };
  const rule = (
    shape: Pick<FigureRule, "key" | "unit" | "scale" | "source" | "method">,
    compute: (summary: Summary) => Pick<Workings, "value" | "interval"> & { inputs: Workings["inputs"] },
  ): FigureRule => ({
    ...shape,
    name: shape.key,
    params: { max },
    decimals: shape.key === "medianScore" ? "half" : 1,
    edition: 1,
    compute: (summary) => ({
      part: null,
      base: summary.scored,
      leftOut: leftOut({ absent: summary.absent, noScore: summary.participants - summary.scored }),
      ...compute(summary),
    }),
  });
  const sums = ({ scored: n, scoreSum: sum }: Summary) => ({ n, sum, max });
  return [
    rule({ key: "meanScore", unit: "points", scale, source: "formulas", method: "student" }, (summary) => ({
      value: mean(scoreMoments(summary)),
      interval: cut(meanInterval(scoreMoments(summary)), scale),
      inputs: sums(summary),
    })),
    rule({ key: "medianScore", unit: "points", scale, source: "quantile", method: null }, (summary) => ({
      value: histogramMedian(summary.histogram),
      interval: null,
      inputs: { ...sums(summary), ...medianInputs(summary.histogram) },
    })),
    rule(
      { key: "completion", unit: "percent", scale: PERCENT, source: "formulas", method: "student" },
      (summary) => ({
        value: workCompletion(summary),
        interval: cut(workCompletionInterval(summary), PERCENT),
        inputs: { ...sums(summary), possible: workPoints(summary).possible },
      }),
    ),
  ];
}
