import { fQuantile } from "../distributions/f.ts";
import type { Interval } from "../interval.ts";
import { safeguardedRoot } from "../safeguarded-root.ts";
import type { CentredDesign, WithinRegression } from "./centred-design.ts";
import { interceptProfile } from "./intercept-profile.ts";

const LOWEST = Math.log(1e-14);
const HIGHEST = Math.log(1e18);

/**
 * Exact interval of the ICC: what the covariates leave between groups, measured at a supposed ratio θ of the variances,
 * against what they leave within follows an F distribution when θ is the true one, whatever the sizes of the groups; the interval
 * holds every θ that this F does not refuse. For groups of one size it is the usual F interval. An end below 0 is 0; both
 * are when groups differ even less than chance would let (1 − level)/2 of all samples, which speaks against independent pupils.
 *
 * Units: fraction 0–1. R (one size n, k groups): `F <- MSB / MSW; (F / qf(.975, k - 1, N - k) - 1) / (F / qf(.975, k - 1, N - k) + n - 1)`.
 * Source: Wald (1947), Annals of Mathematical Statistics 18:586–589; Harville and Fenech (1985), Biometrics 41:137–152.
 */
export function iccInterval(design: CentredDesign, inside: WithinRegression, level: number): Interval {
  const { width, pupils, sizes } = design;
  const groups = sizes.length;
  const withinDegrees = pupils - groups - inside.rank;
  const betweenDegrees = groups - (width - 1 - inside.rank);
  const profile = interceptProfile(design, "ML");
  const unit = pupils / groups;
  const scale = inside.residual / withinDegrees;
  const statistic = (ratio: number) => {
    const point = profile(ratio);
    if (!point) return null;
    // The derivative of the ML deviance holds that of the residual sum of squares; the rest of it is the log determinant.
    const change = ((point.slope - point.trace) * point.rss) / point.divisor;
    return {
      value: (point.rss - inside.residual) / betweenDegrees / scale,
      slope: change / betweenDegrees / scale,
    };
  };
  const ratioAt = (quantile: number): number => {
    const zero = statistic(0);
    if (!zero || zero.value <= quantile) return 0;
    const f = (log: number) => {
      const ratio = Math.exp(log) / unit;
      const here = statistic(ratio);
      return here
        ? { value: Math.log(here.value / quantile), slope: (here.slope * ratio) / here.value }
        : { value: -1, slope: -1 };
    };
    if (f(LOWEST).value <= 0) return 0;
    if (!(f(HIGHEST).value < 0)) return Number.POSITIVE_INFINITY;
    return Math.exp(safeguardedRoot(f, LOWEST, HIGHEST).at) / unit;
  };
  const asIcc = (ratio: number) => (ratio === Number.POSITIVE_INFINITY ? 1 : ratio / (1 + ratio));
  return {
    low: asIcc(ratioAt(fQuantile((1 + level) / 2, betweenDegrees, withinDegrees))),
    high: asIcc(ratioAt(fQuantile((1 - level) / 2, betweenDegrees, withinDegrees))),
  };
}
