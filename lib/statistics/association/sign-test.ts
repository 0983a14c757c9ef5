import { clopperPearson } from "../clopper-pearson.ts";
import { binomialCdf } from "../distributions/binomial.ts";
import { checkCounts, type Interval, USUAL_LEVEL } from "../interval.ts";

export interface SignTest extends Interval {
  /** Share of raised among the pairs that differ; `low` and `high` are its Clopper–Pearson interval. */
  readonly share: number;
  /** Two-sided probability of a share at least as far from one half by chance alone. */
  readonly p: number;
}

/**
 * Sign test: of the pupils whose two marks differ, were more raised than lowered than chance explains? Exact binomial test
 * of one half; pupils with equal marks say nothing about the direction and are left out.
 *
 * Units: p and shares are fractions 0–1. Null when no pair differs. A RangeError for what is no count.
 * R: `binom.test(raised, raised + lowered)`, `$p.value`, `$conf.int`.
 * Source: Conover (1999), Practical Nonparametric Statistics, §3.4.
 *
 * @example signTest(9, 3)!.p // 0.14599609375 = 598/4096
 */
export function signTest(raised: number, lowered: number, level: number = USUAL_LEVEL): SignTest | null {
  const n = raised + lowered;
  checkCounts(raised, n);
  const interval = clopperPearson(raised, n, level);
  if (interval === null) return null;
  // Under one half both tails are equal; when raised = lowered twice the tail would count the middle twice.
  const p = Math.min(1, 2 * binomialCdf(Math.min(raised, lowered), n, 0.5));
  return { share: raised / n, p, ...interval };
}
