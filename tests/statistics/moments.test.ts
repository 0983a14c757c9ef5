import { describe, expect, it } from "vitest";
import { momentsOf } from "#lib/statistics/central-moments.ts";
import {
  coefficientOfVariation,
  histogramMoments,
  mean,
  standardDeviation,
  variance,
} from "#lib/statistics/moments.ts";

describe("moments", () => {
  it("of one value have a mean and no sample variance", () => {
    const one = histogramMoments([0, 0, 0, 1]);
    expect(mean(one)).toBe(3);
    expect(variance(one)).toBeNull();
    expect(variance(one, "n")).toBe(0);
  });

  it("of nobody are not defined", () => {
    const none = histogramMoments([0, 0]);
    expect([mean(none), variance(none), variance(none, "n"), standardDeviation(none)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(coefficientOfVariation(none)).toBeNull();
  });

  it("have no coefficient of variation around a mean of 0", () => {
    expect(coefficientOfVariation(histogramMoments([5]))).toBeNull();
  });

  it("repeat the examples of their docstrings", () => {
    expect(histogramMoments([1, 0, 2])).toEqual({ n: 3, sum: 4, squareSum: 8 });
    expect(mean({ n: 3, sum: 4, squareSum: 8 })).toBe(4 / 3);
    expect(variance({ n: 3, sum: 4, squareSum: 8 })).toBe(4 / 3);
    expect(standardDeviation({ n: 2, sum: 4, squareSum: 10 })).toBe(Math.SQRT2);
    expect(coefficientOfVariation({ n: 2, sum: 4, squareSum: 10 })).toBeCloseTo(70.71067811865476, 12);
  });

  it("do not lose digits where the squares of thirty million pupils nearly cancel", () => {
    // Half of them have 100, half 101: variance with the divisor n is exactly 1/4.
    const n = 30_000_000;
    const moments = { n, sum: (n / 2) * 201, squareSum: (n / 2) * (100 ** 2 + 101 ** 2) };
    expect(variance(moments, "n")).toBe(0.25);
  });

  it("take sums that are not whole as well", () => {
    // R: var(c(0.5, 1.5)) = 0.5
    expect(variance({ n: 2, sum: 2, squareSum: 2.5 })).toBeCloseTo(0.5, 14);
  });

  it("are not added up from what is no count", () => {
    expect(() => histogramMoments([1, -1])).toThrow(RangeError);
    expect(() => histogramMoments([0.5])).toThrow(RangeError);
    expect(() => mean({ n: 1.5, sum: 1, squareSum: 1 })).toThrow(RangeError);
    expect(() => variance({ n: -1, sum: 1, squareSum: 1 })).toThrow(RangeError);
    expect(() => mean({ n: Number.NaN, sum: 1, squareSum: 1 })).toThrow(RangeError);
  });

  it("refuse sums that no values have", () => {
    expect(() => variance({ n: 2, sum: 10, squareSum: 1 })).toThrow(RangeError);
    expect(() => standardDeviation({ n: 2, sum: 10.5, squareSum: 1.5 })).toThrow(RangeError);
    expect(() => variance({ n: 2, sum: Number.NaN, squareSum: 1 })).toThrow(RangeError);
  });

  it("have no spread when all values are equal, though 0.1 + 0.1 + 0.1 is not 0.3", () => {
    const squareSum = 0.1 * 0.1 + 0.1 * 0.1 + 0.1 * 0.1;
    expect(variance({ n: 3, sum: 0.1 + 0.1 + 0.1, squareSum })).toBe(0);
  });

  it("may be central moments as well", () => {
    const central = momentsOf([2, 4, 9]);
    expect([mean(central), variance(central), variance(central, "n")]).toEqual([5, 13, 26 / 3]);
    expect(coefficientOfVariation(central)).toBeCloseTo((100 * Math.sqrt(13)) / 5, 13);
    expect([mean(momentsOf([])), variance(momentsOf([])), variance(momentsOf([7]))]).toEqual([
      null,
      null,
      null,
    ]);
    expect(variance(momentsOf([7]), "n")).toBe(0);
  });
});
