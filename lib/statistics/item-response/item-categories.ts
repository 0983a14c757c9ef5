/**
 * One item of the partial-credit family by what matters to persons: index = points 0 … maximum, value = logarithm of the
 * weight of these points at ability 0 (cumulative easiness), so that P(h points) ∝ exp(h·ability + value[h]). `null` = points that are
 * never given. An item that is `null` as a whole takes no part.
 */
export type ItemCategories = readonly (number | null)[] | null;

function checkParameter(value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`Not an item parameter: ${value}`);
}

/**
 * Items of the Rasch model from their difficulties; `null` stays a dropped item.
 *
 * Units: logits. R: no equivalent. Source: its definition.
 *
 * @example raschCategories([0.5, null]) // [[0, -0.5], null]
 */
export function raschCategories(difficulties: readonly (number | null)[]): ItemCategories[] {
  return difficulties.map((difficulty) => {
    if (difficulty === null) return null;
    checkParameter(difficulty);
    return [0, 0 - difficulty];
  });
}

/**
 * Items of the partial-credit model from their thresholds (threshold h = ability at which h points are as likely as h − 1);
 * one list for each item.
 *
 * Units: logits; never null; RangeError for no number. R: `-cumsum(thresholds)`. Source: Masters (1982).
 *
 * @example thresholdCategories([[-1, 0.5]]) // [[0, 1, 0.5]]
 */
export function thresholdCategories(thresholds: readonly (readonly number[])[]): ItemCategories[] {
  return thresholds.map((list) => {
    let sum = 0;
    return [
      0,
      ...list.map((threshold) => {
        checkParameter(threshold);
        sum -= threshold;
        return sum;
      }),
    ];
  });
}

/** Points that an item can give, with the logarithms of their weights. */
export interface PossiblePoints {
  readonly points: readonly number[];
  readonly weights: readonly number[];
}

/** The possible points of each item that takes part, in their order; others are null. A RangeError for items without points. */
export function possiblePoints(items: readonly ItemCategories[]): (PossiblePoints | null)[] {
  return items.map((categories, item) => {
    if (categories === null) return null;
    const points = [...categories.keys()].filter((h) => categories[h] !== null);
    if (points.length === 0) throw new RangeError(`Item ${item + 1} has no points that can be given`);
    const weights = points.map((h) => categories[h]!);
    weights.forEach(checkParameter);
    return { points, weights };
  });
}

/** Expected points with the second to fourth central moments at one ability. */
export interface PointMoments {
  readonly expected: number;
  readonly variance: number;
  readonly third: number;
  readonly fourth: number;
}

/** Moments of the points on one item at one ability. */
export function pointMoments({ points, weights }: PossiblePoints, ability: number): PointMoments {
  const exponents = points.map((h, c) => h * ability + weights[c]!);
  const top = Math.max(...exponents);
  const raw = exponents.map((exponent) => Math.exp(exponent - top));
  const sum = raw.reduce((total, value) => total + value, 0);
  const mean = (of: (h: number) => number) =>
    raw.reduce((total, value, c) => total + value * of(points[c]!), 0) / sum;
  const expected = mean((h) => h);
  return {
    expected,
    variance: mean((h) => (h - expected) ** 2),
    third: mean((h) => (h - expected) ** 3),
    fourth: mean((h) => (h - expected) ** 4),
  };
}
