import { zeros } from "../linear-algebra/matrix.ts";
import type { Slope } from "./newton-ascent.ts";
import type { Quadrature } from "./normal-quadrature.ts";
import { itemCurves, posterior } from "./posterior.ts";
import type { ResponseGroup } from "./response-groups.ts";

/** Scores by set of items given, and how often each item was solved: all that the marginal Rasch model takes from answers. */
export interface ScoreCounts {
  readonly groups: readonly ResponseGroup[];
  readonly solved: readonly number[];
}

/**
 * Marginal log-likelihood of the Rasch model with a normal ability, P = 1 / (1 + exp(−(a·θ + d))), θ ~ N(0, 1), with
 * derivatives in (d of each item, a). The score is sufficient for θ, so that the cost does not depend on the number of persons.
 *
 * Second derivatives by Louis' identity: expected information of the complete data less the variance of its score given the answers.
 * Source: Thissen (1982), Psychometrika 47:175–186; Louis (1982), JRSS B 44:226–233.
 */
export function marginalRaschLikelihood(
  { groups, solved }: ScoreCounts,
  { nodes, logWeights }: Quadrature,
  parameters: Float64Array,
): Slope {
  const k = solved.length;
  const a = parameters[k]!;
  const gradient = Float64Array.from([...solved, 0]);
  const information = zeros(k + 1, k + 1);
  const { data } = information;
  const n = k + 1;
  let logLik = 0;
  for (let i = 0; i < k; i++) logLik += solved[i]! * parameters[i]!;
  for (const { items, scores } of groups) {
    const curves = itemCurves(
      items.map((i) => ({ a, d: parameters[i]! })),
      nodes,
    );
    const persons = new Float64Array(nodes.length);
    const means = new Float64Array(items.length);
    const sums = nodes.map((_, q) => curves.solved.reduce((sum, curve) => sum + curve[q]!, 0));
    scores.forEach((count, score) => {
      if (count === 0) return;
      const { weights, logSum } = posterior(nodes, logWeights, curves.logFailed, score * a, 0);
      logLik += count * logSum;
      // The derivative of the complete-data log-likelihood by a, at each node.
      const slope = nodes.map((node, q) => (score - sums[q]!) * node);
      let [mean, square] = [0, 0];
      for (let q = 0; q < nodes.length; q++) {
        persons[q]! += count * weights[q]!;
        mean += weights[q]! * slope[q]!;
        square += weights[q]! * slope[q]! ** 2;
      }
      gradient[k]! += count * mean;
      data[k * n + k]! -= count * (square - mean ** 2);
      items.forEach((item, i) => {
        const curve = curves.solved[i]!;
        let [own, cross] = [0, 0];
        for (let q = 0; q < nodes.length; q++) {
          const share = weights[q]! * curve[q]!;
          own += share;
          cross += share * slope[q]!;
        }
        means[i] = own;
        gradient[item]! -= count * own;
        data[k * n + item]! += count * (cross - own * mean);
        for (let j = 0; j <= i; j++) data[item * n + items[j]!]! += count * own * means[j]!;
      });
    });
    items.forEach((item, i) => {
      const curve = curves.solved[i]!;
      for (let j = 0; j <= i; j++) {
        const other = curves.solved[j]!;
        for (let q = 0; q < nodes.length; q++)
          data[item * n + items[j]!]! -= persons[q]! * curve[q]! * other[q]!;
      }
      for (let q = 0; q < nodes.length; q++) {
        const spread = persons[q]! * curve[q]! * curves.failed[i]![q]!;
        data[item * n + item]! += spread;
        data[k * n + item]! += spread * nodes[q]!;
        data[k * n + k]! += spread * nodes[q]! ** 2;
      }
    });
  }
  for (let p = 0; p < n; p++) for (let q = 0; q < p; q++) data[q * n + p] = data[p * n + q]!;
  return { logLik, gradient, information };
}
