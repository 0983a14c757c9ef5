/** Which counts are too small to be public. Every limit is a setting of the centre; 0 switches a test off. */
export interface PrimaryRule {
  /** A group with fewer participants is not shown at all. */
  readonly leastBase: number;
  /** A count from 1 up to one below this is not shown; 0 is, unless it says that all of a small group are alike. */
  readonly leastCount: number;
  /** In a group smaller than this, 0 % and 100 % are not shown: they tell something about every single pupil. */
  readonly unanimousBelow: number;
}

/**
 * The portal's rule for what anybody may read: groups and counts from 10 up, and no 0 % or 100 % below 20 pupils.
 * Source: handbook §10.5 (ours; 10 is the least group that ФИОКО calls informative, ФИОКО 2026, pp. 23–24).
 */
export const PUBLIC_RULE: PrimaryRule = { leastBase: 10, leastCount: 10, unanimousBelow: 20 };

/**
 * Why a number is too telling: its group is too small, the count is, or nobody or everybody of a small group has the same
 * result (attribute disclosure: it tells something about every single pupil). For sums of unequal contributions, see
 * dominance.ts: one contributor makes up nearly all of it, or could work out another one's part.
 */
export type Sensitivity = "smallGroup" | "smallCount" | "everyoneTheSame" | "dominance" | "pPercent";

function checkBase(base: number): void {
  if (!Number.isSafeInteger(base) || base < 0) throw new RangeError(`Not a number of participants: ${base}`);
}

/**
 * Is the size of a group itself too small to show (first half of primary suppression)? A group of nobody is not: there is
 * no pupil to recognise.
 *
 * Units: pupils. Null when it may be shown.
 * R: `sdcTable::primarySuppression(type = "freq", maxN = k - 1)` has the first two rules.
 * Source: handbook §10.5; Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, §2.
 *
 * @returns why it must be hidden, or null when it may be shown.
 * @example groupSensitivity(7, PUBLIC_RULE) // "smallGroup"
 */
export function groupSensitivity(base: number, rule: PrimaryRule = PUBLIC_RULE): Sensitivity | null {
  checkBase(base);
  return base > 0 && base < rule.leastBase ? "smallGroup" : null;
}

/**
 * Is this count of a group too small or too telling to show (primary suppression)? It looks at one cell alone: what
 * follows from other cells (a count that is small because all others are shown) is the work of `suppress`, for which
 * every published share must stand in an equation.
 *
 * Units: pupils. Null when it may be shown.
 * R: `sdcTable::primarySuppression(type = "freq", maxN = k - 1)` has the first two rules.
 * Source: handbook §10.5; Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, §2.
 *
 * @returns why it must be hidden, or null when it may be shown.
 * @throws RangeError when `count` is not a count within `base`.
 * @example countSensitivity(3, 60, PUBLIC_RULE) // "smallCount"
 * @example countSensitivity(0, 15, PUBLIC_RULE) // "everyoneTheSame"
 */
export function countSensitivity(
  count: number,
  base: number,
  rule: PrimaryRule = PUBLIC_RULE,
): Sensitivity | null {
  checkBase(base);
  if (!Number.isSafeInteger(count) || count < 0 || count > base) {
    throw new RangeError(`Not a count among ${base}: ${count}`);
  }
  if (base === 0) return null;
  if (base < rule.leastBase) return "smallGroup";
  if (count > 0 && count < rule.leastCount) return "smallCount";
  return base < rule.unanimousBelow && (count === 0 || count === base) ? "everyoneTheSame" : null;
}

/**
 * The primary suppression of a whole distribution (marks of one group): why its size and each of its counts must be hidden.
 *
 * Units: pupils.
 * R: `sdcTable::primarySuppression(type = "freq", maxN = k - 1)` has the first two rules.
 * Source: handbook §10.5; Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, §2.
 *
 * @returns `group` for the size, `counts` in the given order; null where a number may be shown.
 * @throws RangeError when a count is no count.
 * @example distributionSensitivity([3, 20, 30, 15]) // { group: null, counts: ["smallCount", null, null, null] }
 */
export function distributionSensitivity(
  counts: readonly number[],
  rule: PrimaryRule = PUBLIC_RULE,
): { readonly group: Sensitivity | null; readonly counts: readonly (Sensitivity | null)[] } {
  const base = counts.reduce((sum, count) => sum + count, 0);
  return {
    group: groupSensitivity(base, rule),
    counts: counts.map((count) => countSensitivity(count, base, rule)),
  };
}
