import { describe, expect, it } from "vitest";
import { histogramCentralMoments, momentsOf } from "#lib/statistics/central-moments.ts";
import { skewness } from "#lib/statistics/skewness.ts";
import { expectClose } from "#tests/support/close.ts";

describe("skewness", () => {
  // R: m <- mean(w); g1 <- mean((w - m)^3) / mean((w - m)^2)^1.5; g1 * sqrt(n * (n - 1)) / (n - 2)
  it("agrees with R in both types", () => {
    const moments = momentsOf([2, 4, 4, 9, 11, 7, 30]);
    expectClose(skewness(moments, "g1"), 1.6045269898876746, 1e-14);
    expectClose(skewness(moments), 2.079704673011782, 1e-14);
    expectClose(skewness(moments, "G1"), 2.079704673011782, 1e-14);
  });

  it("turns its sign with the values and is 0 for symmetric ones", () => {
    expectClose(skewness(momentsOf([-2, -4, -9]), "g1"), -0.47033046033698594, 1e-14);
    expect(skewness(momentsOf([1, 2, 3]))).toBe(0);
    expect(skewness(histogramCentralMoments([3, 5, 5, 3]))).toBe(0);
  });

  it("is not defined for nobody, for equal values and, as of a sample, below three", () => {
    expect([
      skewness(momentsOf([])),
      skewness(momentsOf([4, 4, 4, 4])),
      skewness(momentsOf([4]), "g1"),
    ]).toEqual([null, null, null]);
    expect(skewness(momentsOf([1, 2]))).toBeNull();
    expect(skewness(momentsOf([1, 2]), "g1")).toBe(0);
    expect(skewness(momentsOf([1, 2, 4]))).not.toBeNull();
  });

  it("repeats the example of its docstring", () => {
    expectClose(skewness(momentsOf([2, 4, 9]), "g1"), 0.47033046033698594, 1e-14);
  });
});
