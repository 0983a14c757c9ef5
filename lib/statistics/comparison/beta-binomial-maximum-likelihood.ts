import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import type { BetaBinomialFit } from "./beta-binomial.ts";
import {
  type BetaBinomialCounts,
  bestMean,
  betaBinomialCounts,
  betaBinomialPoint,
} from "./beta-binomial-likelihood.ts";
import { rootOfFalling } from "./falling-root.ts";
import { checkUnits, pooledShare, type UnitCount } from "./unit-count.ts";

/** A fit by maximum likelihood; its `logLik` includes the binomial coefficients. */
export interface BetaBinomialMaximum extends BetaBinomialFit {
  readonly logLik: number;
}

/** θ = ρ/(1 − ρ) is searched from here up; below it a correlation is of no consequence for units of under a million. */
const SMALLEST_THETA = 1e-9;
const LARGEST_THETA = 1e9;

/** The profile of θ: at each θ the best mean, the log-likelihood there and its slope in θ. */
interface Profile {
  readonly mean: number;
  readonly logLik: number;
  readonly slope: number;
}

function profileOf(counts: BetaBinomialCounts, start: number): (theta: number) => Profile {
  let mean = start;
  return (theta) => {
    // The last mean is a good guess for the next one, and nothing more: the best is unique.
    mean = bestMean(counts, theta, mean);
    const { logLik, gradient } = betaBinomialPoint(counts, mean, theta);
    return { mean, logLik, slope: gradient[1] };
  };
}

/** The θ of the highest likelihood: 0, or the highest of the points where the slope of the profile turns negative. */
function bestTheta(profile: (theta: number) => Profile): number {
  let before = 0;
  let last = profile(0);
  let best = 0;
  let highest = last.logLik;
  for (let theta = SMALLEST_THETA; theta <= LARGEST_THETA; theta *= 10) {
    const here = profile(theta);
    if (last.slope > 0 && here.slope <= 0) {
      const top = rootOfFalling((t) => profile(t).slope, before, theta);
      const { logLik } = profile(top);
      if (logLik > highest) {
        highest = logLik;
        best = top;
      }
    }
    before = theta;
    last = here;
  }
  return best;
}

/** Where the profile has fallen by the chi-squared limit: the interval of θ; its ends may be 0 and Infinity. */
function thetaInterval(
  profile: (theta: number) => Profile,
  theta: number,
  highest: number,
  level: number,
): { low: number; high: number } {
  const bar = highest - chiSquaredQuantile(level, 1) / 2;
  const height = (t: number) => profile(t).logLik - bar;
  let low = 0;
  if (theta > 0 && height(0) < 0) low = rootOfFalling((t) => -height(t), 0, theta);
  let high = Math.max(theta, SMALLEST_THETA);
  while (high < LARGEST_THETA && height(high) > 0) high *= 4;
  return { low, high: height(high) > 0 ? Number.POSITIVE_INFINITY : rootOfFalling(height, theta, high) };
}

const rhoOf = (theta: number) => (theta === Number.POSITIVE_INFINITY ? 1 : theta / (1 + theta));

function logitInterval(mean: number, varianceOfMean: number, level: number): Interval {
  const half = (normalQuantile((1 + level) / 2) * Math.sqrt(varianceOfMean)) / (mean * (1 - mean));
  const at = (shift: number) => 1 / (1 + ((1 - mean) / mean) * Math.exp(-shift));
  return { low: at(-half), high: at(half) };
}

/** Every unit at 0 or 1: the likelihood rises all the way to ρ = 1, where each unit counts as one pupil. */
function complete(
  units: readonly UnitCount[],
  counts: BetaBinomialCounts,
  level: number,
): BetaBinomialMaximum {
  const mean = units.filter(({ successes }) => successes > 0).length / units.length;
  const logLik = units.length * (mean * Math.log(mean) + (1 - mean) * Math.log1p(-mean));
  const profile = profileOf(counts, mean);
  const bar = logLik - chiSquaredQuantile(level, 1) / 2;
  const low = rootOfFalling((theta) => bar - profile(theta).logLik, 0, LARGEST_THETA);
  return {
    method: "maximumLikelihood",
    k: units.length,
    dispersion: "complete",
    mean,
    meanInterval: logitInterval(mean, (mean * (1 - mean)) / units.length, level),
    rho: 1,
    rhoInterval: { low: rhoOf(low), high: 1 },
    alpha: null,
    beta: null,
    logLik,
  };
}

/**
 * Beta–binomial distribution by maximum likelihood: as `betaBinomialMoments`, but with the parameters that make the counts
 * most probable. Uses the units better when their sizes differ; the mean is then not the pooled share, because a large unit
 * does not count as often as it has pupils. At the exact optimum, found through the slope of the likelihood and not by
 * comparing its values.
 *
 * Where the likelihood is highest at ρ = 0 there is no over-dispersion: the binomial with the pooled share, α and β null,
 * said in `dispersion`. Where every unit is at 0 or 1 it is highest at ρ = 1 ("complete"). ρ's interval is that of the
 * profile likelihood (so it may begin at 0), the mean's is made on the logit scale from the observed information with ρ
 * estimated too.
 *
 * Units: fractions. The time taken grows with the largest unit: milliseconds for schools, a second for 100,000 pupils.
 * Null when fewer than two units have pupils, when all pupils count the same way, and when every unit has
 * one pupil. R: `VGAM::vglm(cbind(x, n - x) ~ 1, betabinomial)`, `aod::betabin`, or `optim` of
 * `sum(lchoose(n, x) + lbeta(x + a, n - x + b) - lbeta(a, b))`.
 * Source: Griffiths (1973), Biometrics 29:637–648; Smith (1983), Applied Statistics 32:196–204 (AS 189).
 *
 * @example betaBinomialMaximumLikelihood([{ successes: 2, trials: 4 }, { successes: 2, trials: 4 }])!.dispersion // "none"
 */
export function betaBinomialMaximumLikelihood(
  units: readonly UnitCount[],
  level: number = USUAL_LEVEL,
): BetaBinomialMaximum | null {
  checkUnits(units);
  checkLevel(level);
  const present = units.filter(({ trials }) => trials > 0);
  const pooled = pooledShare(present);
  if (pooled === null || pooled === 0 || pooled === 1) return null;
  if (present.length < 2 || present.every(({ trials }) => trials === 1)) return null;
  const counts = betaBinomialCounts(present);
  if (present.every(({ successes, trials }) => successes === 0 || successes === trials))
    return complete(present, counts, level);

  const profile = profileOf(counts, pooled);
  const theta = bestTheta(profile);
  const { mean, logLik } = profile(theta);
  const { hessian } = betaBinomialPoint(counts, mean, theta);
  const [byMean, byBoth, byTheta] = hessian;
  // On the boundary ρ is not estimated, and the mean's information stands alone.
  const information = theta === 0 ? -byMean : -(byMean - (byBoth * byBoth) / byTheta);
  const bounds = thetaInterval(profile, theta, logLik, level);
  return {
    method: "maximumLikelihood",
    k: present.length,
    dispersion: theta === 0 ? "none" : "over",
    mean,
    meanInterval: logitInterval(mean, 1 / information, level),
    rho: rhoOf(theta),
    rhoInterval: { low: rhoOf(bounds.low), high: rhoOf(bounds.high) },
    alpha: theta === 0 ? null : mean / theta,
    beta: theta === 0 ? null : (1 - mean) / theta,
    logLik,
  };
}
