import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";

/**
 * Fisher's interval of a Pearson correlation seen on `n` persons: normal for atanh(r), carried back, so that it never
 * leaves −1 to 1. Supposes that both quantities are near normal; for 0–1 items it is a guide, not a guarantee.
 *
 * Units: as the correlation. Null when n < 4, and for r = ±1, where the spread cannot be told.
 * A RangeError for a correlation outside [−1, 1].
 * R: `cor.test(x, y, conf.level = level)$conf.int`. Source: Fisher (1921), Metron 1:3–32.
 *
 * @example correlationInterval(0.5, 28) // { low: 0.1560…, high: 0.7358… }
 */
export function correlationInterval(
  correlation: number,
  n: number,
  level: number = USUAL_LEVEL,
): Interval | null {
  checkLevel(level);
  if (!(correlation >= -1 && correlation <= 1))
    throw new RangeError(`A correlation lies between -1 and 1, got ${correlation}`);
  if (n < 4 || Math.abs(correlation) === 1) return null;
  const half = normalQuantile((1 + level) / 2) / Math.sqrt(n - 3);
  const centre = Math.atanh(correlation);
  return { low: Math.tanh(centre - half), high: Math.tanh(centre + half) };
}
