import { studentQuantile } from "../distributions/student.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { checkUnits, type UnitCount } from "./unit-count.ts";

/**
 * What the spread of the units' shares says: more than chance ("over"), no more than chance ("none": one common share is all
 * the data support), or all there can be ("complete": units at 0 and 1, no beta distribution fits, its parameters would be 0).
 */
export type Dispersion = "over" | "none" | "complete";

/** A beta distribution of units' true shares, fitted to counts. */
export interface BetaBinomialFit {
  readonly method: "moments" | "maximumLikelihood";
  /** Units with pupils. */
  readonly k: number;
  readonly dispersion: Dispersion;
  readonly mean: number;
  readonly meanInterval: Interval | null;
  /** Correlation of two pupils of one unit. */
  readonly rho: number;
  readonly rhoInterval: Interval | null;
  /** Parameters of the beta distribution; null unless there is over-dispersion. */
  readonly alpha: number | null;
  readonly beta: number | null;
}

/** What the estimator needs: units, pupils, Σn², hits, and Σ n(x/n − mean)², the spread between units. */
interface Sums {
  readonly k: number;
  readonly n: number;
  readonly nn: number;
  readonly x: number;
  readonly spread: number;
}

function kleinman({ k, n, nn, x, spread }: Sums): { mean: number; rho: number } | null {
  const mean = x / n;
  const binomial = mean * (1 - mean);
  // Σ (nᵢ − 1)(1 − nᵢ/N): 0 when every unit has one pupil, so that two pupils of one unit are never seen.
  const pairs = n - nn / n - (k - 1);
  if (k < 2 || binomial <= 0 || pairs <= 0) return null;
  return { mean, rho: (spread - binomial * (k - 1)) / (binomial * pairs) };
}

/** The spread without one unit follows from that with it: the mean moves by the unit's distance times its weight. */
function without({ k, n, nn, x, spread }: Sums, { successes, trials }: UnitCount): Sums {
  const distance = successes / trials - x / n;
  return {
    k: k - 1,
    n: n - trials,
    nn: nn - trials * trials,
    x: x - successes,
    spread: spread - ((n * trials) / (n - trials)) * distance * distance,
  };
}

/** Delete-one jackknife: the spread of the estimates when each unit is left out once. */
function jackknife(all: Sums, units: readonly UnitCount[], level: number) {
  if (all.k < 3) return null;
  const fits = units.map((unit) => kleinman(without(all, unit)));
  if (fits.includes(null)) return null;
  const t = studentQuantile((1 + level) / 2, all.k - 1);
  const half = (pick: (fit: { mean: number; rho: number }) => number) => {
    const values = fits.map((fit) => pick(fit!));
    const centre = values.reduce((sum, value) => sum + value, 0) / all.k;
    const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    return t * Math.sqrt(((all.k - 1) / all.k) * squares);
  };
  return { mean: half(({ mean }) => mean), rho: half(({ rho }) => rho) };
}

/**
 * Beta–binomial distribution by moments (Kleinman): how much schools' true shares differ beyond chance. Each school has its
 * own share, drawn from a beta distribution; ρ is the correlation of two pupils of one school. Weighted by pupils, so that
 * the mean is the pooled share. No iteration: whoever checks it needs only a spreadsheet.
 *
 * ρ ≤ 0 means "no over-dispersion": ρ is given as computed, α and β are null, and one common share is all the data support.
 * ρ ≥ 1 means "complete": the units lie so near 0 and 1 that no beta distribution has their spread. The intervals are jackknife ± t over units, cut to 0–1 for the mean and to at
 * most 1 for ρ, and null where leaving one unit out leaves nothing to fit; with under ten units they are rough.
 *
 * Units: fractions. Null when fewer than two units have pupils, when all pupils count the same way (no spread to fit), and
 * when every unit has one pupil.
 * R: `S <- sum(n * (x / n - m)^2); rho <- (S - m * (1 - m) * (K - 1)) / (m * (1 - m) * (N - sum(n^2) / N - (K - 1)));
 * M <- (1 - rho) / rho; alpha <- m * M`.
 * Source: Kleinman (1973), JASA 68:46–54.
 *
 * @example betaBinomialMoments([0, 3, 2].map((successes) => ({ successes, trials: 4 })))!.rho // 0.4666… = 7/15
 */
export function betaBinomialMoments(
  units: readonly UnitCount[],
  level: number = USUAL_LEVEL,
): BetaBinomialFit | null {
  checkUnits(units);
  checkLevel(level);
  const present = units.filter(({ trials }) => trials > 0);
  const n = present.reduce((sum, { trials }) => sum + trials, 0);
  const x = present.reduce((sum, { successes }) => sum + successes, 0);
  const sums: Sums = {
    k: present.length,
    n,
    nn: present.reduce((sum, { trials }) => sum + trials * trials, 0),
    x,
    spread: present.reduce((sum, unit) => sum + unit.trials * (unit.successes / unit.trials - x / n) ** 2, 0),
  };
  const fit = kleinman(sums);
  if (fit === null) return null;
  const { mean, rho } = fit;
  const dispersion: Dispersion = rho <= 0 ? "none" : rho >= 1 ? "complete" : "over";
  const size = dispersion === "over" ? (1 - rho) / rho : null;
  const half = jackknife(sums, present, level);
  return {
    method: "moments",
    k: sums.k,
    dispersion,
    mean,
    meanInterval: half && { low: Math.max(0, mean - half.mean), high: Math.min(1, mean + half.mean) },
    rho,
    rhoInterval: half && { low: rho - half.rho, high: Math.min(1, rho + half.rho) },
    alpha: size && mean * size,
    beta: size && (1 - mean) * size,
  };
}
