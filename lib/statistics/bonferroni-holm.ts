import { checkProbability } from "./distributions/arguments.ts";

/**
 * Bonferroni–Holm adjusted p-values: flag those not above 5 %, and with 95 % certainty nobody is flagged by chance, however
 * many schools were tested. Stricter than Benjamini–Hochberg; never weaker than plain Bonferroni. Keeps the order; a test
 * that could not be made (null) stays null and does not count as a test.
 *
 * Units: fractions 0–1. Empty for an empty list; a RangeError for what is no probability.
 * R: `p.adjust(p, "holm")`. Source: Holm (1979), Scandinavian Journal of Statistics 6:65–70.
 *
 * @example bonferroniHolm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function bonferroniHolm(p: readonly number[]): number[];
export function bonferroniHolm(p: readonly (number | null)[]): (number | null)[];
export function bonferroniHolm(p: readonly (number | null)[]): (number | null)[] {
  const tested = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  for (const { value } of tested) checkProbability(value);
  tested.sort((first, second) => first.value - second.value);
  const adjusted: (number | null)[] = p.map(() => null);
  let greatest = 0;
  tested.forEach(({ value, index }, place) => {
    greatest = Math.max(greatest, Math.min(1, (tested.length - place) * value));
    adjusted[index] = greatest;
  });
  return adjusted;
}
