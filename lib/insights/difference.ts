import { type MarkCounts, marked } from "../statistics/marks.ts";
import { type Difference, newcombe } from "../statistics/newcombe.ts";
import { isInformativeGroup } from "./rules.ts";

/** What may be said of two shares: nothing, that they may differ by chance only, or that the first is noticeably higher or lower. */
export type Verdict = "few" | "chance" | "higher" | "lower";

export interface ShareDifference extends Difference {
  readonly verdict: Verdict;
  /** Pupils with «4» and «5», and with a mark, of the group compared with. */
  readonly otherPart: number;
  readonly otherBase: number;
}

/** Marks of the rest of an area without the unit; null while the two were read in different states. */
export function restOf(area: MarkCounts, own: MarkCounts): MarkCounts | null {
  const rest: MarkCounts = [area[0] - own[0], area[1] - own[1], area[2] - own[2], area[3] - own[3]];
  return rest.some((count) => count < 0) ? null : rest;
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
  const good = (marks: MarkCounts) => marks[2] + marks[3];
  const found = newcombe(good(own), marked(own), good(other), marked(other));
  if (!found) return null;
  const few = !isInformativeGroup(marked(own)) || !isInformativeGroup(marked(other));
  const verdict = few ? "few" : found.low > 0 ? "higher" : found.high < 0 ? "lower" : "chance";
  return { ...found, verdict, otherPart: good(other), otherBase: marked(other) };
}
