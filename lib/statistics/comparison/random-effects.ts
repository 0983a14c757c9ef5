import { chiSquaredQuantile, chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { studentQuantile } from "../distributions/student.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { checkEstimates, type Estimate } from "./estimate.ts";
import { rootOfFalling } from "./falling-root.ts";

/** Which estimate of the variance between units: DerSimonian and Laird's, or restricted maximum likelihood. */
export type BetweenVarianceMethod = "DL" | "REML";

export interface RandomEffects {
  readonly method: BetweenVarianceMethod;
  /** Units used, and how many were left out because they have no estimate or a variance of 0. */
  readonly k: number;
  readonly leftOut: number;
  /** Mean of the units' true values, its standard error and z interval. */
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
  /**
   * Knapp and Hartung's t interval of the mean: keeps its promise with few units, where the z interval is too narrow.
   * Their factor is not let below 1, or units that agree by luck would give an interval of no width.
   */
  readonly knappHartung: Interval;
  /** Where the true value of one more such unit lies; null for fewer than three units. */
  readonly prediction: Interval | null;
  /** Variance between units beyond sampling, with its Q-profile interval; 0 on the boundary. */
  readonly tau2: number;
  readonly tau2Interval: Interval;
  /** Cochran's Q of homogeneity with k − 1 degrees of freedom. */
  readonly Q: number;
  readonly pHeterogeneity: number;
  /** Share of the spread that is not sampling, in per cent, with the interval that tau2's gives. */
  readonly I2: number;
  readonly I2Interval: Interval;
  /** Total over sampling variance. */
  readonly H2: number;
}

/**
 * Estimates as distances from one of them, so that means near 1e7 keep the digits of their differences, in units of the
 * smallest standard error, so that squared weights neither overflow nor vanish.
 */
interface Centred {
  readonly y: Float64Array;
  readonly v: Float64Array;
}

interface Weighted {
  readonly weight: number;
  /** Σ over pairs i ≠ j of wᵢwⱼ = (Σw)² − Σw², summed so that one dominant weight cancels nothing. */
  readonly pairs: number;
  readonly mean: number;
  /** Σw(y − mean)² and Σw²(y − mean)². */
  readonly q: number;
  readonly squaredQ: number;
}

function weighted({ y, v }: Centred, tau2: number): Weighted {
  let weight = 0;
  let pairs = 0;
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const w = 1 / (v[i]! + tau2);
    pairs += 2 * w * weight;
    weight += w;
    sum += w * y[i]!;
  }
  const mean = sum / weight;
  let q = 0;
  let squaredQ = 0;
  for (let i = 0; i < y.length; i++) {
    const w = 1 / (v[i]! + tau2);
    const square = w * (y[i]! - mean) ** 2;
    q += square;
    squaredQ += w * square;
  }
  return { weight, pairs, mean, q, squaredQ };
}

function restrictedLogLikelihood(data: Centred, tau2: number): number {
  const at = weighted(data, tau2);
  let logs = 0;
  for (const v of data.v) logs += Math.log(v + tau2);
  return -(logs + Math.log(at.weight) + at.q) / 2;
}

/**
 * The maximum of the restricted likelihood over tau² >= 0: its derivative is searched for sign changes on a grid, because
 * unequal variances can give it more than one, and the highest of all stationary points and the boundary wins.
 */
function restrictedMaximum(data: Centred): number {
  const score = (tau2: number) => {
    const at = weighted(data, tau2);
    return at.squaredQ - at.pairs / at.weight;
  };
  const spread = data.y.reduce((most, y) => Math.max(most, Math.abs(y)), 0) ** 2;
  let best = 0;
  let highest = restrictedLogLikelihood(data, 0);
  let before = 0;
  let rising = score(0) > 0;
  // Beyond the squared range of the estimates (at most this) the derivative is negative for good.
  const end = 4 * spread + 1;
  for (let tau2 = 1 / 1024; before < end; tau2 *= 2) {
    const risingHere = score(tau2) > 0;
    if (rising && !risingHere) {
      const top = rootOfFalling(score, before, tau2);
      const here = restrictedLogLikelihood(data, top);
      if (here > highest) {
        highest = here;
        best = top;
      }
    }
    rising = risingHere;
    before = tau2;
  }
  return best;
}

/** Q-profile: the values of tau² at which Q(tau²) is an unsurprising chi-squared with k − 1 degrees of freedom. */
function profile(data: Centred, level: number): Interval {
  const bound = (p: number) => {
    const limit = chiSquaredQuantile(p, data.y.length - 1);
    const excess = (tau2: number) => weighted(data, tau2).q - limit;
    if (excess(0) <= 0) return 0;
    let high = data.v.reduce((most, v) => Math.max(most, v), 0);
    while (excess(high) > 0) high *= 2;
    return rootOfFalling(excess, 0, high);
  };
  return { low: bound((1 + level) / 2), high: bound((1 - level) / 2) };
}

/**
 * Random-effects mean of units' estimates (meta-analysis): how far apart the units' true values are (tau²), and their mean.
 * DerSimonian–Laird is the closed formula most people check by hand; REML is at the exact maximum of the restricted
 * likelihood and less biased when units differ much in size. tau² is never below 0; where it is 0 the data show no
 * difference between units beyond chance (which, with few units, is not the same as none: read `tau2Interval`).
 *
 * Units: those of the estimates; tau² squared; I² in per cent. Null with fewer than two usable units (an estimate with a
 * variance above 0). A RangeError for estimates that are not numbers. The Q-profile interval is 0–0 when the units lie closer
 * together than chance would have them.
 * R: `metafor::rma(y, v, method = "DL")`, `method = "REML"`; `confint()` of it; `test = "adhoc"` for Knapp–Hartung.
 * Source: DerSimonian and Laird (1986), Controlled Clinical Trials 7:177–188; Viechtbauer (2005), J. Educ. Behav. Stat.
 * 30:261–293 (REML) and (2007), Statistics in Medicine 26:37–52 (Q-profile); Higgins and Thompson (2002), ibid. 21:1539–1558
 * (I², H²); Knapp and Hartung (2003), ibid. 22:2693–2710; Higgins et al. (2009), JRSS A 172:137–159 (prediction).
 *
 * @example randomEffects([{ estimate: 0, variance: 1 }, { estimate: 4, variance: 1 }], "DL")!.tau2 // 7
 */
export function randomEffects(
  estimates: readonly (Estimate | null)[],
  method: BetweenVarianceMethod,
  level: number = USUAL_LEVEL,
): RandomEffects | null {
  checkEstimates(estimates);
  checkLevel(level);
  const used = estimates.filter((entry): entry is Estimate => entry !== null && entry.variance > 0);
  const k = used.length;
  if (k < 2) return null;
  const pivot = used[0]!.estimate;
  const smallest = used.reduce((least, { variance }) => Math.min(least, variance), Number.POSITIVE_INFINITY);
  const scale = Math.sqrt(smallest);
  const data: Centred = {
    y: Float64Array.from(used, ({ estimate }) => (estimate - pivot) / scale),
    v: Float64Array.from(used, ({ variance }) => variance / smallest),
  };
  const fixed = weighted(data, 0);
  if (!(fixed.q < Number.POSITIVE_INFINITY && fixed.pairs > 0))
    throw new RangeError("Estimates and variances lie too many orders of magnitude apart");
  const momentTau2 = ((fixed.q - (k - 1)) * fixed.weight) / fixed.pairs;
  const tau2 = method === "DL" ? Math.max(0, momentTau2) : restrictedMaximum(data);
  // The sampling variance of a typical unit.
  const typical = ((k - 1) * fixed.weight) / fixed.pairs;
  const inPerCent = (between: number) => (100 * between) / (between + typical);
  const at = weighted(data, tau2);
  const mean = pivot + scale * at.mean;
  const around = (half: number): Interval => ({ low: mean - half, high: mean + half });
  const standardError = scale * Math.sqrt(1 / at.weight);
  const upper = (1 + level) / 2;
  const tau2Interval = profile(data, level);
  return {
    method,
    k,
    leftOut: estimates.length - k,
    mean,
    standardError,
    interval: around(normalQuantile(upper) * standardError),
    knappHartung: around(
      studentQuantile(upper, k - 1) * standardError * Math.sqrt(Math.max(1, at.q / (k - 1))),
    ),
    prediction:
      k < 3 ? null : around(scale * studentQuantile(upper, k - 2) * Math.sqrt(tau2 + 1 / at.weight)),
    tau2: smallest * tau2,
    tau2Interval: { low: smallest * tau2Interval.low, high: smallest * tau2Interval.high },
    Q: fixed.q,
    pHeterogeneity: chiSquaredUpperTail(fixed.q, k - 1),
    I2: inPerCent(tau2),
    I2Interval: { low: inPerCent(tau2Interval.low), high: inPerCent(tau2Interval.high) },
    H2: (tau2 + typical) / typical,
  };
}
