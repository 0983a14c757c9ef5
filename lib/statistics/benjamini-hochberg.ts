import { checkProbability } from "./distributions/arguments.ts";

/**
 * Benjamini–Hochberg adjusted p-values: when many schools are tested at once, flag those with an adjusted p not above 5 %,
 * and among the flagged no more than 5 % are expected to be there by chance. Keeps the order; a test that could not be made
 * (null) stays null and does not count as a test.
 *
 * Units: fractions 0–1. Empty for an empty list; a RangeError for what is no probability.
 * R: `p.adjust(p, "BH")`. Source: Benjamini and Hochberg (1995), JRSS B 57:289–300.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: readonly number[]): number[];
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[];
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const tested = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  for (const { value } of tested) checkProbability(value);
  tested.sort((first, second) => second.value - first.value);
  const adjusted: (number | null)[] = p.map(() => null);
  let least = 1;
  tested.forEach(({ value, index }, place) => {
    least = Math.min(least, (tested.length / (tested.length - place)) * value);
    adjusted[index] = least;
  });
  return adjusted;
}
