import type { ItemMoments } from "./item-moments.ts";
import { allItems, codeviation } from "./part-scores.ts";

/**
 * Guttman's λ₂: a lower bound of reliability that is never below Cronbach's α (his λ₃) and is nearer to the reliability
 * where items differ in how well they measure. A description beside α, whose interval is that of α.
 *
 * Units: a number up to 1. Null when there are fewer than 2 items or 2 persons with all scores, or all totals are equal.
 * R: `(sum(C) + sqrt(k / (k - 1) * sum(C^2))) / sum(V)` for `V <- cov(x); C <- V; diag(C) <- 0`;
 * `psych::guttman(x)$lambda.2`. Source: Guttman (1945), Psychometrika 10:255–282.
 *
 * @example guttmanLambda2(itemMoments(scoreMatrix([[1, 2], [2, 1], [3, 4], [4, 3]]))) // 0.75
 */
export function guttmanLambda2(moments: ItemMoments): number | null {
  const items = allItems(moments);
  const k = items.length;
  if (k < 2 || moments.n < 2) return null;
  const total = codeviation(moments, items, items);
  if (!(total > 0)) return null;
  let sum = 0;
  let squares = 0;
  for (const i of items)
    for (const j of items)
      if (i !== j) {
        const share = codeviation(moments, [i], [j]) / total;
        sum += share;
        squares += share * share;
      }
  return Math.min(1, sum + Math.sqrt((k / (k - 1)) * squares));
}
