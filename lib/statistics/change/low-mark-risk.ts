import { normalQuantile } from "../distributions/normal.ts";
import { checkCounts, checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { brierScore, brierSkillScore } from "../regression/brier-score.ts";
import {
  type CalibrationLine,
  calibrationGroups,
  calibrationLine,
  type RiskGroup,
} from "../regression/calibration.ts";
import { logistic } from "../regression/logistic-newton.ts";
import { type LogisticRegression, logisticRegression } from "../regression/logistic-regression.ts";
import { type RocArea, rocArea } from "../regression/roc-area.ts";

/** Pupils who are alike in what is known of them this year: how many, and how many of them had a mark 2 the year after. */
export interface RiskCell {
  /** The primary score, and whatever else the model uses, in one order for all cells. */
  readonly covariates: readonly number[];
  readonly pupils: number;
  readonly low: number;
}

/** How well predicted risks fit what came. */
export interface RiskAssessment {
  readonly pupils: number;
  readonly low: number;
  readonly brier: number | null;
  readonly brierSkill: number | null;
  readonly roc: RocArea | null;
  readonly groups: readonly RiskGroup[];
  readonly calibration: CalibrationLine | null;
}

/** A fitted model of the risk, with how well it fits the pupils it was made of: better than it will fit others. */
export interface RiskModel {
  readonly kind: "model";
  readonly regression: LogisticRegression;
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly apparent: RiskAssessment;
}

/** Why there is no model. */
export type NoRiskModel =
  | { readonly kind: "tooEarly"; readonly rarer: number; readonly needed: number }
  | {
      readonly kind: "noEstimate";
      readonly reason: "separation" | "aliased" | "notConverged";
      readonly regression: LogisticRegression;
    };

/** The rarer answer has to come so often for each coefficient (Peduzzi et al. 1996). */
export const EVENTS_PER_COEFFICIENT = 10;

/** Each cell as two rows: those with a mark 2, and the others. */
function rowsOf(cells: readonly RiskCell[]) {
  for (const { low, pupils } of cells) checkCounts(low, pupils);
  return {
    x: cells.flatMap(({ covariates }) => [covariates, covariates]),
    outcomes: cells.flatMap(() => [1, 0]),
    counts: cells.flatMap(({ pupils, low }) => [low, pupils - low]),
  };
}

function logOdds({ coefficients }: RiskModel, covariates: readonly number[]): number {
  if (covariates.length !== coefficients.length - 1)
    throw new RangeError(`The model has ${coefficients.length - 1} covariates, got ${covariates.length}`);
  return covariates.reduce((sum, value, j) => sum + coefficients[j + 1]! * value, coefficients[0]!);
}

function assess(probabilities: readonly number[], cells: readonly RiskCell[]): RiskAssessment {
  const { outcomes, counts } = rowsOf(cells);
  return {
    pupils: cells.reduce((sum, cell) => sum + cell.pupils, 0),
    low: cells.reduce((sum, cell) => sum + cell.low, 0),
    brier: brierScore(probabilities, outcomes, counts),
    brierSkill: brierSkillScore(probabilities, outcomes, counts),
    roc: rocArea(probabilities, outcomes, counts),
    groups: calibrationGroups(probabilities, outcomes, 10, counts),
    calibration: calibrationLine(probabilities, outcomes, counts),
  };
}

/**
 * Model of the risk of a mark 2 next year from this year's results: logistic regression on cells of alike pupils (one cell
 * for each primary score is enough), so the pupils themselves are not needed and the work does not grow with their number.
 * To be fitted on a cohort whose next year is known, tried with `assessRisk` on another one, and only then used.
 *
 * `tooEarly` while the rarer of both answers comes less than `eventsPerCoefficient` times for each coefficient; `noEstimate` when a score
 * separates the marks, when a covariate repeats others, or without convergence. A RangeError for impossible counts or covariates.
 * Units: log-odds per point. R: `glm(cbind(low, pupils - low) ~ score, family = binomial)` (its deviance and log-likelihood differ by a constant of the cells).
 * Source: Hosmer and Lemeshow (2000), Applied Logistic Regression; Peduzzi et al. (1996), Journal of Clinical Epidemiology 49:1373–1379.
 * Never null.
 *
 * @example fitLowMarkRisk([{ covariates: [3], pupils: 4, low: 3 }, { covariates: [9], pupils: 4, low: 1 }]) // { kind: "tooEarly", rarer: 4, needed: 20 }
 */
export function fitLowMarkRisk(
  cells: readonly RiskCell[],
  eventsPerCoefficient: number = EVENTS_PER_COEFFICIENT,
): RiskModel | NoRiskModel {
  if (!(eventsPerCoefficient >= 1)) throw new RangeError(`Not a number of events: ${eventsPerCoefficient}`);
  const { x, outcomes, counts } = rowsOf(cells);
  const low = cells.reduce((sum, cell) => sum + cell.low, 0);
  const rarer = Math.min(low, cells.reduce((sum, cell) => sum + cell.pupils, 0) - low);
  const needed = eventsPerCoefficient * (1 + (cells[0]?.covariates.length ?? 0));
  if (rarer < needed) return { kind: "tooEarly", rarer, needed };
  const regression = logisticRegression(x, outcomes, counts);
  if (regression.separation !== "none") return { kind: "noEstimate", reason: "separation", regression };
  if (!regression.converged) return { kind: "noEstimate", reason: "notConverged", regression };
  if (regression.aliased.length > 0) return { kind: "noEstimate", reason: "aliased", regression };
  return {
    kind: "model",
    regression,
    coefficients: regression.coefficients.map(Number),
    covariance: regression.covariance!.map((row) => row.map(Number)),
    apparent: assess(regression.fitted!, cells),
  };
}

/**
 * Risk of a mark 2 next year for pupils like these, with the interval that the model's own uncertainty gives (Wald, on log-odds).
 * It speaks of a group of such pupils, never of one child.
 *
 * Units: fraction 0–1. A RangeError unless there are as many covariates as in the model. R: `plogis(predict(m, new, se.fit = TRUE))` ± z·se on the link.
 * Source: Hosmer and Lemeshow (2000), §1.4.
 *
 * @example lowMarkRisk(model, [10]) // { probability: 0.1053…, low: 0.0903…, high: 0.1226… } on the simulated district
 */
export function lowMarkRisk(
  model: RiskModel,
  covariates: readonly number[],
  level: number = USUAL_LEVEL,
): { readonly probability: number } & Interval {
  checkLevel(level);
  const middle = logOdds(model, covariates);
  const row = [1, ...covariates];
  const variance = row.reduce(
    (sum, a, j) => sum + a * row.reduce((inner, b, k) => inner + b * model.covariance[j]![k]!, 0),
    0,
  );
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, variance));
  return { probability: logistic(middle), low: logistic(middle - half), high: logistic(middle + half) };
}

/**
 * How well a model's risks fit other pupils than those it was made of: Brier score and skill, ROC area with interval, calibration in
 * groups, in the large, and slope. The only fit that counts.
 *
 * Units and null: those of the parts; without a pupil all are null and there is no group. R: the parts on `predict(m, new, type = "response")`.
 * Source: Van Calster et al. (2019), BMC Medicine 17:230.
 *
 * @example assessRisk(model, []).brier // null
 */
export function assessRisk(model: RiskModel, cells: readonly RiskCell[]): RiskAssessment {
  return assess(
    cells.flatMap(({ covariates }) => {
      const p = logistic(logOdds(model, covariates));
      return [p, p];
    }),
    cells,
  );
}

/**
 * Share of marks 2 to be expected next year in a group (a school, a class) given how many of its pupils are in each cell, with a prediction interval:
 * the model's uncertainty and the chance of single pupils. Pupils count as independent given the covariates; where schools differ beyond
 * them the true interval is wider.
 *
 * Units: fraction 0–1 (the normal interval is cut there). Null without pupils. A RangeError for counts that are not whole numbers from 0 up.
 * R: mean of `predict(m, new, type = "response")`; variance `g' V g + sum(p (1 - p)) / n^2` with g = mean of p(1 − p)x. Source: ours, delta method.
 *
 * @example expectedLowShare(model, []) // null
 */
export function expectedLowShare(
  model: RiskModel,
  groups: readonly { readonly covariates: readonly number[]; readonly pupils: number }[],
  level: number = USUAL_LEVEL,
): ({ readonly share: number } & Interval) | null {
  checkLevel(level);
  for (const { pupils } of groups) checkCounts(0, pupils);
  const n = groups.reduce((sum, { pupils }) => sum + pupils, 0);
  if (n === 0) return null;
  const gradient = model.coefficients.map(() => 0);
  let share = 0;
  let chance = 0;
  for (const { covariates, pupils } of groups) {
    const odds = logOdds(model, covariates);
    const p = logistic(odds);
    const spread = pupils * p * logistic(-odds);
    share += (pupils / n) * p;
    chance += spread / n / n;
    [1, ...covariates].forEach((value, j) => {
      gradient[j]! += (spread / n) * value;
    });
  }
  const ofModel = gradient.reduce(
    (sum, a, j) => sum + a * gradient.reduce((inner, b, k) => inner + b * model.covariance[j]![k]!, 0),
    0,
  );
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, ofModel) + chance);
  return { share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
}
