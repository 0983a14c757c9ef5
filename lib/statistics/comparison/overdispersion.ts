import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { type Interval, USUAL_LEVEL } from "../interval.ts";
import { quantile } from "../quantile.ts";
import { FUNNEL_LEVELS } from "./funnel-limits.ts";
import { type FunnelPosition, positionIn } from "./funnel-position.ts";
import { checkShare, checkUnits, pooledShare, type UnitCount } from "./unit-count.ts";

/** The scale on which distances are measured: the share itself, or arcsin √share, whose variance knows only n. */
export type ShareScale = "raw" | "arcsine";

/** One unit against limits that know of over-dispersion. */
export interface OverdispersedUnit {
  readonly share: number;
  /** Standard errors from the target by chance alone. */
  readonly z: number;
  /** z with the variance between units added: (y − target)/√(s² + τ²). */
  readonly zRandom: number;
  /** z/√φ; null when φ is 0. */
  readonly zMultiplicative: number | null;
  /** Funnel limits by chance alone, and with τ² added, on the scale of the share; by `position` of zRandom. */
  readonly limits95: Interval;
  readonly limits998: Interval;
  readonly positionNaive: FunnelPosition;
  readonly position: FunnelPosition;
}

export interface Overdispersion {
  readonly scale: ShareScale;
  readonly target: number;
  /** Units with pupils. */
  readonly k: number;
  /** Mean winsorised z²: about 1 when chance explains everything, more when it does not. */
  readonly phi: number;
  /** Where 95 % of unwinsorised φ lie when there is no over-dispersion: a φ above `high` is a sign of it. */
  readonly phiUnderChance: Interval;
  /** Variance between units beyond chance, on `scale`; 0 when there is no sign of it. */
  readonly tau2: number;
  readonly winsorLow: number;
  readonly winsorHigh: number;
  /** In the order of the argument; null for a unit without pupils. */
  readonly units: readonly (OverdispersedUnit | null)[];
}

/** The share of z cut off at each end before φ is taken, so that the outliers sought do not widen their own limits. */
export const WINSORISED = 0.1;

const Z95 = normalQuantile((1 + FUNNEL_LEVELS[0]) / 2);
const Z998 = normalQuantile((1 + FUNNEL_LEVELS[1]) / 2);

function positionOf(z: number): FunnelPosition {
  return positionIn(z, { low: -Z95, high: Z95 }, { low: -Z998, high: Z998 });
}

/** Turns a value on the scale back into a share; on the arcsine scale no share lies beyond the ends. */
function back(value: number, scale: ShareScale): number {
  return scale === "raw" ? value : Math.sin(Math.min(Math.PI / 2, Math.max(0, value))) ** 2;
}

/**
 * Over-dispersion of shares around a target: schools differ for more reasons than chance, and a funnel that does not know
 * this flags half of them. φ says how much wider than chance the spread is; τ² is the variance between schools that must be
 * added to each school's own so that the middle of the schools fits (additive, random effects: small schools are not
 * excused twice); flags are then taken from zRandom.
 *
 * z is winsorised at its 10 % and 90 % quantiles (type 7) for φ only. `zMultiplicative` = z/√φ is given as in the source, also
 * where φ < 1 (then it overstates; τ² is 0 there and zRandom = z). The arcsine scale is steadier for shares near 0 or 1.
 *
 * Units: shares 0–1; τ² in squared units of the scale. Null when fewer than two units have pupils, or on the raw scale when
 * the target is 0 or 1 (no standard error). With fewer than about ten units φ and τ² say little: see `phiUnderChance`, and
 * for a variance between units with an interval `randomEffects`.
 * R: `zw <- pmin(pmax(z, q[1]), q[2]); phi <- sum(zw^2) / K;
 * tau2 <- max(0, (K * phi - (K - 1)) / (sum(w) - sum(w^2) / sum(w)))` with `w = 1 / s^2`.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24:1185–1202, section 4; (2005) Quality and Safety in Health Care 14:347–351.
 *
 * @example overdispersion([{ successes: 1, trials: 16 }, { successes: 7, trials: 16 }], { scale: "raw" })!.phi // 1.92
 */
export function overdispersion(
  units: readonly UnitCount[],
  options: { readonly scale: ShareScale; readonly target?: number; readonly winsorised?: number },
): Overdispersion | null {
  checkUnits(units);
  const { scale, winsorised = WINSORISED } = options;
  if (!(winsorised >= 0 && winsorised < 0.5))
    throw new RangeError(`The share cut off at each end lies between 0 and 0.5, got ${winsorised}`);
  const target = options.target ?? pooledShare(units);
  if (target === null) return null;
  checkShare(target);
  const k = units.filter(({ trials }) => trials > 0).length;
  if (k < 2 || (scale === "raw" && (target === 0 || target === 1))) return null;

  const onScale = (share: number) => (scale === "raw" ? share : Math.asin(Math.sqrt(share)));
  const centre = onScale(target);
  const errorVariance = (trials: number) =>
    scale === "raw" ? (target * (1 - target)) / trials : 1 / (4 * trials);
  const zOf = ({ successes, trials }: UnitCount) =>
    (onScale(successes / trials) - centre) / Math.sqrt(errorVariance(trials));

  const present = units.filter(({ trials }) => trials > 0);
  const z = present.map(zOf);
  const winsorLow = quantile(z, winsorised)!;
  const winsorHigh = quantile(z, 1 - winsorised)!;
  const squares = z.reduce((sum, value) => sum + Math.min(Math.max(value, winsorLow), winsorHigh) ** 2, 0);
  const phi = squares / k;
  const weights = present.map(({ trials }) => 1 / errorVariance(trials));
  const weight = weights.reduce((sum, w) => sum + w, 0);
  const scaled = weight - weights.reduce((sum, w) => sum + w * w, 0) / weight;
  const tau2 = Math.max(0, (squares - (k - 1)) / scaled);
  // A pooled target was fitted to the units themselves and takes one degree of freedom.
  const freedom = options.target === undefined ? k - 1 : k;

  return {
    scale,
    target,
    k,
    phi,
    phiUnderChance: {
      low: chiSquaredQuantile((1 - USUAL_LEVEL) / 2, freedom) / k,
      high: chiSquaredQuantile((1 + USUAL_LEVEL) / 2, freedom) / k,
    },
    tau2,
    winsorLow,
    winsorHigh,
    units: units.map((unit) => {
      if (unit.trials === 0) return null;
      const distance = zOf(unit);
      const spread = Math.sqrt(errorVariance(unit.trials) + tau2);
      const share = unit.successes / unit.trials;
      const zRandom = (onScale(share) - centre) / spread;
      const around = (width: number) => ({
        low: back(centre - width * spread, scale),
        high: back(centre + width * spread, scale),
      });
      return {
        share,
        z: distance,
        zRandom,
        zMultiplicative: phi === 0 ? null : distance / Math.sqrt(phi),
        limits95: around(Z95),
        limits998: around(Z998),
        positionNaive: positionOf(distance),
        position: positionOf(zRandom),
      };
    }),
  };
}
