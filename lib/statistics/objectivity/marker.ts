/** Whose rule a marker is: of the published method (ФИОКО 2019), or the portal's own. The two never stand in one count unnamed. */
export type MarkerNamespace = "official" | "ours";

/**
 * What a marker says: "none" (нет признака), "weak" (слабый), "strong" (выраженный), "insufficient" (недостаточно данных).
 * The official rules know no degrees: theirs is "strong" or "none". "Insufficient" is never to be shown as "none".
 */
export type MarkerVerdict = "none" | "weak" | "strong" | "insufficient";

/**
 * The answer of one marker of objectivity (признак необъективности) about one group of pupils.
 *
 * What no marker can say (to be shown with every list): a marker finds what is unusual, not what is false. A strong school,
 * a changed test, a new teacher, a handful of pupils are unusual too. Many markers on many schools mark some by chance.
 * The result is a reason to look, never a finding. Source: handbook §4.1.4.
 */
export interface MarkerResult<M extends string = string> {
  readonly namespace: MarkerNamespace;
  readonly marker: M;
  /** The number that the rule looks at, unrounded; null when it does not exist for these pupils. */
  readonly statistic: number | null;
  /** The number that it is compared with: beyond it there is a marker, "weak" where the rule has degrees. */
  readonly limit: number | null;
  /** How many the statistic stands on: pupils unless the rule says otherwise. */
  readonly n: number;
  readonly verdict: MarkerVerdict;
}

/**
 * Below so many pupils a marker is shown with the label «малая группа», whatever it says (least informative group of
 * ФИОКО 2026, p. 23–24; handbook §4.1.4).
 */
export const SMALL_GROUP = 10;

/**
 * Is there a marker, weak or strong?
 *
 * Units: none; never null. R: no equivalent. Source: handbook §4.1.4.
 *
 * @example isMarked(repeatedMarker(["strong", "none", "strong"])) // true
 */
export function isMarked({ verdict }: MarkerResult): boolean {
  return verdict === "weak" || verdict === "strong";
}
