import { chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";

/** A 2 × 2 table of one stratum: `a`, `b` = yes and no of the first group, `c`, `d` = yes and no of the second. */
export interface Stratum {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export interface MantelHaenszel {
  /** Common odds ratio, first group over second; null when the strata do not bound it (see below). */
  readonly oddsRatio: number | null;
  /** Interval of the odds ratio by Robins, Breslow and Greenland; null when the odds ratio is. */
  readonly interval: Interval | null;
  /** Standard error of the logarithm of the odds ratio; null when the odds ratio is. */
  readonly logStandardError: number | null;
  /** Test that the odds ratio is 1, without correction; chi-squared with one degree of freedom. */
  readonly chiSquared: number;
  readonly p: number;
  /** The same with the continuity correction 1/2, as R does by default. */
  readonly chiSquaredCorrected: number;
  readonly pCorrected: number;
  /** Strata that had at least two pupils. */
  readonly strata: number;
}

function checkStratum({ a, b, c, d }: Stratum): void {
  for (const count of [a, b, c, d]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of pupils: ${count}`);
  }
}

/**
 * Mantel and Haenszel's comparison of two groups inside strata: are the odds of a yes the same in both groups among pupils of
 * the same total score (or department, or grade)? So a difference between the strata cannot pass for one between the groups
 * (Simpson's paradox). Strata with fewer than two pupils compare nobody and are left out.
 *
 * Units: odds ratio ≥ 0 (1 = no difference); p is a fraction 0–1. Null when no stratum compares anybody (each has only one
 * group or only one answer). Odds ratio and interval alone are null when all comparable pupils point one way (it would be 0
 * or infinite). A RangeError for what is no count.
 * R: `mantelhaen.test(t)`, `mantelhaen.test(t, correct = FALSE)`. Source: Mantel and Haenszel (1959), JNCI 22:719–748; Robins,
 * Breslow and Greenland (1986), Biometrics 42:311–323.
 *
 * @example mantelHaenszel([{ a: 8, b: 2, c: 4, d: 6 }, { a: 5, b: 5, c: 3, d: 7 }])!.oddsRatio // 3.6086956521739135
 */
export function mantelHaenszel(
  strata: readonly Stratum[],
  level: number = USUAL_LEVEL,
): MantelHaenszel | null {
  checkLevel(level);
  strata.forEach(checkStratum);
  const used = strata.filter(({ a, b, c, d }) => a + b + c + d >= 2);
  let excess = 0;
  let variance = 0;
  let r = 0;
  let s = 0;
  let pr = 0;
  let cross = 0;
  let qs = 0;
  for (const { a, b, c, d } of used) {
    const n = a + b + c + d;
    // a − (a + b)(a + c) / n without its cancellation.
    excess += (a * d - b * c) / n;
    variance += ((((a + b) / n) * (c + d)) / n) * ((a + c) / (n - 1)) * (b + d);
    const along = (a / n) * d;
    const across = (b / n) * c;
    const agree = (a + d) / n;
    const differ = (b + c) / n;
    r += along;
    s += across;
    pr += agree * along;
    cross += agree * across + differ * along;
    qs += differ * across;
  }
  if (variance === 0) return null;
  const distance = Math.abs(excess);
  const corrected = distance >= 0.5 ? distance - 0.5 : distance;
  const chiSquared = distance ** 2 / variance;
  const chiSquaredCorrected = corrected ** 2 / variance;
  const isBounded = r > 0 && s > 0;
  const logStandardError = isBounded ? Math.sqrt(pr / r / r / 2 + cross / r / s / 2 + qs / s / s / 2) : null;
  const oddsRatio = isBounded ? r / s : null;
  const factor = logStandardError === null ? 1 : Math.exp(normalQuantile((1 + level) / 2) * logStandardError);
  return {
    oddsRatio,
    interval: oddsRatio === null ? null : { low: oddsRatio / factor, high: oddsRatio * factor },
    logStandardError,
    chiSquared,
    p: chiSquaredUpperTail(chiSquared, 1),
    chiSquaredCorrected,
    pCorrected: chiSquaredUpperTail(chiSquaredCorrected, 1),
    strata: used.length,
  };
}
