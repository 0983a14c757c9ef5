import { type Direction, directionOf } from "../statistics/difference.ts";
import { type MarkCounts, marked, qualityCount } from "../statistics/marks.ts";
import { type Difference, newcombe } from "../statistics/newcombe.ts";
import { isInformativeGroup } from "./rules.ts";

/** What may be said of two shares: nothing, that they may differ by chance only, or that the first is noticeably higher or lower. */
export type Verdict = "few" | Direction;

export interface ShareDifference extends Difference {
  readonly verdict: Verdict;
  /** Pupils with «4» and «5», and with a mark, of the group compared with. */
  readonly otherPart: number;
  readonly otherBase: number;
}

/**
 * Share of «4» and «5» of one group against another that has no pupil in common with it, by Newcombe's interval: while it
 * covers zero the difference may be chance. Groups of fewer than ten are not compared (ФИОКО 2026, pp. 23–24).
 *
 * Units: fractions −1…1. Null when a group has nobody with a mark.
 *
 * @example qualityDifference([2, 8, 10, 4], [100, 300, 300, 100])?.verdict // "chance"
 */
export function qualityDifference(own: MarkCounts, other: MarkCounts): ShareDifference | null {
  const found = newcombe(qualityCount(own), marked(own), qualityCount(other), marked(other));
  if (!found) return null;
  const few = !isInformativeGroup(marked(own)) || !isInformativeGroup(marked(other));
  const verdict = few ? "few" : directionOf(found);
  return { ...found, verdict, otherPart: qualityCount(other), otherBase: marked(other) };
}
