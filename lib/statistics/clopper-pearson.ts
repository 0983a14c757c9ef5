import { betaQuantile, betaQuantiles } from "./distributions/beta.ts";
import { checkCounts, checkLevel, type Interval, USUAL_LEVEL } from "./interval.ts";

/**
 * Clopper–Pearson ("exact") interval for a share: it contains the true share at least as often as the level promises,
 * whatever that share is. Wider than Wilson's; for statements that must not be wrong more often than stated.
 *
 * Units: fraction 0–1. Null when there is no trial. R: `binom.test(k, n)$conf.int`.
 * Source: Clopper and Pearson (1934), Biometrika 26:404–413.
 *
 * @example clopperPearson(9, 28) // { low: 0.1587760378861538, high: 0.5235164067096185 }
 */
export function clopperPearson(
  successes: number,
  trials: number,
  level: number = USUAL_LEVEL,
): Interval | null {
  checkCounts(successes, trials);
  checkLevel(level);
  if (trials === 0) return null;
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaQuantiles(1 - tail, tail, successes + 1, trials - successes)[0],
  };
}
