/** Why an item takes no part in the estimation. */
export interface DroppedItem {
  /** Index of the item, from 0. */
  readonly item: number;
  /**
   * `noAnswers`: given to nobody whose answers carry information; `allZero`, `allFull`, `constant`: everybody whose answers carry information got the
   * same points, none or all of them or something between, so that its difficulty has no finite estimate.
   */
  readonly reason: "noAnswers" | "allZero" | "allFull" | "constant";
}

/**
 * Why a model has no estimates for these data.
 * - `noPersons`: there is no person, or each one's score already fixes all the answers (nothing or everything solved).
 * - `tooFewItems`: after items without information were dropped fewer remain than the model needs.
 * - `disconnected`: the items fall into parts that no person links, so they have no common scale.
 * - `illConditioned`: the data are so ordered (all persons solve one part of the items before another) or so few that
 *   the maximum lies at infinity.
 * - `noConvergence`: the search for the maximum did not settle.
 */
export type NotEstimableReason =
  | "noPersons"
  | "tooFewItems"
  | "disconnected"
  | "illConditioned"
  | "noConvergence";

/** The answer of an item response model that cannot be estimated: it says so instead of giving numbers. */
export interface NotEstimable {
  readonly converged: false;
  readonly reason: NotEstimableReason;
  /** For `disconnected` and `illConditioned`: the parts of items that cannot be put on one scale, where they are known. */
  readonly parts: readonly (readonly number[])[];
  readonly dropped: readonly DroppedItem[];
}

export function notEstimable(
  reason: NotEstimableReason,
  dropped: readonly DroppedItem[],
  parts: readonly (readonly number[])[] = [],
): NotEstimable {
  return { converged: false, reason, parts, dropped };
}
