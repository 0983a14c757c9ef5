import { describe, expect, it } from "vitest";
import { checkWeights, type WeightDraw, weightDrawer } from "#lib/statistics/comparison/weight-draw.ts";
import { seededGenerator } from "#lib/statistics/random.ts";

const weights = [0.5, 0.3, 0.2];

/** Means and variances of 20,000 draws, brought to the sum 1. */
function drawn(how: WeightDraw, some: readonly number[] = weights) {
  const draw = weightDrawer(some, how, seededGenerator(12));
  const sums = some.map(() => [0, 0]);
  const many = 20_000;
  for (let s = 0; s < many; s++) {
    const values = draw();
    const total = values.reduce((sum, value) => sum + value, 0);
    values.forEach((value, j) => {
      sums[j]![0]! += value / total / many;
      sums[j]![1]! += (value / total) ** 2 / many;
    });
  }
  return sums.map(([mean, square]) => ({ mean: mean!, variance: square! - mean! ** 2 }));
}

describe("drawn weights", () => {
  it("have the Dirichlet's means and variances", () => {
    // Mean w, variance w(1 − w)/(concentration + 1)
    drawn({ kind: "dirichlet", concentration: 9 }).forEach(({ mean, variance }, j) => {
      const w = weights[j]!;
      expect(mean).toBeCloseTo(w, 2);
      expect(variance / ((w * (1 - w)) / 10)).toBeCloseTo(1, 1);
    });
    // All ones: mean 1/3, variance (1/3)(2/3)/4
    drawn({ kind: "any" }).forEach(({ mean, variance }) => {
      expect(mean).toBeCloseTo(1 / 3, 2);
      expect(variance).toBeCloseTo(1 / 18, 2);
    });
  });

  it("stay within their band when uniform", () => {
    const draw = weightDrawer(weights, { kind: "uniform", spread: 0.25 }, seededGenerator(1));
    const all = Array.from({ length: 2000 }, draw);
    weights.forEach((weight, j) => {
      const values = all.map((set) => set[j]! / weight);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0.75);
      expect(Math.max(...values)).toBeLessThanOrEqual(1.25);
      expect(Math.min(...values)).toBeLessThan(0.76);
      expect(Math.max(...values)).toBeGreaterThan(1.24);
    });
  });

  it("fall on one indicator in proportion to the weights as the concentration goes to 0", () => {
    drawn({ kind: "dirichlet", concentration: 1e-12 }).forEach(({ mean }, j) => {
      expect(mean).toBeCloseTo(weights[j]!, 1.7);
    });
    expect(drawn({ kind: "dirichlet", concentration: 1e-12 }, [0, 1])[0]!.mean).toBe(0);
  });
});

describe("weights and ways to draw them", () => {
  it("may be any that are not negative and not all 0", () => {
    expect(() => checkWeights([0, 2], { kind: "any" })).not.toThrow();
    expect(() => checkWeights([], { kind: "any" })).toThrow(RangeError);
    expect(() => checkWeights([0, 0], { kind: "any" })).toThrow(RangeError);
    expect(() => checkWeights([2, -1], { kind: "any" })).toThrow(RangeError);
    expect(() => checkWeights([1], { kind: "dirichlet", concentration: -1 })).toThrow(RangeError);
    expect(() => checkWeights([1], { kind: "dirichlet", concentration: 0.1 })).not.toThrow();
    expect(() => checkWeights([1], { kind: "uniform", spread: Number.NaN })).toThrow(RangeError);
    expect(() => checkWeights([1], { kind: "uniform", spread: 0 })).not.toThrow();
  });
});
