import { safeguardedRoot } from "../safeguarded-root.ts";
import type { CentredDesign } from "./centred-design.ts";
import type { Criterion } from "./gls-profile.ts";
import { type InterceptPoint, interceptProfile } from "./intercept-profile.ts";

export interface InterceptOptimum {
  /** Variance between / variance within; exactly 0 on the boundary. */
  readonly ratio: number;
  readonly point: InterceptPoint;
  /** Derivative of logLik by log(ratio); 0 on the boundary, where logLik falls to the right. */
  readonly gradient: number;
}

/** Half a power of ten a step: two maxima nearer to each other than that are not known in this model. */
const STEP = Math.log(10) / 2;
const LOWEST = Math.log(1e-10);
const HIGHEST = Math.log(1e18);
/** A gradient smaller than this, for each group, is 0 to double precision. */
const FLAT = 1e-12;

/**
 * The ratio with the highest (restricted) likelihood. The derivative is scanned over all magnitudes, every change from rising
 * to falling is closed in by Newton's steps, and the best of these maxima and of the boundary 0 is taken: so it is the
 * global maximum, not the next one. Null when there is none.
 */
export function interceptOptimum(design: CentredDesign, criterion: Criterion): InterceptOptimum | null {
  const profile = interceptProfile(design, criterion);
  const groups = design.sizes.length;
  const unit = design.pupils / groups;
  const atZero = profile(0);
  const found: InterceptOptimum[] = [];
  if (atZero && atZero.slope >= 0) found.push({ ratio: 0, point: atZero, gradient: 0 });

  const byLog = (log: number) => {
    const ratio = Math.exp(log) / unit;
    const point = profile(ratio);
    if (!point) return null;
    return {
      value: ratio * point.slope,
      slope: ratio * point.slope + ratio * ratio * point.curvature,
      point,
      ratio,
    };
  };
  // Below the first step logLik is a straight line, so its direction at 0 is that of the first step.
  let before = { log: LOWEST, falling: atZero !== null && atZero.slope < 0 };
  for (let log = LOWEST + STEP; log < HIGHEST; log += STEP) {
    const here = byLog(log);
    if (!here) break;
    const falling = here.value < 0;
    if (before.falling && !falling) {
      const from = before.log === LOWEST ? LOWEST - 40 : before.log;
      const root = safeguardedRoot((x) => byLog(x) ?? { value: Number.NaN, slope: 1 }, from, log);
      const best = byLog(root.at);
      if (best && Math.abs(best.value) / 2 <= FLAT * groups)
        found.push({ ratio: best.ratio, point: best.point, gradient: -best.value / 2 });
    }
    before = { log, falling };
  }
  return found.reduce<InterceptOptimum | null>(
    (best, each) => (best === null || each.point.deviance < best.point.deviance ? each : best),
    null,
  );
}
