import { zeros } from "../linear-algebra/matrix.ts";
import type { MarginalPart, PatternGroup } from "./marginal-part.ts";
import type { Slope } from "./newton-ascent.ts";
import type { Quadrature } from "./normal-quadrature.ts";
import { type ItemCurves, itemCurves, posterior } from "./posterior.ts";

/** E(θ^c·P) of each item given one pattern, c = 0, 1, 2. */
function curveMoments(
  curves: ItemCurves,
  nodes: Float64Array,
  weights: Float64Array,
  moments: readonly [Float64Array, Float64Array, Float64Array],
): void {
  const [zero, one, two] = moments;
  for (let i = 0; i < curves.solved.length; i++) {
    const curve = curves.solved[i]!;
    let [x, y, z] = [0, 0, 0];
    for (let q = 0; q < nodes.length; q++) {
      const share = weights[q]! * curve[q]!;
      const shifted = share * nodes[q]!;
      x += share;
      y += shifted;
      z += shifted * nodes[q]!;
    }
    zero[i] = x;
    one[i] = y;
    two[i] = z;
  }
}

/** Adds the patterns of one group to gradient and information (lower triangle): everything that needs the single answers. */
function addPatterns(
  { items, patterns }: PatternGroup,
  curves: ItemCurves,
  { nodes, logWeights }: Quadrature,
  parameters: Float64Array,
  { gradient, information: { data, columns: n } }: Pick<Slope, "gradient" | "information">,
): { persons: Float64Array; logLik: number } {
  const k = n / 2;
  const m = items.length;
  const persons = new Float64Array(nodes.length);
  const moments = [new Float64Array(m), new Float64Array(m), new Float64Array(m)] as const;
  const [zero, one, two] = moments;
  const withAbility = new Float64Array(m);
  const withShifted = new Float64Array(m);
  let logLik = 0;
  for (const { answers, persons: count } of patterns) {
    let [sumA, sumD] = [0, 0];
    for (let i = 0; i < m; i++)
      if (answers[i] === 1) {
        sumD += parameters[items[i]!]!;
        sumA += parameters[k + items[i]!]!;
      }
    const { weights, logSum } = posterior(nodes, logWeights, curves.logFailed, sumA, sumD);
    logLik += count * logSum;
    let [mean, square] = [0, 0];
    for (let q = 0; q < nodes.length; q++) {
      persons[q]! += count * weights[q]!;
      mean += weights[q]! * nodes[q]!;
      square += weights[q]! * nodes[q]! ** 2;
    }
    curveMoments(curves, nodes, weights, moments);
    for (let i = 0; i < m; i++) {
      const x = answers[i]!;
      gradient[items[i]!]! += count * (x - zero[i]!);
      gradient[k + items[i]!]! += count * (x * mean - one[i]!);
      withAbility[i] = one[i]! - zero[i]! * mean;
      withShifted[i] = two[i]! - one[i]! * mean;
    }
    const variance = square - mean ** 2;
    for (let i = 0; i < m; i++) {
      const x = answers[i]!;
      const rowD = items[i]! * n;
      const rowA = (k + items[i]!) * n;
      for (let j = 0; j <= i; j++) {
        const y = answers[j]!;
        data[rowD + items[j]!]! += count * zero[i]! * zero[j]!;
        data[rowA + k + items[j]!]! +=
          count * (one[i]! * one[j]! + x * withShifted[j]! + y * withShifted[i]! - x * y * variance);
      }
      for (let j = 0; j < m; j++)
        data[rowA + items[j]!]! += count * (zero[j]! * one[i]! + x * withAbility[j]!);
    }
  }
  return { persons, logLik };
}

/** Σ persons·f·g·θ^c over the nodes, c = 0, 1, 2. */
function products(f: Float64Array, g: Float64Array, nodes: Float64Array, persons: Float64Array) {
  let [zero, one, two] = [0, 0, 0];
  for (let q = 0; q < nodes.length; q++) {
    const share = persons[q]! * f[q]! * g[q]!;
    const shifted = share * nodes[q]!;
    zero += share;
    one += shifted;
    two += shifted * nodes[q]!;
  }
  return { zero, one, two };
}

/** Adds to the information what depends on the number of persons at each node only. */
function addCurves(
  items: readonly number[],
  { solved, failed }: ItemCurves,
  nodes: Float64Array,
  persons: Float64Array,
  { data, columns: n }: Slope["information"],
): void {
  const k = n / 2;
  const add = (i: number, j: number, sign: number, sums: ReturnType<typeof products>) => {
    data[i * n + j]! += sign * sums.zero;
    data[(k + i) * n + j]! += sign * sums.one;
    if (i !== j) data[(k + j) * n + i]! += sign * sums.one;
    data[(k + i) * n + k + j]! += sign * sums.two;
  };
  items.forEach((item, i) => {
    add(item, item, 1, products(solved[i]!, failed[i]!, nodes, persons));
    for (let j = 0; j <= i; j++) add(item, items[j]!, -1, products(solved[i]!, solved[j]!, nodes, persons));
  });
}

/**
 * Marginal log-likelihood of the two-parameter model with a standard normal ability, P = 1 / (1 + exp(−(a·θ + d))), with
 * derivatives in (d of each item, a of each item). Persons who answered alike are counted together.
 *
 * Second derivatives by Louis' identity: expected information of the complete data less the variance of its score given the answers.
 * Source: Bock and Aitkin (1981), Psychometrika 46:443–459; Louis (1982), JRSS B 44:226–233.
 */
export function twoParameterLikelihood(
  { groups, kept }: Pick<MarginalPart, "groups" | "kept">,
  quadrature: Quadrature,
  parameters: Float64Array,
): Slope {
  const k = kept.length;
  const slope = { logLik: 0, gradient: new Float64Array(2 * k), information: zeros(2 * k, 2 * k) };
  for (const group of groups) {
    const curves = itemCurves(
      group.items.map((i) => ({ a: parameters[k + i]!, d: parameters[i]! })),
      quadrature.nodes,
    );
    const { persons, logLik } = addPatterns(group, curves, quadrature, parameters, slope);
    slope.logLik += logLik;
    addCurves(group.items, curves, quadrature.nodes, persons, slope.information);
  }
  const { data } = slope.information;
  for (let p = 0; p < 2 * k; p++) for (let q = 0; q < p; q++) data[q * 2 * k + p] = data[p * 2 * k + q]!;
  return slope;
}
