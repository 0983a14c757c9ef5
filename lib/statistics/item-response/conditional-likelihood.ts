import { type Matrix, zeros } from "../linear-algebra/matrix.ts";
import type { CategoryCounts, ResponseGroup } from "./response-groups.ts";

/** Where each free parameter belongs. */
export interface ParameterLayout {
  readonly item: Int32Array;
  /** Points above the item's lowest ones. */
  readonly step: Int32Array;
  /** How often these points were given. */
  readonly count: Float64Array;
  /** By item: index of its first parameter. */
  readonly first: Int32Array;
}

/** One free parameter for each points that an item's answers show, except its lowest. */
export function parameterLayout({ categories, counts }: CategoryCounts): ParameterLayout {
  const first = new Int32Array(categories.length);
  const item: number[] = [];
  const step: number[] = [];
  const count: number[] = [];
  categories.forEach((seen, i) => {
    first[i] = item.length;
    for (let c = 1; c < seen.length; c++) {
      item.push(i);
      step.push(seen[c]! - seen[0]!);
      count.push(counts[i]![c]!);
    }
  });
  return { item: Int32Array.from(item), step: Int32Array.from(step), count: Float64Array.from(count), first };
}

export interface Likelihood {
  readonly logLik: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives. Singular in one direction: the zero of the scale is free. */
  readonly information: Matrix;
}

/**
 * The items of one group as polynomials: the coefficient of z^s is the probability of s points at ability 0. Products of
 * them are the elementary symmetric functions of the model, scaled so that nothing overflows with many items.
 */
interface GroupItem {
  readonly parameter: number;
  readonly steps: Int32Array;
  readonly shares: Float64Array;
}

function groupItem(counts: CategoryCounts, layout: ParameterLayout, b: Float64Array, item: number) {
  const seen = counts.categories[item]!;
  const weights = seen.map((_, c) => (c === 0 ? 0 : b[layout.first[item]! + c - 1]!));
  const top = Math.max(...weights);
  const raw = weights.map((weight) => Math.exp(weight - top));
  const sum = raw.reduce((total, value) => total + value, 0);
  return {
    parameter: layout.first[item]! - 1,
    steps: Int32Array.from(seen, (value) => value - seen[0]!),
    shares: Float64Array.from(raw, (value) => value / sum),
    logSum: top + Math.log(sum),
  };
}

/** Adds another item to the score distribution `from`: the summation algorithm, sums of positive numbers only. */
function convolve(from: Float64Array, { steps, shares }: GroupItem): Float64Array {
  const to = new Float64Array(from.length);
  for (let c = 0; c < steps.length; c++) {
    const step = steps[c]!;
    const share = shares[c]!;
    for (let s = step; s < to.length; s++) to[s]! += share * from[s - step]!;
  }
  return to;
}

/** The transpose of `convolve`: carries weights of scores back to before the item was answered. */
function convolveBack(weights: Float64Array, { steps, shares }: GroupItem): Float64Array {
  const to = new Float64Array(weights.length);
  for (let c = 0; c < steps.length; c++) {
    const step = steps[c]!;
    const share = shares[c]!;
    for (let s = 0; s + step < to.length; s++) to[s]! += share * weights[s + step]!;
  }
  return to;
}

/** Σ from[s]·weights[s + step]. */
function shiftedDot(from: Float64Array, weights: Float64Array, step: number): number {
  let sum = 0;
  for (let s = 0; s + step < weights.length; s++) sum += from[s]! * weights[s + step]!;
  return sum;
}

/** Score distributions of the first i items, i = 0 … all. */
function forward(items: readonly GroupItem[], length: number): Float64Array[] {
  const start = new Float64Array(length);
  start[0] = 1;
  const all: Float64Array[] = [start];
  for (const item of items) all.push(convolve(all.at(-1)!, item));
  return all;
}

/** Expected categories of one item by score, for the scores that occur: the product of the items before and after it. */
function meansByScore(
  before: Float64Array,
  after: Float64Array,
  item: GroupItem,
  occurring: readonly number[],
  distribution: Float64Array,
): Float64Array[] {
  const without = new Float64Array(before.length);
  for (let s = 0; s < before.length; s++) {
    const value = before[s]!;
    if (value === 0) continue;
    for (let t = 0; s + t < without.length; t++) without[s + t]! += value * after[t]!;
  }
  return Array.from(item.steps.subarray(1), (step, c) =>
    Float64Array.from(occurring, (s) =>
      s < step ? 0 : (item.shares[c + 1]! * without[s - step]!) / distribution[s]!,
    ),
  );
}

/** Adds the expected joint counts of the categories of items i < j, from the distribution of all items but these two. */
function addPair(
  information: Matrix,
  i: GroupItem,
  j: GroupItem,
  others: Float64Array,
  weights: Float64Array,
): void {
  for (let c = 1; c < i.steps.length; c++)
    for (let d = 1; d < j.steps.length; d++) {
      const joint = i.shares[c]! * j.shares[d]! * shiftedDot(others, weights, i.steps[c]! + j.steps[d]!);
      information.data[(j.parameter + d) * information.columns + i.parameter + c]! += joint;
    }
}

/** Adds one group's part; the information into its lower triangle only. Returns the sum of log γ. */
function addGroup(
  { scores }: ResponseGroup,
  items: readonly GroupItem[],
  logSums: number,
  gradient: Float64Array,
  information: Matrix,
): number {
  const length = scores.length;
  const occurring = [...scores.keys()].filter((s) => scores[s]! > 0);
  const before = forward(items, length);
  const distribution = before.at(-1)!;
  const weights = scores.map((n, s) => (n > 0 ? n / distribution[s]! : 0));
  const back: Float64Array[] = [weights];
  const after: Float64Array[] = [Float64Array.from(scores, (_, s) => (s === 0 ? 1 : 0))];
  for (let i = items.length - 1; i >= 0; i--) {
    back.unshift(convolveBack(back[0]!, items[i]!));
    after.unshift(convolve(after[0]!, items[i]!));
  }
  const n = information.columns;
  const means: { parameter: number; byScore: Float64Array }[] = [];
  items.forEach((item, i) => {
    meansByScore(before[i]!, after[i + 1]!, item, occurring, distribution).forEach((byScore, c) => {
      const parameter = item.parameter + c + 1;
      means.push({ parameter, byScore });
      const expected = item.shares[c + 1]! * shiftedDot(before[i]!, back[i + 1]!, item.steps[c + 1]!);
      gradient[parameter]! -= expected;
      information.data[parameter * n + parameter]! += expected;
    });
    let others = before[i]!;
    for (let j = i + 1; j < items.length; j++) {
      addPair(information, item, items[j]!, others, back[j + 1]!);
      others = convolve(others, items[j]!);
    }
  });
  const root = occurring.map((s) => Math.sqrt(scores[s]!));
  for (const { byScore } of means) for (let s = 0; s < root.length; s++) byScore[s]! *= root[s]!;
  for (let p = 0; p < means.length; p++)
    for (let q = 0; q <= p; q++) {
      let product = 0;
      const [x, y] = [means[p]!.byScore, means[q]!.byScore];
      for (let s = 0; s < x.length; s++) product += x[s]! * y[s]!;
      information.data[means[p]!.parameter * n + means[q]!.parameter]! -= product;
    }
  return occurring.reduce((sum, s) => sum + scores[s]! * (Math.log(distribution[s]!) + logSums), 0);
}

/**
 * Conditional log-likelihood of the partial-credit model with gradient and information: the probability of the answers
 * given each person's score, from which the abilities have dropped out. `b` holds, for each points an item can give, the
 * logarithm of its weight against the item's lowest points (cumulative easiness).
 *
 * Everything that the scores of the other items weigh is a sum of positive numbers (summation algorithm forwards, its transpose backwards),
 * so nothing cancels with many items, where the older difference algorithm breaks down near 60. Cost: items² × scores.
 *
 * Source: Andersen (1972), JRSS B 34:42–54; Verhelst, Glas and van der Sluis (1984), Computational Statistics Quarterly 1:245–262;
 * Liou (1994), Psychometrika 59:243–261 (derivatives).
 */
export function conditionalLikelihood(
  counts: CategoryCounts,
  layout: ParameterLayout,
  b: Float64Array,
): Likelihood {
  const size = b.length;
  const gradient = Float64Array.from(layout.count);
  const information = zeros(size, size);
  const all = counts.categories.map((_, item) => groupItem(counts, layout, b, item));
  let logLik = 0;
  for (let p = 0; p < size; p++) logLik += layout.count[p]! * b[p]!;
  for (const group of counts.groups) {
    const items = group.items.map((item) => all[item]!);
    const logSums = items.reduce((sum, item) => sum + item.logSum, 0);
    logLik -= addGroup(group, items, logSums, gradient, information);
  }
  for (let p = 0; p < size; p++)
    for (let q = 0; q < p; q++) information.data[q * size + p] = information.data[p * size + q]!;
  return { logLik, gradient, information };
}
