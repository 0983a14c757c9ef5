import { normalDensity, normalQuantile, normalUpperTail } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { safeguardedRoot } from "../safeguarded-root.ts";

/**
 * `average`: two schools that do not differ have intervals apart in 1 − level of all pairs on average (Goldstein and Healy).
 * `everyPair`: in no pair more often than that; then intervals apart always mean a difference at the level.
 */
export type ComparisonRule = "average" | "everyPair";

export interface ComparisonOptions {
  readonly level?: number;
  readonly rule?: ComparisonRule;
}

/** More different standard errors than this are taken together by thousandths of their range. */
const MOST_DIFFERENT = 1000;

function checkErrors(standardErrors: readonly number[]): void {
  for (const error of standardErrors)
    if (!(error >= 0 && error < Number.POSITIVE_INFINITY))
      throw new RangeError(`Not a standard error: ${error}`);
}

/** How often each standard error occurs, near ones taken together where there are very many. */
function errorCounts(standardErrors: readonly number[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const error of standardErrors) counts.set(error, (counts.get(error) ?? 0) + 1);
  if (counts.size <= MOST_DIFFERENT) return [...counts];
  const logs = [...counts.keys()].map(Math.log);
  const low = logs.reduce((a, b) => Math.min(a, b));
  const width = (logs.reduce((a, b) => Math.max(a, b)) - low) / MOST_DIFFERENT;
  const binned = new Map<number, number>();
  for (const [error, count] of counts) {
    const bin = Math.exp(
      low + (Math.min(MOST_DIFFERENT - 1, Math.floor((Math.log(error) - low) / width)) + 0.5) * width,
    );
    binned.set(bin, (binned.get(bin) ?? 0) + count);
  }
  return [...binned];
}

/**
 * Multiplier of the standard errors for intervals that are meant for comparing schools with each other: two that do not overlap
 * differ at the level. It is 1.39 for 95 % and equal errors, not 1.96, because the error of a difference is smaller than
 * the sum of the two errors; for unequal errors it is solved from all pairs.
 *
 * Units: none. Null with fewer than two schools of a standard error above 0 (those of 0 are left out). RangeError for an error that is
 * negative or not a number. With more than 1,000 different errors `average` is right to about 1e-5.
 * R: `uniroot(function(z) mean(2 * pnorm(-z * r)) - .05, c(1, 2))` with `r = (s_i + s_j) / sqrt(s_i^2 + s_j^2)` of all pairs.
 * Source: Goldstein and Healy (1995), Journal of the Royal Statistical Society A 158:175–177.
 *
 * @example comparisonMultiplier([2, 2, 2]) // 1.3859038243496777 = 1.959964 / √2
 */
export function comparisonMultiplier(
  standardErrors: readonly number[],
  options: ComparisonOptions = {},
): number | null {
  const { level = USUAL_LEVEL, rule = "average" } = options;
  checkLevel(level);
  checkErrors(standardErrors);
  const positive = standardErrors.filter((error) => error > 0);
  if (positive.length < 2) return null;
  const z = normalQuantile((1 + level) / 2);
  if (rule === "everyPair") {
    const least = positive.reduce((a, b) => Math.min(a, b));
    const most = positive.reduce((a, b) => Math.max(a, b));
    return (z * Math.hypot(1, least / most)) / (1 + least / most);
  }
  const counts = errorCounts(positive);
  const pairs: { ratio: number; share: number }[] = [];
  const all = (positive.length * (positive.length - 1)) / 2;
  counts.forEach(([a, times], i) => {
    if (times > 1) pairs.push({ ratio: Math.SQRT2, share: (times * (times - 1)) / 2 / all });
    for (let j = 0; j < i; j++) {
      const [b, others] = counts[j]!;
      const quotient = Math.min(a, b) / Math.max(a, b);
      pairs.push({ ratio: (1 + quotient) / Math.hypot(1, quotient), share: (times * others) / all });
    }
  });
  const apart = (multiplier: number) => {
    let value = level - 1;
    let slope = 0;
    for (const { ratio, share } of pairs) {
      value += 2 * share * normalUpperTail(multiplier * ratio);
      slope -= 2 * share * ratio * normalDensity(multiplier * ratio);
    }
    return { value, slope };
  };
  if (pairs.every(({ ratio }) => ratio === Math.SQRT2)) return z / Math.SQRT2;
  // The two ends are the answers for equal errors and for an error beside nothing; the bracket is a little wider than both.
  return safeguardedRoot(apart, z * 0.7, z * 1.01).at;
}

/** An estimate with its standard error, as the interval functions take it. */
export interface EstimateWithError {
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * Comparison intervals of schools: estimate ± multiplier · standard error, with the multiplier of `comparisonMultiplier`. Where two of
 * them do not overlap, the schools differ; they say nothing about the distance from the average, for which the
 * caterpillar with 1.96 is made.
 *
 * Units: those of the estimates. Null where the multiplier is. RangeError for numbers that are not finite.
 * Source: Goldstein and Healy (1995), Journal of the Royal Statistical Society A 158:175–177.
 * R: `uniroot(function(z) mean(2 * pnorm(-z * (si + sj) / sqrt(si^2 + sj^2))) - .05, c(1, 2))`.
 *
 * @example comparisonIntervals([{ estimate: 0, standardError: 1 }, { estimate: 3, standardError: 1 }])![0] // { low: -1.3859…, high: 1.3859… }
 */
export function comparisonIntervals(
  schools: readonly EstimateWithError[],
  options: ComparisonOptions = {},
): Interval[] | null {
  const multiplier = comparisonMultiplier(
    schools.map((school) => school.standardError),
    options,
  );
  for (const { estimate } of schools)
    if (!Number.isFinite(estimate)) throw new RangeError(`Not an estimate: ${estimate}`);
  if (multiplier === null) return null;
  return schools.map(({ estimate, standardError }) => ({
    low: estimate - multiplier * standardError,
    high: estimate + multiplier * standardError,
  }));
}
