import { medianPlaces } from "../statistics/median-places.ts";

/**
 * What the middle of an ordered list was made of, as the formula of «Как это посчитано» takes it. Zeros for nobody.
 *
 * @example medianInputs([0, 2, 2]) // { parity: "even", lowRank: 2, highRank: 3, low: 1, high: 2 }
 */
export function medianInputs(histogram: readonly number[]): Record<string, number | string> {
  const places = medianPlaces(histogram);
  if (places === null) return { parity: "odd", lowRank: 0, highRank: 0, low: 0, high: 0 };
  const { n: _, ...inputs } = places;
  return inputs;
}
