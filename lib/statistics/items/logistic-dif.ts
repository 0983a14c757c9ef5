import { chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { type LogisticRegression, logisticRegression } from "../regression/logistic-regression.ts";
import {
  type DifGroup,
  type MatchedAnswers,
  type MatchingOptions,
  matchedAnswers,
} from "./matched-answers.ts";
import type { ScoreMatrix } from "./score-matrix.ts";

/** Does a model with more terms fit better than one with fewer? */
export interface LikelihoodRatioTest {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** Why an item cannot be tested. */
export type NotTestable = "oneGroup" | "itemDoesNotVary" | "confounded" | "separation" | "noConvergence";

/** Class of Jodoin and Gierl by the change of Nagelkerke's R²: A negligible, B moderate (0.035), C large (0.070). */
export type JodoinGierlClass = "A" | "B" | "C";

export type LogisticDif =
  | { readonly kind: "notTestable"; readonly n: number; readonly reason: NotTestable }
  | {
      readonly kind: "tested";
      readonly n: number;
      /** Group beside the score: the item is harder for one group at every score. */
      readonly uniform: LikelihoodRatioTest;
      /** Group × score beside both: how much harder depends on the score. Null when its model has no estimate. */
      readonly nonUniform: LikelihoodRatioTest | null;
      /** Both at once; null when `nonUniform` is. */
      readonly either: LikelihoodRatioTest | null;
      /** Log-odds of a right answer, focal minus reference at equal score (below 0: harder for the focal group). */
      readonly logOdds: number;
      readonly interval: Interval;
      /** How much of Nagelkerke's R² group and group × score add, with its class; null when `nonUniform` is. */
      readonly nagelkerkeChange: number | null;
      readonly effectClass: JodoinGierlClass | null;
    };

/**
 * Differential item functioning by logistic regression: log-odds of a right answer on the matching score; then on the
 * group too (uniform DIF); then on group × score too (non-uniform DIF), compared by likelihood ratios. Finds what
 * Mantel–Haenszel misses when the direction depends on ability; the 2-df test of both is the one to decide by, the
 * change of R² says whether a significant difference matters.
 *
 * Units: log-odds; R² as a fraction 0–1. Never null, but `notTestable` with the reason: one group only, everyone (or
 * nobody) right, each group at one score of its own, answers that score and group tell apart wholly, or no convergence. Errors as `matchedAnswers`.
 * R: `anova(glm(y ~ s, binomial), glm(y ~ s + g, binomial), glm(y ~ s * g, binomial))`; `difR::difLogistic`.
 * Source: Swaminathan and Rogers (1990), Journal of Educational Measurement 27:361–370; Jodoin and Gierl (2001), Applied
 * Measurement in Education 14:329–349; Nagelkerke (1991), Biometrika 78:691–692.
 *
 * @example logisticDif(matrix, 6, groups).kind // "tested"
 */
export function logisticDif(
  matrix: ScoreMatrix,
  item: number,
  groups: readonly (DifGroup | null)[],
  options: MatchingOptions = {},
  level: number = USUAL_LEVEL,
): LogisticDif {
  checkLevel(level);
  const answers = matchedAnswers(matrix, item, groups, options);
  const sum = (count: (stratum: MatchedAnswers) => number) =>
    answers.reduce((total, stratum) => total + count(stratum), 0);
  const reference = sum((stratum) => stratum.referenceRight + stratum.referenceWrong);
  const focal = sum((stratum) => stratum.focalRight + stratum.focalWrong);
  const right = sum((stratum) => stratum.referenceRight + stratum.focalRight);
  const n = reference + focal;
  const refuse = (reason: NotTestable): LogisticDif => ({ kind: "notTestable", n, reason });
  if (reference === 0 || focal === 0) return refuse("oneGroup");
  if (right === 0 || right === n) return refuse("itemDoesNotVary");
  const matched = modelOf(answers, (score) => [score]);
  const uniform = modelOf(answers, (score, group) => [score, group]);
  for (const model of [matched, uniform])
    if (!model.converged) return refuse(isSeparated(model) ? "separation" : "noConvergence");
  const logOdds = uniform.coefficients[2]!;
  const uniformTest = compare(matched, uniform);
  if (logOdds === null || uniformTest === null) return refuse("confounded");
  const crossed = modelOf(answers, (score, group) => [score, group, score * group]);
  const half = normalQuantile((1 + level) / 2) * uniform.standardErrors[2]!;
  const either = crossed.converged ? compare(matched, crossed) : null;
  const nonUniform = crossed.converged ? compare(uniform, crossed) : null;
  const change = nonUniform && nagelkerke(crossed) - nagelkerke(matched);
  return {
    ...{ kind: "tested", n, uniform: uniformTest, nonUniform, either: nonUniform && either },
    ...{ logOdds, interval: { low: logOdds - half, high: logOdds + half } },
    nagelkerkeChange: change,
    effectClass: change === null || either === null ? null : effectClassOf(change, either.p),
  };
}

/** One row for each score, group and answer, with the number of persons as its weight. */
function modelOf(
  answers: readonly MatchedAnswers[],
  covariates: (score: number, group: 0 | 1) => number[],
): LogisticRegression {
  const rows = answers.flatMap(({ score, ...counts }) => [
    { x: covariates(score, 0), y: 1, weight: counts.referenceRight },
    { x: covariates(score, 0), y: 0, weight: counts.referenceWrong },
    { x: covariates(score, 1), y: 1, weight: counts.focalRight },
    { x: covariates(score, 1), y: 0, weight: counts.focalWrong },
  ]);
  return logisticRegression(
    rows.map((row) => row.x),
    rows.map((row) => row.y),
    rows.map((row) => row.weight),
  );
}

function isSeparated({ separation }: LogisticRegression): boolean {
  return separation !== null && separation !== "none";
}

/** Null when the larger model has no term that the smaller one has not. */
function compare(smaller: LogisticRegression, larger: LogisticRegression): LikelihoodRatioTest | null {
  const degreesOfFreedom = larger.rank - smaller.rank;
  if (degreesOfFreedom === 0) return null;
  const chiSquared = Math.max(0, smaller.deviance! - larger.deviance!);
  return { chiSquared, degreesOfFreedom, p: chiSquaredUpperTail(chiSquared, degreesOfFreedom) };
}

function nagelkerke({ n, deviance, nullDeviance }: LogisticRegression): number {
  return Math.expm1((deviance! - nullDeviance!) / n) / Math.expm1(-nullDeviance! / n);
}

function effectClassOf(change: number, p: number): JodoinGierlClass {
  if (!(p < 0.05) || change < 0.035) return "A";
  return change < 0.07 ? "B" : "C";
}
