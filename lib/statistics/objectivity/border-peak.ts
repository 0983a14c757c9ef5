import { binomialUpperTail } from "../distributions/binomial.ts";

/** The two scores at a mark border, and how unlikely their difference is by chance. */
export interface BorderPeak {
  /** The least score of the better mark. */
  readonly border: number;
  /** Pupils with one point less. */
  readonly below: number;
  /** Pupils with exactly that score. */
  readonly at: number;
  /** One-sided exact probability of so many or more at the border, if both scores were equally likely; null for nobody. */
  readonly p: number | null;
}

/** Refuses a histogram that does not count pupils and borders that stand on no score above 0. */
export function checkHistogram(histogram: readonly number[], border: number): void {
  for (const count of histogram)
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of pupils: ${count}`);
  if (!Number.isInteger(border) || border < 1 || border >= histogram.length)
    throw new RangeError(`A border lies between 1 and ${histogram.length - 1}, got ${border}`);
}

/**
 * Peak at a mark border (пик на границе перехода отметок): are there more pupils exactly at the border than one point
 * below it, more than chance allows? An exact binomial test with probability ½ on the pupils at these two scores alone: it
 * needs no model of the whole histogram.
 *
 * What it cannot say: where the histogram rises anyway (below its top) more pupils at the border are to be expected, so a small
 * p at a low border of an easy work means nothing; and an extra point given by an examiner in doubt is permitted. ФИОКО
 * calls a peak "a possible marker that needs further analysis", never a verdict.
 *
 * Units: pupils; probability 0–1. `p` is null when nobody stands at either score. A RangeError for a border outside
 * 1…maximum and for counts that are none. R: `binom.test(at, at + below, 0.5, alternative = "greater")$p.value`.
 * Source: ФИОКО 2026, p. 13–15 (the sign); the test is ours.
 *
 * @example borderPeak([0, 0, 4, 12, 5], 3) // { border: 3, below: 4, at: 12, p: 0.0384… }
 */
export function borderPeak(histogram: readonly number[], border: number): BorderPeak {
  checkHistogram(histogram, border);
  const below = histogram[border - 1]!;
  const at = histogram[border]!;
  return { border, below, at, p: at + below === 0 ? null : binomialUpperTail(at, at + below, 0.5) };
}
