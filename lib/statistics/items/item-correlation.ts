import type { ItemMoments } from "./item-moments.ts";
import { allItems, partCorrelation } from "./part-scores.ts";

/**
 * Item–total correlation: Pearson correlation of the points on each item with the total score. Overstates, because the
 * item is part of the total; the shorter the test, the more. Reports of ours show `itemRestCorrelations` beside it.
 *
 * Units: −1 to 1, by item. Null when the item or the total does not vary, or n < 2.
 * R: `cor(x[, i], rowSums(x))`; `psych::alpha(x)$item.stats$raw.r`.
 * Source: its definition.
 *
 * @example itemTotalCorrelations(itemMoments(scoreMatrix([[0, 0], [1, 0], [1, 1]]))) // [0.866…, 0.866…]
 */
export function itemTotalCorrelations(moments: ItemMoments): (number | null)[] {
  const items = allItems(moments);
  return items.map((item) => partCorrelation(moments, [item], items));
}

/**
 * Item–rest correlation (corrected item–total): Pearson correlation of the points on each item with the total of the
 * other items; how well the item tells strong from weak pupils. Below 0.2 is usually called weak; below 0 the item
 * works against the test (a wrong key, an ambiguous text).
 *
 * Units: −1 to 1, by item. Null when the item or the rest does not vary (as in a test of one item), or n < 2.
 * R: `cor(x[, i], rowSums(x[, -i]))`; `psych::alpha(x)$item.stats$r.drop`.
 * Source: Henrysson (1963), Psychometrika 28:211–218.
 *
 * @example itemRestCorrelations(itemMoments(scoreMatrix([[0, 0], [1, 0], [1, 1]]))) // [0.5, 0.5]
 */
export function itemRestCorrelations(moments: ItemMoments): (number | null)[] {
  const items = allItems(moments);
  return items.map((item) =>
    partCorrelation(
      moments,
      [item],
      items.filter((other) => other !== item),
    ),
  );
}
