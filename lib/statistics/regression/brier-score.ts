import { checkProbabilities } from "./outcome-counts.ts";

/**
 * Brier score: the mean squared distance between predicted probabilities and what happened (1 or 0). 0 is perfect
 * foresight; predicting the overall share p for everybody gives p(1 − p). Only honest on other pupils than those the
 * model was fitted on. `counts`: how many alike pupils each element stands for.
 *
 * Units: squared probability, 0–1. Null without an observation. R: `weighted.mean((y - p)^2, w)`.
 * Source: Brier (1950), Monthly Weather Review 78:1–3.
 *
 * @example brierScore([0.9, 0.2], [1, 0]) // 0.025
 */
export function brierScore(
  probabilities: readonly number[],
  outcomes: readonly number[],
  counts: readonly number[] = probabilities.map(() => 1),
): number | null {
  checkProbabilities(probabilities, outcomes, counts);
  let n = 0;
  let sum = 0;
  probabilities.forEach((p, i) => {
    n += counts[i]!;
    sum += counts[i]! * (outcomes[i]! - p) ** 2;
  });
  return n === 0 ? null : sum / n;
}

/**
 * Brier skill score: the part of the Brier score of "everybody has the overall share" that the prediction saves.
 * 1 is perfect, 0 no better than the overall share, below 0 worse. Unlike the bare score it can be compared between
 * years whose shares differ.
 *
 * Units: fraction, −∞…1. Null without an observation, and when all outcomes are equal: nothing is left to save.
 * R: `1 - mean((y - p)^2) / mean((y - mean(y))^2)`. Source: Murphy (1973), Journal of Applied Meteorology 12:595–600.
 *
 * @example brierSkillScore([0.9, 0.2], [1, 0]) // 0.9
 */
export function brierSkillScore(
  probabilities: readonly number[],
  outcomes: readonly number[],
  counts: readonly number[] = probabilities.map(() => 1),
): number | null {
  const score = brierScore(probabilities, outcomes, counts);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const share = counts.reduce((sum, count, i) => sum + count * outcomes[i]!, 0) / n;
  return score === null || share === 0 || share === 1 ? null : 1 - score / (share * (1 - share));
}
