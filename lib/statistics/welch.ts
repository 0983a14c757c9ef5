import { studentQuantile, studentUpperTail } from "./distributions/student.ts";
import { checkLevel, USUAL_LEVEL } from "./interval.ts";
import { type MomentsLike, mean, variance } from "./moments.ts";
import type { Difference } from "./newcombe.ts";

/** Welch's difference of means with the degrees of freedom its interval was made with. */
export interface MeanDifference extends Difference {
  readonly degreesOfFreedom: number;
  /** The difference in its standard errors, and the two-sided probability of one so large by chance. */
  readonly t: number;
  readonly p: number;
}

/**
 * Welch's interval for the difference of two independent means, first minus second. Welch's and not the pooled one,
 * because two classes seldom have the same spread and the pooled interval is wrong then; with equal spreads it loses
 * almost nothing.
 *
 * Units: those of the values. Null when a group has fewer than two values or neither group varies.
 * R: `t.test(x, y)$conf.int`, `$parameter`, `$statistic`, `$p.value`. Source: Welch (1947), Biometrika 34:28–35 (Satterthwaite's degrees of freedom).
 *
 * @example welch({ n: 3, sum: 9, squareSum: 29 }, { n: 3, sum: 6, squareSum: 14 })
 * // { difference: 1, low: -1.2669579355275187, high: 3.2669579355275187, degreesOfFreedom: 4, … }
 */
export function welch(
  first: MomentsLike,
  second: MomentsLike,
  level: number = USUAL_LEVEL,
): MeanDifference | null {
  checkLevel(level);
  const variance1 = variance(first);
  const variance2 = variance(second);
  if (variance1 === null || variance2 === null || variance1 + variance2 === 0) return null;
  const error1 = variance1 / first.n;
  const error2 = variance2 / second.n;
  // Shares of the squared error, so that tiny variances do not vanish when they are squared.
  const share = error1 / (error1 + error2);
  const degreesOfFreedom = 1 / (share ** 2 / (first.n - 1) + (1 - share) ** 2 / (second.n - 1));
  const difference = mean(first)! - mean(second)!;
  const error = Math.sqrt(error1 + error2);
  const half = studentQuantile((1 + level) / 2, degreesOfFreedom) * error;
  const t = difference / error;
  const p = 2 * studentUpperTail(Math.abs(t), degreesOfFreedom);
  return { difference, low: difference - half, high: difference + half, degreesOfFreedom, t, p };
}
