import type { Translate } from "#components/ui/translate.ts";

/** The four marks of the school scale; their colours and patterns are never used for anything else. */
export const MARKS = [2, 3, 4, 5] as const;
export type Mark = (typeof MARKS)[number];

/** Name of the pattern that tells a mark where colour cannot: in print, in two-colour schemes. «4» is empty, «5» is solid. */
export const MARK_PATTERN: Record<Mark, "cross" | "hatch" | null> = {
  2: "cross",
  3: "hatch",
  4: null,
  5: null,
};

/** Primary scores that earn a mark, both ends included. */
export interface MarkBand {
  mark: Mark;
  from: number;
  to: number;
}

/** The mark that a score earns; null without a scale. */
export function markOf(bands: readonly MarkBand[] | null, score: number): Mark | null {
  return bands?.find((band) => band.from <= score && score <= band.to)?.mark ?? null;
}

/** «4», or the words for two marks shown together. */
export function markName(marks: readonly Mark[], t: Translate): string {
  const [first, second] = marks;
  return first !== undefined && second !== undefined ? t("charts.joined", { first, second }) : `«${first}»`;
}
