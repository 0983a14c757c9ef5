import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histogramMedian, histogramQuantile, type QuantileType, quantile } from "#lib/statistics/quantile.ts";
import {
  expectEntry,
  expected,
  expectedAll,
  hasPublicData,
  publicExpected,
  publicNotice,
} from "#tests/support/expected.ts";

const TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

describe("quantiles", () => {
  const entry = expected("quantile.type7");
  const { values, probs } = entry.parameters as { values: number[]; probs: number[] };

  it("are of type 7 unless another is asked for", () => {
    expectEntry(
      probs.map((p) => quantile(values, p)),
      entry,
    );
  });

  it.each(TYPES)("of type %i agree with R on the reference list", (type) => {
    const entries = expectedAll(`quantile.type${type}`);
    for (const each of entries) {
      const parameters = each.parameters as { values: number[]; probs: number[] };
      expectEntry(
        parameters.probs.map((p) => quantile(parameters.values, p, type)),
        each,
      );
    }
    expect(entries).toHaveLength([1, 2, 6, 7, 8].includes(type) ? 1 : 0);
  });

  // R: quantile(c(12, 7, 3, 25, 18, 9, 14, 21, 7), c(0, .05, .1, 1/3, .5, .62, .9, 1), type = …)
  it.each([
    [1, [3, 3, 3, 7, 12, 14, 25, 25]],
    [2, [3, 3, 3, 8, 12, 14, 25, 25]],
    [3, [3, 3, 3, 7, 9, 14, 21, 25]],
    [4, [3, 3, 3, 7, 10.5, 13.16, 21.4, 25]],
    [5, [3, 3, 4.6, 8, 12, 14.32, 23.4, 25]],
    [6, [3, 3, 3, 23 / 3, 12, 14.8, 25, 25]],
    [7, [3, 4.6, 6.2, 25 / 3, 12, 13.92, 21.8, 25]],
    [8, [3, 3, 4.066666666666666, 71 / 9, 12, 14.48, 23.93333333333333, 25]],
    [9, [3, 3, 4.2, 7.916666666666666, 12, 14.44, 23.8, 25]],
  ] as const)("of type %i agree with R at the ends, on a rank and between ranks", (type, expectedValues) => {
    [0, 0.05, 0.1, 1 / 3, 0.5, 0.62, 0.9, 1].forEach((p, i) => {
      expect(quantile(values, p, type)).toBeCloseTo(expectedValues[i]!, 12);
    });
  });

  // R: quantile(c(1, 5), c(.1, .25, .5, .75, .9), type = …)
  it.each([
    [1, [1, 1, 1, 5, 5]],
    [2, [1, 1, 3, 5, 5]],
    [3, [1, 1, 1, 5, 5]],
    [4, [1, 1, 1, 3, 4.2]],
    [5, [1, 1, 3, 5, 5]],
    [6, [1, 1, 3, 5, 5]],
    [7, [1.4, 2, 3, 4, 4.6]],
    [8, [1, 1, 3, 5, 5]],
    [9, [1, 1, 3, 5, 5]],
  ] as const)("of type %i agree with R on two values", (type, expectedValues) => {
    [0.1, 0.25, 0.5, 0.75, 0.9].forEach((p, i) => {
      expect(quantile([5, 1], p, type)).toBeCloseTo(expectedValues[i]!, 12);
    });
  });

  it.each(TYPES)("of type %i rise with p and stay among the values; of one value they are it", (type) => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 }), share, share, (list, p, q) => {
        const low = quantile(list, Math.min(p, q), type)!;
        const high = quantile(list, Math.max(p, q), type)!;
        expect(low).toBeLessThanOrEqual(high + 1e-12);
        expect(low).toBeGreaterThanOrEqual(Math.min(...list) - 1e-12);
        expect(high).toBeLessThanOrEqual(Math.max(...list) + 1e-12);
        expect(quantile([7], p, type)).toBe(7);
      }),
    );
  });

  it.skipIf(!hasPublicData)(`of all nine types agree with R on public lists${publicNotice}`, () => {
    const entries = publicExpected("quantile.");
    expect(entries).toHaveLength(18);
    for (const each of entries) {
      const parameters = each.parameters as { values: number[]; probs: number[]; type: QuantileType };
      expectEntry(
        parameters.probs.map((p) => quantile(parameters.values, p, parameters.type)),
        each,
      );
    }
  });

  it("of a histogram are those of the list it was made of", () => {
    const histograms = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(histograms, fc.double({ min: 0, max: 1, noNaN: true }), (histogram, p) => {
        const list = histogram.flatMap((count, score) => Array<number>(count).fill(score));
        for (const type of TYPES) expect(histogramQuantile(histogram, p, type)).toBe(quantile(list, p, type));
      }),
    );
  });

  it("of nothing are not defined, and a share is between 0 and 1", () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(histogramMedian([0, 0, 0])).toBeNull();
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => histogramQuantile([1], Number.NaN)).toThrow(RangeError);
    expect(() => quantile([1], 0.5, 10 as QuantileType)).toThrow(RangeError);
    expect(() => quantile([1], 0.5, 0 as QuantileType)).toThrow(RangeError);
    expect(() => histogramQuantile([1], 0.5, 1.5 as QuantileType)).toThrow(RangeError);
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(RangeError);
    expect(() => histogramQuantile([1, -1], 0.5)).toThrow(RangeError);
    expect(() => histogramQuantile([0.5], 0.5)).toThrow(RangeError);
  });

  it("leave the list as it was", () => {
    const list = [3, 1, 2];
    quantile(list, 0.5);
    expect(list).toEqual([3, 1, 2]);
  });

  it("repeat the examples of their docstrings", () => {
    expect(quantile([12, 7, 3, 25, 18, 9, 14, 21, 7], 0.75)).toBe(18);
    expect(histogramQuantile([1, 0, 2, 1], 0.5)).toBe(2);
    expect(histogramMedian([1, 1, 0, 1, 1])).toBe(2);
  });
});
