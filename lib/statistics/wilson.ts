import { normalQuantile } from "./distributions/normal.ts";
import { checkCounts, checkLevel, type Interval, USUAL_LEVEL } from "./interval.ts";

/**
 * Wilson's interval of a share that need not be a count over n: `share` observed on `n` pupils.
 * For scores on a task the share of its maximum has at most the variance of a yes–no answer, so this is never too narrow.
 *
 * Units: fraction 0–1. Null when n = 0. A RangeError for a share outside [0, 1] and an n below 0.
 * R: as `wilson`. Source: Wilson 1927.
 *
 * @example wilsonOfShare(0.25, 40) // { low: 0.1418…, high: 0.4019… }
 */
export function wilsonOfShare(share: number, n: number, level: number = USUAL_LEVEL): Interval | null {
  checkLevel(level);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1, got ${share}`);
  if (!(n >= 0 && n < Number.POSITIVE_INFINITY)) throw new RangeError(`Not a number of pupils: ${n}`);
  if (n === 0) return null;
  const z = normalQuantile((1 + level) / 2);
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + ((z / (2 * n)) * z) / (2 * n));
  const scale = 1 + (z * z) / n;
  // The formula gives 0 and 1 exactly at the ends; rounding would leave a stray 1e-18.
  return {
    low: share === 0 ? 0 : (middle - half) / scale,
    high: share === 1 ? 1 : (middle + half) / scale,
  };
}

/**
 * Wilson score interval for a share: within which bounds the share of all such pupils may lie when `successes` of
 * `trials` are seen. Chosen over p ± 1.96·se, which for small classes leaves [0, 1] and is far too narrow near its ends;
 * without continuity correction, because that one is too wide.
 *
 * Units: fraction 0–1. Null when there is no trial. R: `prop.test(k, n, correct = FALSE)$conf.int`.
 * Source: Wilson (1927), JASA 22:209–212; Newcombe (1998), Statistics in Medicine 17:857–872, method 3.
 *
 * @example wilson(9, 28) // { low: 0.17933246922494966, high: 0.5066115681914239 }
 */
export function wilson(successes: number, trials: number, level: number = USUAL_LEVEL): Interval | null {
  checkCounts(successes, trials);
  return wilsonOfShare(trials === 0 ? 0 : successes / trials, trials, level);
}
