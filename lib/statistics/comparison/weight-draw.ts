import { gammaDraw, type RandomGenerator } from "../random.ts";

/**
 * How other weights are drawn: from a Dirichlet distribution whose mean is the weights given (the larger `concentration`,
 * the nearer to them), or each weight uniformly within ± `spread` of itself (a fraction, 0.25 = a quarter), then
 * brought to the sum 1; or all weights there are, equally likely ("any", Dirichlet with ones).
 */
export type WeightDraw =
  | { readonly kind: "dirichlet"; readonly concentration: number }
  | { readonly kind: "uniform"; readonly spread: number }
  | { readonly kind: "any" };

/** Refuses weights and ways of drawing that make no composite. */
export function checkWeights(weights: readonly number[], how: WeightDraw): void {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!weights.every((weight) => weight >= 0) || !(sum > 0 && sum < Number.POSITIVE_INFINITY))
    throw new RangeError("Weights are 0 or more and not all 0");
  if (how.kind === "dirichlet" && !(how.concentration > 0 && how.concentration < Number.POSITIVE_INFINITY))
    throw new RangeError(`A concentration is positive, got ${how.concentration}`);
  if (how.kind === "uniform" && !(how.spread >= 0 && how.spread <= 1))
    throw new RangeError(`A spread of weights lies between 0 and 1, got ${how.spread}`);
}

/** Draws one set of weights, not yet brought to the sum 1: a common factor does not change an order. */
export function weightDrawer(
  weights: readonly number[],
  how: WeightDraw,
  random: RandomGenerator,
): () => number[] {
  switch (how.kind) {
    case "any":
      return () => weights.map(() => gammaDraw(random, 1));
    case "dirichlet":
      return () => {
        const drawn = weights.map((weight) =>
          weight === 0 ? 0 : gammaDraw(random, weight * how.concentration),
        );
        if (drawn.some((value) => value > 0)) return drawn;
        // So small a concentration puts all weight on one indicator, and its draws are too small for a number.
        let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
        let chosen = 0;
        while (left >= weights[chosen]! && chosen < weights.length - 1) left -= weights[chosen++]!;
        return weights.map((_, j) => (j === chosen ? 1 : 0));
      };
    case "uniform":
      return () => weights.map((weight) => weight * (1 + how.spread * (2 * random() - 1)));
  }
}
