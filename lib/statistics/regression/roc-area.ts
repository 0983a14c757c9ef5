import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { checkOutcomes } from "./outcome-counts.ts";

/** How well scores put those with the outcome above those without. */
export interface RocArea {
  readonly area: number;
  /** Null where the outcomes shown cannot tell it: one pupil on a side, or a perfect (or no) order. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/** Weighted variance (divisor n − 1) of placements around their mean, over n; null for one pupil. */
function varianceOfMean(placements: readonly [number, number][], n: number, mean: number): number | null {
  if (n < 2) return null;
  return placements.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0) / (n - 1) / n;
}

/**
 * Area under the ROC curve: the probability that a randomly chosen pupil with the outcome has a higher score than a
 * randomly chosen one without, equal scores counted half. 0.5 is chance, 1 a perfect order, below 0.5 an order turned
 * round. DeLong's standard error, because equal scores and unequal spreads do not disturb it; a normal interval cut at
 * 0 and 1. `scores` may be on any scale; `counts`: how many alike pupils each element stands for. On sorted scores, not pairs.
 *
 * Units: fraction 0–1. Null when nobody, or everybody, has the outcome. Standard error and interval are null with
 * one pupil on a side and when the estimated variance is 0 (a perfect order in a sample is no certainty).
 * R: `pROC::ci.auc(y, p, direction = "<", method = "delong")`. Source: DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44:837–845.
 *
 * @example rocArea([1, 2, 2, 3], [0, 0, 1, 1])!.area // 0.875
 */
export function rocArea(
  scores: readonly number[],
  outcomes: readonly number[],
  counts: readonly number[] = scores.map(() => 1),
  level: number = USUAL_LEVEL,
): RocArea | null {
  checkLevel(level);
  checkOutcomes(scores, outcomes, counts);
  const totals = [0, 0];
  counts.forEach((count, i) => {
    totals[outcomes[i]!]! += count;
  });
  const [without, having] = totals as [number, number];
  if (without === 0 || having === 0) return null;

  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
  const placements: [[number, number][], [number, number][]] = [[], []];
  const below = [0, 0];
  let doubledWins = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const here = [0, 0];
    for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++)
      here[outcomes[order[to]!]!]! += counts[order[to]!]!;
    const beaten = 2 * below[0]! + here[0]!;
    doubledWins += here[1]! * beaten;
    placements[1].push([beaten / (2 * without), here[1]!]);
    placements[0].push([1 - (2 * below[1]! + here[1]!) / (2 * having), here[0]!]);
    below[0]! += here[0]!;
    below[1]! += here[1]!;
  }
  const area = doubledWins / (2 * without * having);
  const first = varianceOfMean(placements[1], having, area);
  const second = varianceOfMean(placements[0], without, area);
  // A variance below rounding is that of equal placements.
  if (first === null || second === null || first + second < 1e-28)
    return { area, standardError: null, interval: null };
  const standardError = Math.sqrt(first + second);
  const half = normalQuantile((1 + level) / 2) * standardError;
  return { area, standardError, interval: { low: Math.max(0, area - half), high: Math.min(1, area + half) } };
}
