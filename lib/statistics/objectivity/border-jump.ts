import { type BorderPeak, borderPeak } from "./border-peak.ts";
import type { MarkerResult } from "./marker.ts";

/** What decides; the defaults are the portal's own. */
export interface BorderJumpParameters {
  /** Excess from which the sign is weak. */
  readonly weakExcess: number;
  /** Excess and jump from which it is strong, in a work of at least `strongPupils`. */
  readonly strongExcess: number;
  readonly strongJump: number;
  readonly strongPupils: number;
  /** Fewer pupils say nothing. */
  readonly minimumPupils: number;
}

/** Handbook §4.2 M2; 20 and 50 pupils are the sample bands of ФИОКО 2026, p. 13. */
export const BORDER_JUMP: BorderJumpParameters = {
  weakExcess: 2,
  strongExcess: 3,
  strongJump: 2.5,
  strongPupils: 50,
  minimumPupils: 20,
};

export interface BorderJump extends MarkerResult<"borderJump"> {
  readonly namespace: "ours";
  readonly border: number;
  /** What the neighbours let expect at the border; null when there is no neighbour. */
  readonly expected: number | null;
  /** J: pupils at the border and one above ÷ pupils one and two… below (at least 1). */
  readonly jump: number;
  /** Whether a production system's rule sees a peak: c ≥ max(2, 1.5 · average) and c ≥ average + 1. */
  readonly isPeak: boolean;
  /** The exact test of the two scores at the border. */
  readonly peak: BorderPeak;
}

/**
 * Border jump (скачок на границе отметки, bunching), our M2, for one border: how far the number of pupils at the least
 * score of a mark exceeds what its neighbours let expect. ĉ is the mean count of the scores within 3 of the border, without
 * the border and the score below it; statistic = excess E = (c − ĉ) / √max(ĉ, 1), in standard deviations of a Poisson
 * count; J = (c(b) + c(b+1)) / max(1, c(b−2) + c(b−1)). Weak from E = 2; strong from E = 3 and J = 2.5 with 50 pupils.
 * Give it borders of the official scale only: a peak elsewhere is no marker of objectivity.
 *
 * What it cannot say: histograms of short works are ragged, a task of three points leaves teeth in them, and E ≥ 2 comes by
 * chance at one border in about forty. It does not tell a kind examiner from a changed answer.
 *
 * Units: standard deviations. Null expectation (and "insufficient") when no neighbour exists; "insufficient" below
 * `minimumPupils`. A RangeError for a border outside 1…maximum. R: `(c[b] - m) / sqrt(max(m, 1))`, `m <- mean(c[near])`.
 * Source: ours, handbook §4.2 M2; ФИОКО 2026, p. 13–15; bunching: Chetty et al. (2011), QJE 126:749–804.
 *
 * @example borderJump([8, 8, 4, 2, 4, 10, 5, 5, 4], 5).verdict // "strong"
 */
export function borderJump(
  histogram: readonly number[],
  border: number,
  parameters: BorderJumpParameters = BORDER_JUMP,
): BorderJump {
  const peak = borderPeak(histogram, border);
  const n = histogram.reduce((sum, count) => sum + count, 0);
  const count = (score: number) => histogram[score] ?? 0;
  const near = [-3, -2, 1, 2, 3].map((step) => border + step).filter((score) => score in histogram);
  const expected =
    near.length === 0 ? null : near.reduce((sum, score) => sum + count(score), 0) / near.length;
  const excess = expected === null ? null : (peak.at - expected) / Math.sqrt(Math.max(expected, 1));
  const jump = (peak.at + count(border + 1)) / Math.max(1, count(border - 2) + peak.below);
  const average = n / histogram.length;
  const verdict = () => {
    if (n < parameters.minimumPupils || excess === null) return "insufficient";
    if (n >= parameters.strongPupils && excess >= parameters.strongExcess && jump >= parameters.strongJump)
      return "strong";
    return excess >= parameters.weakExcess ? "weak" : "none";
  };
  return {
    ...{ namespace: "ours", marker: "borderJump", statistic: excess, limit: parameters.weakExcess, n },
    ...{ verdict: verdict(), border, expected, jump, peak },
    isPeak: peak.at >= Math.max(2, 1.5 * average) && peak.at >= average + 1,
  };
}

/**
 * Border jump at each border of a scale: the least scores of the marks 3, 4, 5 that the scale has.
 *
 * Source: handbook §4.2 M2.
 * Units: standard deviations (excess E). Statistic null without a neighbouring score; "insufficient" below 20. R:
 * `(c[b]-m)/sqrt(max(m,1))`.
 *
 * @example borderJumps([8, 8, 4, 2, 4, 10, 5, 5, 4], [5]).map((one) => one.verdict) // ["strong"]
 */
export function borderJumps(
  histogram: readonly number[],
  borders: readonly number[],
  parameters: BorderJumpParameters = BORDER_JUMP,
): BorderJump[] {
  return borders.map((border) => borderJump(histogram, border, parameters));
}
