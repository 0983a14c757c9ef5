import { type Contingency, margins } from "./contingency.ts";
import { checkPairs, midRanks } from "./mid-ranks.ts";

/**
 * Spearman's rank correlation: do pupils who stand higher in one list stand higher in the other? Pearson's correlation of
 * mid-ranks, which is the coefficient corrected for ties: marks take four values, so ties are the rule.
 *
 * Units: none, −1 to 1. Null for fewer than two pairs and when all values of one list are equal. A RangeError for lists of
 * different lengths and for NaN. R: `cor(x, y, method = "spearman")`.
 * Source: Spearman (1904), Am. J. Psychology 15:72–101; Kendall and Gibbons (1990), §3.8.
 *
 * @example spearman([3, 3, 4, 5], [7, 9, 9, 12]) // 0.8333333333333334
 */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  checkPairs(x, y);
  const ranksX = doubledDeviations(midRanks(x));
  const ranksY = doubledDeviations(midRanks(y));
  let products = 0;
  ranksX.forEach((a, i) => {
    products += a * ranksY[i]!;
  });
  return coefficient(products, squareSum(ranksX), squareSum(ranksY));
}

/**
 * Twice the distance of each mid-rank from the middle one. Whole numbers, so that their sums are exact and a coefficient
 * of 0 comes out as 0: the official method marks a school by the sign alone.
 */
function doubledDeviations(ranks: readonly number[]): number[] {
  return ranks.map((rank) => 2 * rank - (ranks.length + 1));
}

function squareSum(values: readonly number[], weights?: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + (weights?.[i] ?? 1) * value * value, 0);
}

function coefficient(products: number, squaresX: number, squaresY: number): number | null {
  if (squaresX === 0 || squaresY === 0) return null;
  // Two roots: the product of the sums would pass the greatest exact whole number.
  return Math.max(-1, Math.min(1, products / (Math.sqrt(squaresX) * Math.sqrt(squaresY))));
}

/** 1 − 6 Σd² / (n (n² − 1)). */
function printedFormula(squares: number, n: number): number | null {
  return n < 2 ? null : 1 - (6 * squares) / (n * (n * n - 1));
}

/**
 * Spearman's rank correlation by the formula for data without ties, 1 − 6Σd² / (n(n² − 1)), on mid-ranks. Only because the
 * official method prints it: with ties it is too high, and it gives a number even when all values of a list are equal.
 *
 * Units: none, −1 to 1. Null for fewer than two pairs only. A RangeError for lists of different lengths and for NaN.
 * R: `1 - 6 * sum((rank(x) - rank(y))^2) / (n * (n^2 - 1))`. Source: ФИОКО 2019, appendix; handbook §4.1.3.
 *
 * @example spearmanNoTies([3, 3, 4, 5], [7, 9, 9, 12]) // 0.85
 */
export function spearmanNoTies(x: readonly number[], y: readonly number[]): number | null {
  checkPairs(x, y);
  const ranksY = midRanks(y);
  const squares = midRanks(x).reduce((sum, rank, i) => sum + (rank - ranksY[i]!) ** 2, 0);
  return printedFormula(squares, x.length);
}

/** Mid-ranks of categories that stand in rising order, from how many pupils each has. */
function categoryRanks(counts: readonly number[]): number[] {
  let before = 0;
  return counts.map((count) => {
    const rank = before + (count + 1) / 2;
    before += count;
    return rank;
  });
}

/**
 * Spearman's rank correlation of a contingency table with rows and columns in rising order: exactly that of the list of
 * pupils, without the list.
 *
 * Units: none, −1 to 1. Null as for `spearman`. A RangeError for a table that is none. R: as `spearman`.
 * Source: its definition.
 *
 * @example spearmanFromTable([[1, 1, 0], [0, 1, 0], [0, 0, 1]]) // 0.8333333333333334
 */
export function spearmanFromTable(table: Contingency): number | null {
  const { rows, columns, n } = margins(table);
  const x = categoryRanks(rows).map((rank) => 2 * rank - (n + 1));
  const y = categoryRanks(columns).map((rank) => 2 * rank - (n + 1));
  let products = 0;
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      products += count * x[i]! * y[j]!;
    });
  });
  return coefficient(products, squareSum(x, rows), squareSum(y, columns));
}

/**
 * The formula for data without ties (see `spearmanNoTies`) from a contingency table with rows and columns in rising order.
 *
 * Units: none, −1 to 1. Null for fewer than two pupils only.
 * R: `spearmanNoTies` of the list. Source: its definition.
 *
 * @example spearmanNoTiesFromTable([[1, 1, 0], [0, 1, 0], [0, 0, 1]]) // 0.85
 */
export function spearmanNoTiesFromTable(table: Contingency): number | null {
  const { rows, columns, n } = margins(table);
  const x = categoryRanks(rows);
  const y = categoryRanks(columns);
  const squares = table.reduce(
    (sum, row, i) => sum + row.reduce((inner, count, j) => inner + count * (x[i]! - y[j]!) ** 2, 0),
    0,
  );
  return printedFormula(squares, n);
}
