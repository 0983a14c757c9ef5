import { marginalRaschLikelihood, type ScoreCounts } from "./marginal-rasch-likelihood.ts";
import { type Ascent, newtonAscent } from "./newton-ascent.ts";
import { normalQuadrature, STEEPEST } from "./normal-quadrature.ts";
import { type DroppedItem, type NotEstimable, notEstimable } from "./not-estimable.ts";

/** The Rasch model with a normal ability: P(solved) = 1 / (1 + exp(−a·(θ − b))) = 1 / (1 + exp(−(a·θ + d))), θ ~ N(0, 1). */
export interface MarginalRaschModel {
  readonly converged: true;
  /** b = −d / a in standard deviations of ability; null for an item that was dropped, and for all when a = 0. */
  readonly difficulties: readonly (number | null)[];
  readonly difficultyErrors: readonly (number | null)[];
  /** d: log odds of solving the item at mean ability; null for an item that was dropped. */
  readonly intercepts: readonly (number | null)[];
  readonly interceptErrors: readonly (number | null)[];
  /** a, common to all items: the standard deviation of ability in logits. 0 when the scores vary no more than by chance. */
  readonly discrimination: number;
  /** Null when a = 0, the border of what is possible. */
  readonly discriminationError: number | null;
  /** a²: the variance of ability in logits, for those who fix the common discrimination at 1. */
  readonly variance: number;
  readonly logLik: number;
  readonly personsUsed: number;
  readonly dropped: readonly DroppedItem[];
  readonly iterations: number;
}

/** What the model takes from the answers. */
export interface RaschTotals extends ScoreCounts {
  /** Indices of the items that both some solved and some failed; `solved` and the groups go by places in it. */
  readonly kept: readonly number[];
  readonly given: readonly number[];
  readonly personsUsed: number;
  readonly dropped: readonly DroppedItem[];
}

function logOdds({ solved, given }: RaschTotals): number[] {
  return solved.map((right, i) => Math.log(right / (given[i]! - right)));
}

/**
 * Whether the scores vary no more than those of persons who are all alike: then the likelihood is greatest at variance 0.
 * It is the sign of the derivative by the variance there.
 */
function isWithoutVariance({ groups, solved, given }: RaschTotals): boolean {
  let excess = 0;
  let chance = 0;
  for (const { items, scores } of groups) {
    const shares = items.map((i) => solved[i]! / given[i]!);
    const mean = shares.reduce((sum, p) => sum + p, 0);
    const variance = shares.reduce((sum, p) => sum + p * (1 - p), 0);
    scores.forEach((count, score) => {
      excess += count * (score - mean) ** 2;
      chance += count * variance;
    });
  }
  return excess <= chance * (1 + 1e-12);
}

/** The model in which all persons are alike. */
function alike(totals: RaschTotals, count: number): MarginalRaschModel {
  const intercepts = Array<number | null>(count).fill(null);
  const interceptErrors = Array<number | null>(count).fill(null);
  const odds = logOdds(totals);
  let logLik = 0;
  totals.kept.forEach((item, i) => {
    const [right, n] = [totals.solved[i]!, totals.given[i]!];
    intercepts[item] = odds[i]!;
    interceptErrors[item] = Math.sqrt(n / (right * (n - right)));
    logLik += right * Math.log(right / n) + (n - right) * Math.log1p(-right / n);
  });
  const nothing = intercepts.map(() => null);
  return {
    converged: true,
    difficulties: nothing,
    difficultyErrors: nothing,
    intercepts,
    interceptErrors,
    discrimination: 0,
    discriminationError: null,
    variance: 0,
    logLik,
    personsUsed: totals.personsUsed,
    dropped: totals.dropped,
    iterations: 0,
  };
}

function model({ at, covariance, logLik, iterations }: Ascent, totals: RaschTotals, count: number) {
  const k = totals.kept.length;
  const a = Math.abs(at[k]!);
  const sign = Math.sign(at[k]!);
  const cell = (p: number, q: number) => covariance.data[p * (k + 1) + q]!;
  const columns = Array.from({ length: 4 }, () => Array<number | null>(count).fill(null));
  const [difficulties, difficultyErrors, intercepts, interceptErrors] = columns as [
    (number | null)[],
    (number | null)[],
    (number | null)[],
    (number | null)[],
  ];
  totals.kept.forEach((item, i) => {
    const b = -at[i]! / a;
    difficulties[item] = b;
    difficultyErrors[item] = Math.sqrt(cell(i, i) + 2 * b * sign * cell(i, k) + b * b * cell(k, k)) / a;
    intercepts[item] = at[i]!;
    interceptErrors[item] = Math.sqrt(cell(i, i));
  });
  return {
    converged: true as const,
    difficulties,
    difficultyErrors,
    intercepts,
    interceptErrors,
    discrimination: a,
    discriminationError: Math.sqrt(cell(k, k)),
    variance: a * a,
    logLik,
    personsUsed: totals.personsUsed,
    dropped: totals.dropped,
    iterations,
  };
}

/** The model from the counts; `persons` and `count` are those of all answers, with persons and items that were left out. */
export function marginalRaschFit(
  totals: RaschTotals,
  persons: number,
  count: number,
): MarginalRaschModel | NotEstimable {
  if (persons === 0) return notEstimable("noPersons", totals.dropped);
  if (totals.kept.length < 2) return notEstimable("tooFewItems", totals.dropped);
  if (isWithoutVariance(totals)) return alike(totals, count);
  const quadrature = normalQuadrature();
  const start = Float64Array.from([...logOdds(totals), 1]);
  const ascent = newtonAscent(
    start,
    (at) => marginalRaschLikelihood(totals, quadrature, at),
    (at) => Math.abs(at[totals.kept.length]!) <= STEEPEST,
  );
  return ascent ? model(ascent, totals, count) : notEstimable("noConvergence", totals.dropped);
}
