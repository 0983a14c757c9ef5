/** Probabilities of solving and failing some items at the nodes of the ability scale. */
export interface ItemCurves {
  readonly solved: readonly Float64Array[];
  readonly failed: readonly Float64Array[];
  /** By node: log of the probability of failing all of them. */
  readonly logFailed: Float64Array;
}

/** P(solved) = 1 / (1 + exp(−(a·θ + d))) at each node, and its complement without loss of digits. */
export function itemCurves(
  items: readonly { readonly a: number; readonly d: number }[],
  nodes: Float64Array,
): ItemCurves {
  const logFailed = new Float64Array(nodes.length);
  const solved: Float64Array[] = [];
  const failed: Float64Array[] = [];
  for (const { a, d } of items) {
    const right = new Float64Array(nodes.length);
    const wrong = new Float64Array(nodes.length);
    for (let q = 0; q < nodes.length; q++) {
      const x = a * nodes[q]! + d;
      const e = Math.exp(-Math.abs(x));
      right[q] = (x > 0 ? 1 : e) / (1 + e);
      wrong[q] = (x > 0 ? e : 1) / (1 + e);
      logFailed[q]! -= Math.max(x, 0) + Math.log1p(e);
    }
    solved.push(right);
    failed.push(wrong);
  }
  return { solved, failed, logFailed };
}

/**
 * Where on the ability scale a person with these answers may stand: the share of each node, and the logarithm of the
 * probability of the answers. Because the log odds are linear in ability, the answers enter as two sums over the items solved: of their a and of
 * their d.
 */
export function posterior(
  nodes: Float64Array,
  logWeights: Float64Array,
  logFailed: Float64Array,
  sumA: number,
  sumD: number,
): { weights: Float64Array; logSum: number } {
  const weights = new Float64Array(nodes.length);
  let top = Number.NEGATIVE_INFINITY;
  for (let q = 0; q < nodes.length; q++) {
    weights[q] = logWeights[q]! + logFailed[q]! + sumA * nodes[q]!;
    if (weights[q]! > top) top = weights[q]!;
  }
  let sum = 0;
  for (let q = 0; q < nodes.length; q++) {
    weights[q] = Math.exp(weights[q]! - top);
    sum += weights[q]!;
  }
  for (let q = 0; q < nodes.length; q++) weights[q]! /= sum;
  return { weights, logSum: sumD + top + Math.log(sum) };
}
