import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { wilson } from "../wilson.ts";
import { logisticRegression } from "./logistic-regression.ts";
import { checkProbabilities } from "./outcome-counts.ts";

/** Pupils of nearly equal predicted risk: what was predicted for them, and what came. */
export interface RiskGroup {
  readonly n: number;
  readonly events: number;
  readonly lowest: number;
  readonly highest: number;
  readonly meanPredicted: number;
  readonly observed: number;
  /** Wilson's interval of the observed share. */
  readonly interval: Interval;
}

/**
 * Calibration in groups of risk: sorted by predicted probability and cut into groups of about equal size (ten: deciles of
 * risk), does the outcome come as often as predicted? Equal probabilities always stay in one group (that of their middle
 * rank), so groups are of unequal size, or fewer, when many pupils share a prediction.
 *
 * Units: fractions 0–1. An empty list without an observation. A RangeError unless `groups` is a whole number from 1 up.
 * R: `split(p, floor(groups * (rank(p) - 0.5) / length(p)))`. Source: Hosmer and Lemeshow (2000), Applied Logistic Regression, §5.2.2.
 * Never null (empty list).
 *
 * @example calibrationGroups([0.1, 0.1, 0.6, 0.8], [0, 0, 1, 1], 2).map((g) => [g.meanPredicted, g.observed]) // [[0.1, 0], [0.7, 1]]
 */
export function calibrationGroups(
  probabilities: readonly number[],
  outcomes: readonly number[],
  groups = 10,
  counts: readonly number[] = probabilities.map(() => 1),
  level: number = USUAL_LEVEL,
): RiskGroup[] {
  checkLevel(level);
  checkProbabilities(probabilities, outcomes, counts);
  if (!(Number.isSafeInteger(groups) && groups >= 1))
    throw new RangeError(`Not a number of groups: ${groups}`);
  const order = [...probabilities.keys()]
    .filter((i) => counts[i]! > 0)
    .sort((a, b) => probabilities[a]! - probabilities[b]!);
  const total = order.reduce((sum, i) => sum + counts[i]!, 0);
  const bins = new Map<number, { n: number; events: number; sum: number; lowest: number; highest: number }>();
  let before = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const p = probabilities[order[from]!]!;
    let n = 0;
    let events = 0;
    for (; to < order.length && probabilities[order[to]!] === p; to++) {
      n += counts[order[to]!]!;
      events += counts[order[to]!]! * outcomes[order[to]!]!;
    }
    const index = Math.floor((groups * (2 * before + n)) / (2 * total));
    const bin = bins.get(index) ?? { n: 0, events: 0, sum: 0, lowest: p, highest: p };
    bins.set(index, {
      n: bin.n + n,
      events: bin.events + events,
      sum: bin.sum + n * p,
      lowest: bin.lowest,
      highest: p,
    });
    before += n;
  }
  return [...bins.values()].map(({ n, events, sum, lowest, highest }) => ({
    n,
    events,
    lowest,
    highest,
    meanPredicted: sum / n,
    observed: events / n,
    interval: wilson(events, n, level)!,
  }));
}

/** A calibration coefficient with its standard error and Wald interval. */
export interface CalibrationEstimate extends Interval {
  readonly estimate: number;
  readonly standardError: number;
}

export interface CalibrationLine {
  /** Log-odds by which the outcome is more frequent than predicted, all risks together; 0 = neither too often nor too seldom. */
  readonly inTheLarge: CalibrationEstimate;
  /** 1 = right; below 1 the predictions are too extreme (the usual sign of overfitting), above 1 too cautious. */
  readonly slope: CalibrationEstimate;
  /** Constant of the same line as the slope. */
  readonly intercept: CalibrationEstimate;
}

/**
 * Cox's calibration: the outcome regressed on the predicted log-odds. Two questions in two fits: is the general level
 * right (constant, with the slope held at 1), and is the spread right (slope)? On the pupils a logistic model was fitted
 * on both answers are perfect by construction; the test is another year.
 *
 * Units: log-odds; slope without unit. Null without both outcomes, when a probability is exactly 0 or 1 (its log-odds
 * are infinite), when all predictions are equal (no slope), and when predictions separate the outcomes (no maximum).
 * R: `glm(y ~ 1, offset = qlogis(p), family = binomial)`; `glm(y ~ qlogis(p), family = binomial)`.
 * Source: Cox (1958), Biometrika 45:562–565; Van Calster et al. (2019), BMC Medicine 17:230.
 *
 * @example calibrationLine([0.2, 0.2, 0.5, 0.5, 0.8, 0.8], [0, 1, 0, 1, 1, 0])!.slope.estimate // 0 (to rounding)
 */
export function calibrationLine(
  probabilities: readonly number[],
  outcomes: readonly number[],
  counts: readonly number[] = probabilities.map(() => 1),
  level: number = USUAL_LEVEL,
): CalibrationLine | null {
  checkLevel(level);
  checkProbabilities(probabilities, outcomes, counts);
  if (probabilities.some((p, i) => counts[i]! > 0 && (p === 0 || p === 1))) return null;
  const used = [...probabilities.keys()].filter((i) => counts[i]! > 0);
  const y = used.map((i) => outcomes[i]!);
  const n = used.map((i) => counts[i]!);
  const logOdds = used.map((i) => Math.log(probabilities[i]!) - Math.log1p(-probabilities[i]!));
  const general = logisticRegression(
    logOdds.map(() => []),
    y,
    n,
    { offset: logOdds, level },
  );
  const line = logisticRegression(
    logOdds.map((value) => [value]),
    y,
    n,
    { level },
  );
  const estimated = (fit: typeof line, index: number): CalibrationEstimate | null => {
    const estimate = fit.coefficients[index] ?? null;
    const standardError = fit.standardErrors[index] ?? null;
    const interval = fit.intervals[index] ?? null;
    return estimate === null || standardError === null || !interval
      ? null
      : { estimate, standardError, ...interval };
  };
  const inTheLarge = estimated(general, 0);
  const intercept = estimated(line, 0);
  const slope = estimated(line, 1);
  return inTheLarge && intercept && slope && { inTheLarge, slope, intercept };
}
