import type { PersonMeasure } from "./person-measures.ts";

/** How well a test tells persons apart. */
export interface PersonSeparation {
  /** Share of the variance of the measures that is not measurement error; below 0 when the errors alone are larger than the spread. */
  readonly reliability: number;
  /** Variance of the measures, divisor n − 1. */
  readonly variance: number;
  /** Mean of the squared standard errors. */
  readonly meanSquareError: number;
  readonly persons: number;
}

/**
 * Person separation reliability: which share of the differences between the abilities measured is real? Comparable to
 * Cronbach's α, but on the ability scale and with the error of each score by itself.
 *
 * `measures` by score (`personMeasures`), `scores[r]` = number of persons with the score r. By `"ml"` persons with the lowest and
 * highest score are left out, as eRm does; by `"wle"` everybody with a possible score counts.
 *
 * Units: fraction, at most 1. Null for fewer than two persons and when all measures are equal. A RangeError when the lists do not
 * fit. R: `eRm::SepRel(eRm::person.parameter(m))$sep.rel` ("ml"); `TAM::WLErel` ("wle", apart from its divisor).
 * Source: Wright and Stone (1999), Measurement Essentials, ch. 17.
 *
 * @example personSeparation(personMeasures(raschCategories([0, 0, 0])), [0, 2, 2, 0])!.reliability // -1.341… = 1 − 1.125 / log(2)²
 */
export function personSeparation(
  measures: readonly PersonMeasure[],
  scores: readonly number[],
  by: "ml" | "wle" = "ml",
): PersonSeparation | null {
  if (scores.length !== measures.length)
    throw new RangeError(`${measures.length} scores have measures, ${scores.length} have counts`);
  const used = measures.flatMap((measure, score) => {
    const n = scores[score]!;
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of persons: ${n}`);
    const value = measure[by];
    const error = by === "ml" ? measure.mlStandardError : measure.wleStandardError;
    return n === 0 || value === null || error === null ? [] : [{ n, value, error }];
  });
  const persons = used.reduce((sum, { n }) => sum + n, 0);
  if (persons < 2 || used.length < 2) return null;
  const mean = used.reduce((sum, { n, value }) => sum + n * value, 0) / persons;
  const variance = used.reduce((sum, { n, value }) => sum + n * (value - mean) ** 2, 0) / (persons - 1);
  const meanSquareError = used.reduce((sum, { n, error }) => sum + n * error ** 2, 0) / persons;
  return { reliability: (variance - meanSquareError) / variance, variance, meanSquareError, persons };
}
