import { checkCounts } from "./interval.ts";

/**
 * Share of a group: `part` of its `n` pupils, the point estimate that `wilson` puts bounds around.
 *
 * Units: fraction 0–1. Null when n = 0. A RangeError unless both are counts and part ≤ n. R: `k / n`. Source: handbook §5.3.
 *
 * @example share(9, 24) // 0.375
 */
export function share(part: number, n: number): number | null {
  checkCounts(part, n);
  return n === 0 ? null : part / n;
}

/**
 * The same share in per cent. The count is multiplied before it is divided, so that a share that is whole in per cent comes
 * out whole: 29 of 50 is 58, where 100 · (29 / 50) is not.
 *
 * Units: per cent 0–100. Null when n = 0. A RangeError as `share`. R: `100 * k / n`. Source: handbook §5.3.
 *
 * @example sharePercent(29, 50) // 58
 */
export function sharePercent(part: number, n: number): number | null {
  checkCounts(part, n);
  return n === 0 ? null : (100 * part) / n;
}

/**
 * Shares of all categories of a whole, say of the scores of a histogram or the parts of a bar.
 *
 * Units: fractions 0–1 that add up to 1. Null when the counts are all 0. A RangeError for what is no count.
 * R: `prop.table(counts)`. Source: handbook §5.3.
 *
 * @example shares([1, 0, 3]) // [0.25, 0, 0.75]
 */
export function shares(counts: readonly number[]): number[] | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0 && counts.every((count) => count === 0)) return null;
  return counts.map((count) => share(count, n)!);
}

/**
 * Turns per cent (0–100) into the fraction that spreadsheet programs show as per cent.
 *
 * Units: fraction. Null where there is no figure. A RangeError for NaN. R: `p / 100`. Source: ours.
 *
 * @example toFraction(62.5) // 0.625
 */
export function toFraction(percent: number | null): number | null {
  if (percent !== null && !Number.isFinite(percent)) throw new RangeError(`Not a figure: ${percent}`);
  return percent === null ? null : percent / 100;
}
