import { type Interval, USUAL_LEVEL } from "../interval.ts";
import { correlationInterval } from "./correlation-interval.ts";
import { itemRestCorrelations } from "./item-correlation.ts";
import { type ItemMoments, itemMoments } from "./item-moments.ts";
import { allItems, codeviation } from "./part-scores.ts";
import { completePersons, type ScoreMatrix } from "./score-matrix.ts";

/** Something about an item, counted from 0, that must be said before its statistics are read. */
export type ItemWarning =
  /** Stronger pupils do worse on it than weaker ones: a wrong key or an ambiguous text. `beyondChance` when the whole interval is below 0. */
  | {
      readonly kind: "negativeDiscrimination";
      readonly item: number;
      readonly itemRest: number;
      readonly interval: Interval | null;
      readonly beyondChance: boolean;
    }
  /** Everyone has the maximum: the item tells nobody from anybody. */
  | { readonly kind: "everyoneRight"; readonly item: number }
  /** Everyone has 0 points. */
  | { readonly kind: "nobodyRight"; readonly item: number }
  /** Everyone has the same points, between 0 and the maximum. */
  | { readonly kind: "zeroVariance"; readonly item: number; readonly points: number };

/**
 * Warnings about the items of a test, in the order of items, on the persons of whom all scores are known. An item that
 * does not vary gets one of three warnings and can then have no discrimination.
 *
 * Never null: an empty list when nothing is to be said, and when nobody has all scores.
 * Units: item numbers from 0. R: no equivalent. Source: its definition.
 *
 * @example itemWarnings(scoreMatrix([[1, 0], [1, 1]])) // [{ kind: "everyoneRight", item: 0 }]
 */
export function itemWarnings(
  matrix: ScoreMatrix,
  level: number = USUAL_LEVEL,
  moments: ItemMoments = itemMoments(matrix),
): ItemWarning[] {
  const [first] = completePersons(matrix);
  if (first === undefined) return [];
  const correlations = itemRestCorrelations(moments);
  return allItems(matrix).flatMap((item): ItemWarning[] => {
    if (codeviation(moments, [item], [item]) === 0) {
      const points = matrix.scores[first * matrix.items + item]!;
      if (points === 0) return [{ kind: "nobodyRight", item }];
      if (points === matrix.maxima[item]) return [{ kind: "everyoneRight", item }];
      return [{ kind: "zeroVariance", item, points }];
    }
    const itemRest = correlations[item]!;
    if (itemRest === null || itemRest >= 0) return [];
    const interval = correlationInterval(itemRest, moments.n, level);
    const beyondChance = interval !== null && interval.high < 0;
    return [{ kind: "negativeDiscrimination", item, itemRest, interval, beyondChance }];
  });
}
