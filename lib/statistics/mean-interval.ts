import { studentQuantile } from "./distributions/student.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "./interval.ts";
import { type MomentsLike, mean, variance } from "./moments.ts";

/**
 * Student's t interval for a mean: within which bounds the mean of all such pupils may lie. The t distribution instead
 * of 1.96, because the standard deviation comes from the same few pupils.
 *
 * Units: those of the values; not cut at 0 or the maximum. Null when n < 2, and when all values are equal: the spread is
 * then unknown, and a bare point would claim certainty (R refuses the same data). R: `t.test(x)$conf.int`.
 * Sums or central moments (`momentsOf`, for values that are not whole). Source: Student (1908), Biometrika 6:1–25.
 *
 * @example meanInterval({ n: 4, sum: 20, squareSum: 136 }) // of 2, 4, 4, 10: { low: -0.5121586931112353, high: 10.512158693111237 }
 */
export function meanInterval(moments: MomentsLike, level: number = USUAL_LEVEL): Interval | null {
  checkLevel(level);
  const squared = variance(moments);
  const centre = mean(moments);
  if (!squared || centre === null) return null;
  const half = studentQuantile((1 + level) / 2, moments.n - 1) * Math.sqrt(squared / moments.n);
  return { low: centre - half, high: centre + half };
}
