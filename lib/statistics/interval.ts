/** Two bounds with the estimate between them, in the unit of the estimate. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The level that every interval of the portal has unless a method fixes another one. */
export const USUAL_LEVEL = 0.95;

/**
 * Turns an interval of a fraction (0–1) into one of per cent (0–100), for showing beside a percentage.
 *
 * Units: per cent. Null when there is no interval. R: `100 * c(low, high)`. Source: ours.
 *
 * @example toPercent({ low: 0.25, high: 0.5 }) // { low: 25, high: 50 }
 */
export function toPercent(interval: Interval): Interval;
export function toPercent(interval: Interval | null): Interval | null;
export function toPercent(interval: Interval | null): Interval | null {
  return interval && { low: 100 * interval.low, high: 100 * interval.high };
}

/** Refuses a confidence level outside (0, 1); 95 instead of 0.95 is the usual slip. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`A confidence level lies between 0 and 1, got ${level}`);
}

/** Refuses anything but a whole number of successes among a whole number of trials. */
export function checkCounts(successes: number, trials: number): void {
  if (!Number.isSafeInteger(trials) || trials < 0) throw new RangeError(`Not a number of trials: ${trials}`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`Not a number of successes among ${trials}: ${successes}`);
  }
}
