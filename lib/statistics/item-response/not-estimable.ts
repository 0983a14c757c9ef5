import type { InformativePart } from "./informative-part.ts";

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
 * - `tooFewItems`: fewer items than the model needs have both better and worse answers.
 * - `disconnected`: the items fall into parts that no person links, so they have no common scale.
 * - `illConditioned`: the data are so ordered (all persons solve one part of the items before another) or so few that
 *   the maximum lies at infinity.
 * - `noConvergence`: the search for the maximum did not settle, most often because it lies at infinity.
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

/** The answer of a model that cannot be estimated from these data, with what was left out of it and why. */
export function notEstimable(
  reason: NotEstimableReason,
  dropped: readonly DroppedItem[],
  parts: readonly (readonly number[])[] = [],
): NotEstimable {
  return { converged: false, reason, parts, dropped };
}

/** What the conditional models refuse before they look at how the items are linked; null when there is something to estimate. */
export function refusedPart(
  persons: number,
  items: number,
  { varying, informative, dropped, personsUsed }: Omit<InformativePart, "categories" | "used">,
): NotEstimable | null {
  if (persons === 0) return notEstimable("noPersons", dropped);
  if (varying < 2) return notEstimable("tooFewItems", dropped);
  if (informative === 0) return notEstimable("noPersons", dropped);
  // Persons and items fall away one after another when everybody solves each item before the next: a perfect Guttman scale.
  if (personsUsed === 0)
    return notEstimable(
      "illConditioned",
      dropped,
      Array.from({ length: items }, (_, item) => [item]),
    );
  return null;
}
