import type { CentralMoments } from "./central-moments.ts";

/** "g1": of exactly these pupils; "G1": corrected as for a sample, as Excel's SKEW, SAS and SPSS print it. */
export type SkewnessType = "g1" | "G1";

/**
 * Skewness: 0 when a distribution is symmetric, below 0 when the few stand low (an easy work), above 0 when they stand high
 * (a hard work).
 *
 * Units: none. Null when all values are equal and for no values; "G1" also for fewer than three.
 * R: "g1": `e1071::skewness(x, type = 1)`, `mean((x - mean(x))^3) / mean((x - mean(x))^2)^1.5`; "G1": type 2.
 * Source: Joanes and Gill (1998), The Statistician 47:183–189.
 *
 * @example skewness(momentsOf([2, 4, 9]), "g1") // 0.47033046033698594
 */
export function skewness({ n, m2, m3 }: CentralMoments, type: SkewnessType = "G1"): number | null {
  if (n === 0 || m2 === 0 || (type === "G1" && n < 3)) return null;
  const g1 = m3 / n / (m2 / n) ** 1.5;
  return type === "g1" ? g1 : (g1 * Math.sqrt(n * (n - 1))) / (n - 2);
}
