import { fQuantile } from "../distributions/f.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";

/** A reliability with the bounds within which that of all such persons may lie. */
export interface ReliabilityEstimate extends Interval {
  readonly value: number;
}

/**
 * Feldt's interval of Cronbach's α seen on `n` persons and `items` items: within which bounds α may lie when the same
 * items are given to all such persons. Exact when persons and errors are normal (the two-way model without interaction,
 * where (1 − α)/(1 − α̂) follows F); chosen over the normal approximation, which leaves the range of α for small groups.
 *
 * Units: as α. The bounds hold α̂ between them. Never null; a RangeError for α̂ above 1, fewer than 2 persons or 2 items.
 * R: `1 - (1 - a) * qf(c((1 + level) / 2, (1 - level) / 2), n - 1, (n - 1) * (k - 1))`.
 * Source: Feldt (1965), Psychometrika 30:357–370; Feldt, Woodruff and Salih (1987), Applied Psychological Measurement 11:93–103.
 *
 * @example feldtInterval(0.8, 41, 26) // { low: 0.7001…, high: 0.8786… }
 */
export function feldtInterval(
  alpha: number,
  n: number,
  items: number,
  level: number = USUAL_LEVEL,
): Interval {
  checkLevel(level);
  if (!(alpha <= 1) || alpha === Number.NEGATIVE_INFINITY)
    throw new RangeError(`Cronbach's alpha is at most 1, got ${alpha}`);
  if (!Number.isSafeInteger(n) || n < 2)
    throw new RangeError(`An interval of alpha needs 2 persons, got ${n}`);
  if (!Number.isSafeInteger(items) || items < 2)
    throw new RangeError(`An interval of alpha needs 2 items, got ${items}`);
  const [persons, errors] = [n - 1, (n - 1) * (items - 1)];
  const bound = (p: number) => 1 - (1 - alpha) * fQuantile(p, persons, errors);
  return { low: bound((1 + level) / 2), high: bound((1 - level) / 2) };
}
