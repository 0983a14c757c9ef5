import { normalUpperTail } from "../distributions/normal.ts";
import { EXACT_LIMIT, kendallUpperTail } from "./kendall-distribution.ts";
import { seriesOf, tieSizes } from "./series.ts";

/** Whether a series goes up or down more steadily than chance would make it. */
export interface MannKendall {
  readonly n: number;
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Variance of S when there is no trend, corrected for equal values. */
  readonly variance: number;
  /** S in standard deviations, moved by 1 towards 0 (continuity); 0 when S is. */
  readonly z: number;
  /** Two-sided p: exact when `method` says so, otherwise the normal one. */
  readonly p: number;
  /** Two-sided p from z, always. */
  readonly normalP: number;
  readonly method: "exact" | "normal";
  /** S over the number of pairs. */
  readonly tauA: number;
  /** Kendall's τ-b of time and value; null when all values are equal. */
  readonly tauB: number | null;
}

/** Σ f(size) over the groups of equal values. */
const over = (sizes: readonly number[], f: (size: number) => number) =>
  sizes.reduce((sum, size) => sum + f(size), 0);

/**
 * Variance of Kendall's S of times and values in random order, where groups of values (and of times) may be equal.
 *
 * Units: squared pairs. 0 when all values, or all times, are equal. R, times all different: `(f(n) - sum(f(table(y)))) / 18`
 * with `f <- function(n) n*(n-1)*(2*n+5)`. Source: Kendall (1975), Rank Correlation Methods, §4.10.
 * Never null.
 *
 * @example kendallVariance([1, 2, 3, 4], [1, 2, 3, 3]) // 7.666666666666667
 */
export function kendallVariance(times: readonly number[], values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const t = tieSizes(times);
  const u = tieSizes(values);
  const one = (size: number) => size * (size - 1) * (2 * size + 5);
  const two = (size: number) => size * (size - 1);
  const three = (size: number) => size * (size - 1) * (size - 2);
  const third = n > 2 ? (over(t, three) * over(u, three)) / (9 * three(n)) : 0;
  return (one(n) - over(t, one) - over(u, one)) / 18 + (over(t, two) * over(u, two)) / (2 * two(n)) + third;
}

/**
 * Mann–Kendall test of a trend: is later mostly higher (or mostly lower)? Only the order of values counts, so one odd year
 * cannot make or hide a trend. Exact for fewer than 50 values that are all different; with equal values or more of them
 * the normal approximation, corrected for ties, with continuity correction.
 *
 * `values` in the order of time; null = missing, left out (the others keep their order). Five different values are the
 * fewest that can reach p < 0.05. Null for fewer than 2 values. All equal: S = 0, z = 0, p = 1, τ-b null.
 * R: `Kendall::MannKendall(y)`; exact `cor.test(seq_along(y), y, method = "kendall")`.
 * Source: Mann (1945), Econometrica 13:245–259; Kendall (1975), Rank Correlation Methods.
 * Units: pairs (S), −1 to 1 (τ-b), two-sided probability (p).
 *
 * @example mannKendall([61, 62, 64, 63, 66, 68])!.p // 0.016666666666666666
 */
export function mannKendall(values: readonly (number | null)[]): MannKendall | null {
  const series = seriesOf([...values.keys()], values).values;
  const n = series.length;
  if (n < 2) return null;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(series[j]! - series[i]!);
  const variance = kendallVariance([...series.keys()], series);
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const ties = tieSizes(series);
  const method = ties.length === 0 && n < EXACT_LIMIT ? "exact" : "normal";
  const normalP = 2 * normalUpperTail(Math.abs(z));
  const pairs = (n * (n - 1)) / 2;
  const untied = ties.reduce((sum, size) => sum - (size * (size - 1)) / 2, pairs);
  return {
    n,
    s,
    variance,
    z,
    p: method === "exact" ? Math.min(1, 2 * kendallUpperTail(Math.abs(s), n)) : normalP,
    normalP,
    method,
    tauA: s / pairs,
    tauB: untied === 0 ? null : s / Math.sqrt(pairs * untied),
  };
}
