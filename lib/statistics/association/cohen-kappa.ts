import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { type Contingency, margins } from "./contingency.ts";

/** How much a disagreement counts: all alike, by the number of steps between the marks, or by its square. */
export type KappaWeights = "none" | "linear" | "quadratic";

export interface CohenKappa {
  readonly kappa: number;
  /** Asymptotic standard error for any true kappa. */
  readonly standardError: number;
  /** Normal interval, not cut at ±1. Null when the standard error is 0: a bare point would claim certainty. */
  readonly interval: Interval | null;
  /** Pupils with both marks. */
  readonly n: number;
}

function disagreement(weights: KappaWeights, i: number, j: number, categories: number): number {
  if (weights === "none") return i === j ? 0 : 1;
  const steps = Math.abs(i - j) / (categories - 1);
  return weights === "linear" ? steps : steps * steps;
}

/**
 * Cohen's kappa of a square table of counts (say journal mark × mark of the work): how much of the agreement that chance
 * does not explain is there; 1 = all agree, 0 = no better than chance, below 0 = worse. Weighted kappa counts a difference
 * of two marks more than one of one mark; linear and quadratic weights are both usual, so the caller names one.
 *
 * Units: none, at most 1. Null when nobody has both marks, and when all pupils stand in one and the same category in both
 * (chance would agree perfectly too). A RangeError unless the table is square with at least two categories.
 * R: `psych::cohen.kappa(t)`, `vcd::Kappa(t, weights = "Equal-Spacing" | "Fleiss-Cohen")` (value and ASE).
 * Source: Cohen (1960, 1968); standard error: Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72:323–327.
 *
 * @example cohenKappa([[20, 5], [10, 15]])!.kappa // 0.4
 */
export function cohenKappa(
  table: Contingency,
  weights: KappaWeights = "none",
  level: number = USUAL_LEVEL,
): CohenKappa | null {
  checkLevel(level);
  const { rows, columns, n } = margins(table);
  const size = rows.length;
  if (columns.length !== size || size < 2)
    throw new RangeError(`Kappa needs a square table, got ${size} × ${columns.length}`);
  const v = (i: number, j: number) => disagreement(weights, i, j, size);
  const sum = (term: (i: number, j: number) => number) => {
    let total = 0;
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) total += term(i, j);
    return total;
  };
  const observed = sum((i, j) => v(i, j) * table[i]![j]!) / n;
  const byChance = sum((i, j) => v(i, j) * rows[i]! * columns[j]!) / (n * n);
  // Also false when n = 0: the shares are then not defined.
  if (!(byChance > 0)) return null;
  const ratio = observed / byChance;
  const rowMean = rows.map((_, i) => columns.reduce((total, count, j) => total + v(i, j) * count, 0) / n);
  const columnMean = columns.map((_, j) => rows.reduce((total, count, i) => total + v(i, j) * count, 0) / n);
  // In disagreements the formula of 1969 is the variance of v − ratio · (row mean + column mean) over the pupils.
  const influence = (i: number, j: number) => v(i, j) - ratio * (rowMean[i]! + columnMean[j]!);
  const squares = sum((i, j) => table[i]![j]! * (influence(i, j) + observed) ** 2) / n;
  const standardError = Math.sqrt(Math.max(0, squares) / n) / byChance;
  const kappa = 1 - ratio;
  const half = normalQuantile((1 + level) / 2) * standardError;
  return {
    kappa,
    standardError,
    interval: standardError > 0 ? { low: kappa - half, high: kappa + half } : null,
    n,
  };
}
