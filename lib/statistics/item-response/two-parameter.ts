import { matrixOf } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import { type MarginalPart, marginalPart } from "./marginal-part.ts";
import { type Ascent, newtonAscent } from "./newton-ascent.ts";
import { normalQuadrature, STEEPEST } from "./normal-quadrature.ts";
import { type DroppedItem, type NotEstimable, notEstimable } from "./not-estimable.ts";
import { type ItemResponses, responseTable } from "./responses.ts";
import { twoParameterLikelihood } from "./two-parameter-likelihood.ts";

/** One item of the two-parameter model: P(solved) = 1 / (1 + exp(−a·(θ − b))) = 1 / (1 + exp(−(a·θ + d))). */
export interface TwoParameterItem {
  /** a: how sharply the item separates persons below and above its difficulty. */
  readonly discrimination: number;
  readonly discriminationError: number;
  /** b = −d / a, the ability at which half solve the item. */
  readonly difficulty: number;
  readonly difficultyError: number;
  /** d: log odds of solving it at mean ability. */
  readonly intercept: number;
  readonly interceptError: number;
}

export interface TwoParameterModel {
  readonly converged: true;
  /** By item; null for an item that was dropped. */
  readonly items: readonly (TwoParameterItem | null)[];
  /** Items with negative discrimination: abler persons solve them less often. A wrong key is the usual cause. */
  readonly negative: readonly number[];
  readonly logLik: number;
  readonly personsUsed: number;
  readonly dropped: readonly DroppedItem[];
  readonly iterations: number;
}

/** Correlations of the items over persons who were given both; 0 where they cannot be told. */
function correlations({ groups, kept }: MarginalPart): number[][] {
  const k = kept.length;
  const sums = Array.from({ length: k }, () =>
    Array.from({ length: k }, () => [0, 0, 0] as [number, number, number]),
  );
  for (const { items, patterns } of groups)
    for (const { answers, persons } of patterns)
      items.forEach((i, x) => {
        items.forEach((j, y) => {
          const cell = sums[i]![j]!;
          cell[0] += persons;
          cell[1] += persons * answers[x]!;
          cell[2] += persons * answers[x]! * answers[y]!;
        });
      });
  return sums.map((row, i) =>
    row.map(([n, first, both], j) => {
      const second = sums[j]![i]![1];
      const spread = first * (n - first) * second * (n - second);
      return i === j ? 1 : spread > 0 ? (n * both - first * second) / Math.sqrt(spread) : 0;
    }),
  );
}

/** Starting values from the first principal component of the item correlations, which finds reversed items as well. */
function start(part: MarginalPart): Float64Array {
  const { values, vectors } = symmetricEigen(matrixOf(correlations(part)));
  const k = part.kept.length;
  const parameters = new Float64Array(2 * k);
  for (let i = 0; i < k; i++) {
    const loading = Math.max(-0.9, Math.min(0.9, vectors.data[i * k]! * Math.sqrt(values[0]!)));
    const a = (1.7 * loading) / Math.sqrt(1 - loading ** 2);
    const solved = part.solved[i]!;
    parameters[i] = Math.log(solved / (part.given[i]! - solved)) * Math.hypot(1, a / 1.7);
    parameters[k + i] = a;
  }
  return parameters;
}

function items({ at, covariance }: Ascent, part: MarginalPart, count: number): (TwoParameterItem | null)[] {
  const k = part.kept.length;
  const list = Array<TwoParameterItem | null>(count).fill(null);
  // The mirror image of all abilities and discriminations fits as well; ability is what most items agree on.
  const sign = at.subarray(k).reduce((sum, a) => sum + a, 0) < 0 ? -1 : 1;
  const cell = (p: number, q: number) => covariance.data[p * 2 * k + q]!;
  part.kept.forEach((item, i) => {
    const d = at[i]!;
    const a = sign * at[k + i]!;
    const difficulty = -d / a;
    const [dd, da, aa] = [cell(i, i), sign * cell(i, k + i), cell(k + i, k + i)];
    list[item] = {
      discrimination: a,
      discriminationError: Math.sqrt(aa),
      difficulty,
      difficultyError: Math.sqrt(dd + 2 * difficulty * da + difficulty ** 2 * aa) / Math.abs(a),
      intercept: d,
      interceptError: Math.sqrt(dd),
    };
  });
  return list;
}

/**
 * The two-parameter logistic model by marginal maximum likelihood: unlike in the Rasch model each item has its own
 * discrimination. Abilities are taken as normally distributed with mean 0 and standard deviation 1, which fixes the scale. Maximum by Newton's method on the exact
 * second derivatives, integral by `normalQuadrature`.
 *
 * Rows are persons, columns items; 0 or 1, `null` = not given to this person. Needs three items (two have fewer
 * frequencies than parameters). Items that all solved or failed are dropped with the reason. Negative discriminations are allowed and
 * listed in `negative`. The direction of ability is that in which the discriminations sum to more than 0.
 * `converged: false`: `tooFewItems`, `noPersons`, or `noConvergence` when the maximum lies at infinity (a discrimination
 * grows without end, usual below some 100 persons). A RangeError for other values and ragged rows.
 *
 * Units: difficulties in standard deviations of ability, discriminations and intercepts in logits; standard errors from the
 * observed information (of the difficulty by the delta method).
 * R: `mirt::mirt(x, 1, "2PL", quadpts = 121, TOL = 1e-10, SE = TRUE, SE.type = "Louis")`; `ltm::ltm(x ~ z1, control = list(GHk = 121))`.
 * Source: Birnbaum (1968) in Lord and Novick, Statistical Theories of Mental Test Scores; Bock and Aitkin (1981), Psychometrika 46:443–459.
 *
 * @example twoParameterModel([[1, 0], [0, 1]]) // { converged: false, reason: "tooFewItems", … }
 */
export function twoParameterModel(responses: ItemResponses): TwoParameterModel | NotEstimable {
  const count = responses[0]?.length ?? 0;
  const part = marginalPart(responseTable(responses, Array<number>(count).fill(1)));
  const { dropped, personsUsed } = part;
  if (responses.length === 0) return notEstimable("noPersons", dropped);
  if (part.kept.length < 3) return notEstimable("tooFewItems", dropped);
  const quadrature = normalQuadrature();
  const ascent = newtonAscent(
    start(part),
    (at) => twoParameterLikelihood(part, quadrature, at),
    (at) => at.subarray(part.kept.length).every((a) => Math.abs(a) <= STEEPEST),
  );
  if (!ascent) return notEstimable("noConvergence", dropped);
  const list = items(ascent, part, count);
  const negative = list.flatMap((item, i) => (item && item.discrimination < 0 ? [i] : []));
  const { logLik, iterations } = ascent;
  return { converged: true, items: list, negative, logLik, personsUsed, dropped, iterations };
}
