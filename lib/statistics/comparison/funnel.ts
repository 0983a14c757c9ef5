import { benjaminiHochberg } from "../benjamini-hochberg.ts";
import { normalUpperTail } from "../distributions/normal.ts";
import { checkCounts, type Interval } from "../interval.ts";
import { binomialTest } from "./binomial-test.ts";
import { exactFunnelLimits, FUNNEL_LEVELS, normalFunnelLimits } from "./funnel-limits.ts";
import { exactPosition, type FunnelPosition, positionIn } from "./funnel-position.ts";
import { checkShare, checkUnits, pooledShare, type UnitCount } from "./unit-count.ts";

/** Both pairs of limits of one kind, with what they say of the unit. */
export interface FunnelBand {
  readonly limits95: Interval;
  readonly limits998: Interval;
  readonly position: FunnelPosition;
}

/** One unit of a funnel plot. */
export interface FunnelUnit {
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  /** Clopper–Pearson 95 % interval of the unit's own share. */
  readonly interval: Interval;
  /** Standard errors from the target; null when the target is 0 or 1. */
  readonly z: number | null;
  readonly normal: FunnelBand;
  readonly exact: FunnelBand;
  /** By the exact tail probability itself: the one to show (see `exactPosition`). */
  readonly position: FunnelPosition;
  /** Two-sided normal probability of z; null as z. */
  readonly normalP: number | null;
  /** Two-sided exact binomial probability. */
  readonly exactP: number;
  /** `exactP` after Benjamini and Hochberg over all units of the plot. */
  readonly adjustedP: number;
  /** Whether any result of a unit of this size could have a `position` below (above) at all. */
  readonly canBeBelow: boolean;
  readonly canBeAbove: boolean;
}

/** A funnel plot; a unit without pupils is null in its place. */
export interface Funnel {
  readonly target: number;
  readonly units: readonly (FunnelUnit | null)[];
}

/**
 * z of a share: how many standard errors it lies from the target, the standard error being that of the target.
 *
 * Units: standard errors. Null when there is no pupil or the target is 0 or 1. R: `(x / n - t) / sqrt(t * (1 - t) / n)`.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24:1185–1202, section 3.
 *
 * @example funnelZ(20, 64, 0.2) // 2.25
 */
export function funnelZ(successes: number, trials: number, target: number): number | null {
  checkCounts(successes, trials);
  checkShare(target);
  if (trials === 0 || target === 0 || target === 1) return null;
  return (successes / trials - target) / Math.sqrt((target * (1 - target)) / trials);
}

/**
 * Two-sided normal probability of a z: how often chance alone gives one at least as far from 0.
 *
 * Units: fraction 0–1. R: `2 * pnorm(-abs(z))`.
 * Never null. Source: its definition.
 *
 * @example twoSidedNormalP(1.959963984540054) // 0.05
 */
export function twoSidedNormalP(z: number): number {
  return 2 * normalUpperTail(Math.abs(z));
}

function band(
  limitsAt: (target: number, trials: number, level: number) => Interval | null,
  target: number,
  { successes, trials }: UnitCount,
): FunnelBand {
  const limits95 = limitsAt(target, trials, FUNNEL_LEVELS[0])!;
  const limits998 = limitsAt(target, trials, FUNNEL_LEVELS[1])!;
  return { limits95, limits998, position: positionIn(successes / trials, limits95, limits998) };
}

/**
 * Funnel plot of shares: which schools lie further from the target than chance explains, given how many pupils each has.
 * It replaces a league table: no order is made, and small schools get wide limits. A flag is a reason to ask, not a
 * verdict; with many schools some are flagged by chance (5 in 100 outside 95 %), which is why `adjustedP` stands beside it,
 * and where schools differ in ways the target does not know, see `overdispersion`.
 *
 * The target is the pooled share of the units unless another one is given. Normal and exact limits (`normalFunnelLimits`,
 * `exactFunnelLimits`) at 95 % and 99.8 %; in a small school the published limits flag too readily, so each unit has a
 * `position` by exact probabilities too, and says whether its size allows a flag at all.
 *
 * Units: fractions 0–1. Null when no unit has a pupil; a unit without pupils is null. One unit alone lies on its own pooled
 * target and is "within". With a target of 0 or 1 z is null and every other share is outside.
 * R: `qbinom`, `pbinom`, `binom.test`, see the parts; `p.adjust(p, "BH")`.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24:1185–1202.
 *
 * @example funnel([{ successes: 20, trials: 64 }], 0.2)!.units[0]!.normal.position // "above95"
 */
export function funnel(
  units: readonly UnitCount[],
  target: number | null = pooledShare(units),
): Funnel | null {
  checkUnits(units);
  if (target === null || !units.some(({ trials }) => trials > 0)) return null;
  checkShare(target);
  const tests = units.map(({ successes, trials }) => binomialTest(successes, trials, target));
  const adjusted = benjaminiHochberg(tests.map((test) => test?.p ?? null));
  return {
    target,
    units: units.map((unit, i) => {
      const test = tests[i]!;
      if (test === null) return null;
      const { successes, trials } = unit;
      const z = funnelZ(successes, trials, target);
      return {
        successes,
        trials,
        share: test.share,
        interval: { low: test.low, high: test.high },
        z,
        normal: band(normalFunnelLimits, target, unit),
        exact: band(exactFunnelLimits, target, unit),
        position: exactPosition(successes, trials, target),
        normalP: z === null ? null : twoSidedNormalP(z),
        exactP: test.p,
        adjustedP: adjusted[i]!,
        canBeBelow: exactPosition(0, trials, target) !== "within",
        canBeAbove: exactPosition(trials, trials, target) !== "within",
      };
    }),
  };
}
