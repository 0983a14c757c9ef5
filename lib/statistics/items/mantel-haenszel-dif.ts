import { type MantelHaenszel, mantelHaenszel } from "../association/mantel-haenszel.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { type Interval, USUAL_LEVEL } from "../interval.ts";
import { type DifGroup, type MatchingOptions, matchedAnswers } from "./matched-answers.ts";
import type { ScoreMatrix } from "./score-matrix.ts";

/** Class of the Educational Testing Service: A negligible, B moderate, C large. */
export type EtsClass = "A" | "B" | "C";

export interface MantelHaenszelDif extends MantelHaenszel {
  /** Odds ratio on the scale of ETS, −2.35·ln: below 0 the item is harder for the focal group than for equals of the other. */
  readonly delta: number | null;
  readonly deltaInterval: Interval | null;
  readonly etsClass: EtsClass | null;
}

/** From log-odds to the delta scale of ETS (4 / 1.7, as ETS rounds it). */
export const ETS_DELTA = 2.35;

/** ETS decides at the level 0.05, whatever the level of the intervals. */
const SIGNIFICANT = 0.05;

/**
 * Differential item functioning by Mantel and Haenszel: is the item harder for one group (girls, another variant) than
 * for persons of the other group with the same total score? Odds ratio of a right answer of the reference over the focal
 * group, common to all scores, its ETS delta and class. It sees uniform DIF; an item easier for weak and harder for strong
 * members of a group can escape it (see `logisticDif`).
 *
 * Class by Zieky: A when the corrected test is not significant or |Δ| < 1; C when |Δ| ≥ 1.5 and Δ is significantly beyond
 * ±1 (one-sided); B otherwise. For purification, match by a total without flagged items (`matching`).
 *
 * Units: odds ratio > 0; delta in ETS units (one is about a quarter of the SD of item difficulties there). Null when no
 * score has persons of both groups with different answers; delta, its interval and class alone are null when the odds
 * ratio is. Errors as `matchedAnswers`.
 * R: `mantelhaen.test(table(group, x[, i], total))`, `-2.35 * log(estimate)`; `difR::difMH`.
 * Source: Holland and Thayer (1988), in Wainer and Braun, Test Validity, 129–145; Zieky (1993), in Holland and Wainer,
 * Differential Item Functioning, 337–347.
 *
 * @example mantelHaenszelDif(matrix, 6, groups)!.etsClass // "C"
 */
export function mantelHaenszelDif(
  matrix: ScoreMatrix,
  item: number,
  groups: readonly (DifGroup | null)[],
  options: MatchingOptions = {},
  level: number = USUAL_LEVEL,
): MantelHaenszelDif | null {
  const strata = matchedAnswers(matrix, item, groups, options).map((answers) => ({
    a: answers.referenceRight,
    b: answers.referenceWrong,
    c: answers.focalRight,
    d: answers.focalWrong,
  }));
  const found = mantelHaenszel(strata, level);
  if (found === null) return null;
  const { oddsRatio, interval } = found;
  if (oddsRatio === null || interval === null)
    return { ...found, delta: null, deltaInterval: null, etsClass: null };
  return {
    ...found,
    delta: deltaOf(oddsRatio),
    deltaInterval: { low: deltaOf(interval.high), high: deltaOf(interval.low) },
    etsClass: etsClassOf(deltaOf(oddsRatio), ETS_DELTA * found.logStandardError!, found.pCorrected),
  };
}

/** Never −0: an odds ratio of exactly 1 is no difference at all. */
function deltaOf(oddsRatio: number): number {
  return 0 - ETS_DELTA * Math.log(oddsRatio);
}

/**
 * ETS class of a difference of `delta`, its standard error, and the p-value of the test that there is none.
 *
 * Units: none; never null. R: no equivalent. Source: Zieky 1993.
 *
 * @example etsClassOf(1.2, 0.3, 0.001) // "B"
 */
export function etsClassOf(delta: number, standardError: number, p: number): EtsClass {
  const size = Math.abs(delta);
  if (!(p < SIGNIFICANT) || size < 1) return "A";
  return size >= 1.5 && size - 1 > normalQuantile(1 - SIGNIFICANT) * standardError ? "C" : "B";
}
