import { chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { type Contingency, margins } from "./contingency.ts";

export interface ChiSquaredTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** The least expected count; the approximation is poor when it is below 5. */
  readonly leastExpected: number;
  /** How many cells expect fewer than 5: above 0 the p-value is to be shown with a warning, as R does. */
  readonly smallExpected: number;
}

export interface IndependenceTest extends ChiSquaredTest {
  /** Strength of the association, 0 (none) to 1. Cramér's V, not corrected for bias. */
  readonly cramersV: number;
}

interface Cell {
  readonly observed: number;
  readonly expected: number;
}

function test(cells: readonly Cell[], degreesOfFreedom: number, correction: number): ChiSquaredTest {
  const statistic = cells.reduce((sum, { observed, expected }) => {
    const distance = Math.abs(observed - expected) - correction;
    return sum + (distance / expected) * distance;
  }, 0);
  return {
    statistic,
    degreesOfFreedom,
    p: chiSquaredUpperTail(statistic, degreesOfFreedom),
    leastExpected: Math.min(...cells.map(({ expected }) => expected)),
    smallExpected: cells.filter(({ expected }) => expected < 5).length,
  };
}

/**
 * Pearson's chi-squared test of independence: do the rows of a table (schools, groups) have the same shares in its columns
 * (marks), but for chance? Rows and columns without any pupil are left out, so a mark that nobody has does not count.
 *
 * Units: counts in, p a fraction 0–1. Null when fewer than two rows or two columns hold pupils. `corrected` is Yates'
 * correction for 2 × 2 tables (R's default there); a RangeError for it on another table.
 * R: `chisq.test(t, correct = FALSE)`; with `corrected`: `chisq.test(t)`. Source: Pearson (1900); Cramér (1946), §21.9.
 *
 * @example chiSquaredIndependence([[20, 5], [10, 15]])!.statistic // 8.333333333333334
 */
export function chiSquaredIndependence(table: Contingency, corrected = false): IndependenceTest | null {
  const { rows, columns, n } = margins(table);
  if (corrected && (rows.length !== 2 || columns.length !== 2))
    throw new RangeError(`Yates' correction is for 2 × 2 tables, not ${rows.length} × ${columns.length}`);
  const usedRows = rows.filter((sum) => sum > 0).length;
  const usedColumns = columns.filter((sum) => sum > 0).length;
  if (usedRows < 2 || usedColumns < 2) return null;
  const cells = table.flatMap((row, i) =>
    row.map((observed, j) => ({ observed, expected: (rows[i]! / n) * columns[j]! })),
  );
  const used = cells.filter(({ expected }) => expected > 0);
  // Never more than the distance itself, as in R.
  const correction = corrected
    ? Math.min(0.5, ...used.map(({ observed, expected }) => Math.abs(observed - expected)))
    : 0;
  const plain = correction === 0 ? null : test(used, (usedRows - 1) * (usedColumns - 1), 0);
  const result = test(used, (usedRows - 1) * (usedColumns - 1), correction);
  const uncorrected = (plain ?? result).statistic;
  return {
    ...result,
    cramersV: Math.min(1, Math.sqrt(uncorrected / n / (Math.min(usedRows, usedColumns) - 1))),
  };
}

/**
 * Pearson's chi-squared test of fit: do counts (marks of a school) follow given shares (marks of the country), but for
 * chance? A category with the share 0 is left out when nobody is in it.
 *
 * Units: shares are fractions that add up to 1. Null when nobody is counted or fewer than two categories are left. With
 * pupils in a category of share 0 the statistic is infinite and p is 0: that is impossible by the shares given. A RangeError
 * for counts that are none, another number of shares, shares that are negative or do not add up to 1.
 * R: `chisq.test(counts, p = shares)`. Source: Pearson (1900), Phil. Mag. 50:157–175.
 *
 * @example chiSquaredFit([10, 20, 30], [0.25, 0.25, 0.5])!.statistic // 3.3333333333333335
 */
export function chiSquaredFit(counts: readonly number[], shares: readonly number[]): ChiSquaredTest | null {
  if (counts.length !== shares.length)
    throw new RangeError(`${counts.length} counts need as many shares, got ${shares.length}`);
  if (counts.length === 0) return null;
  const { n } = margins([counts]);
  if (!shares.every((share) => share >= 0))
    throw new RangeError(`Shares are not negative: ${shares.join(", ")}`);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(Math.abs(sum - 1) < 1e-8)) throw new RangeError(`Shares add up to 1, not to ${sum}`);
  if (n === 0) return null;
  const cells = counts.map((observed, i) => ({ observed, expected: n * shares[i]! }));
  const used = cells.filter(({ observed, expected }) => observed > 0 || expected > 0);
  return used.length < 2 ? null : test(used, used.length - 1, 0);
}
