import type { Sensitivity } from "./primary.ts";

/** The (n, k) rule: a sum is telling when its `largest` greatest contributions make up more than `percent` of it. */
export interface DominanceRule {
  /** n: how many contributors are taken together; usual 1 or 2. */
  readonly largest: number;
  /** k, per cent (0–100); usual 75 to 90. */
  readonly percent: number;
}

/** What a rule says of a sum of contributions. */
export interface DominanceVerdict {
  /** Why the sum must be hidden; null when it may be shown. */
  readonly sensitivity: Sensitivity | null;
  /**
   * How far above the sum a reader's upper bound must lie, so that he knows no more than from a sum that is just allowed; in
   * units of the contributions; 0 when it may be shown.
   */
  readonly protection: number;
}

const SHOWN: DominanceVerdict = { sensitivity: null, protection: 0 };

/**
 * Dominance or (n, k) rule of primary suppression, for sums to which contributors add unequal parts (the scores of a
 * municipality in which one school has nearly all pupils): whoever reads the sum knows the greatest contributors nearly.
 * Strictly more than k per cent is sensitive.
 *
 * Units: those of the contributions. Null is never answered: a sum of nothing or of zeros has nobody to protect and may be shown.
 * A RangeError for a negative or unending contribution, n that is no count from 1 up, or k outside of (0, 100].
 * R: `x <- sort(x, decreasing = TRUE); 100 * sum(head(x, n)) > k * sum(x)`; `sdcTable::primarySuppression(type = "nk")`.
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, §4.2.2 and table 4.3 (protection levels).
 *
 * @example dominanceRule([90, 5, 3, 2], { largest: 1, percent: 85 }) // { sensitivity: "dominance", protection: 5.88… }
 */
export function dominanceRule(
  contributions: readonly number[],
  { largest, percent }: DominanceRule,
): DominanceVerdict {
  if (!Number.isSafeInteger(largest) || largest < 1)
    throw new RangeError(`No number of contributors: ${largest}`);
  checkPercent(percent);
  const sorted = descending(contributions);
  const top = sumOf(sorted.slice(0, largest));
  const rest = sumOf(sorted.slice(largest));
  if (top === 0 || 100 * top <= percent * (top + rest)) return SHOWN;
  return { sensitivity: "dominance", protection: (100 * top) / percent - (top + rest) };
}

/**
 * The p % rule of primary suppression: a sum is telling when its second greatest contributor, who knows his own part, can
 * work out the greatest one's to within p per cent, that is when all others together are less than p per cent of the greatest.
 * Preferred to the (n, k) rule by most statistical offices, because it says what it protects against.
 *
 * Units: those of the contributions. Null is never answered: a sum of nothing or of zeros may be shown; a single contributor is always sensitive.
 * A RangeError for a negative or unending contribution or p outside of (0, 100].
 * R: `x <- sort(x, decreasing = TRUE); sum(x[-(1:2)]) < p / 100 * x[1]`; `sdcTable::primarySuppression(type = "p")`.
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, §4.2.2 and table 4.3 (protection levels).
 *
 * @example pPercentRule([100, 50, 5], 10) // { sensitivity: "pPercent", protection: 5 }
 */
export function pPercentRule(contributions: readonly number[], percent: number): DominanceVerdict {
  checkPercent(percent);
  const sorted = descending(contributions);
  const greatest = sorted[0] ?? 0;
  const others = sumOf(sorted.slice(2));
  if (greatest === 0 || 100 * others >= percent * greatest) return SHOWN;
  return { sensitivity: "pPercent", protection: (percent * greatest) / 100 - others };
}

function checkPercent(percent: number): void {
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`Not a limit in per cent: ${percent}`);
}

function descending(contributions: readonly number[]): number[] {
  for (const part of contributions) {
    if (!(part >= 0 && part < Number.POSITIVE_INFINITY)) throw new RangeError(`Not a contribution: ${part}`);
  }
  return [...contributions].sort((a, b) => b - a);
}

/** The small ones first, so that they are not lost beside the large. */
function sumOf(descendingParts: readonly number[]): number {
  return descendingParts.reduceRight((sum, part) => sum + part, 0);
}
