import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { autocorrelation } from "#lib/statistics/autocorrelation.ts";
import {
  type CentralMoments,
  histogramCentralMoments,
  mergeCentralMoments,
  momentsOf,
  NO_MOMENTS,
  subtractCentralMoments,
} from "#lib/statistics/central-moments.ts";
import { mean, standardDeviation } from "#lib/statistics/moments.ts";
import { expectClose } from "#tests/support/close.ts";
import {
  expectEntry,
  hasPublicData,
  publicExpected,
  publicFolder,
  publicNotice,
} from "#tests/support/expected.ts";

const close = (got: CentralMoments, value: CentralMoments, size = 1) => {
  expect(got.n).toBe(value.n);
  expect(Math.abs(got.mean - value.mean)).toBeLessThanOrEqual(1e-11 * size);
  expect(Math.abs(got.m2 - value.m2)).toBeLessThanOrEqual(1e-9 * size * size);
  expect(Math.abs(got.m3 - value.m3)).toBeLessThanOrEqual(1e-7 * size ** 3);
};
const list = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 12 });

describe("central moments", () => {
  it.skipIf(!hasPublicData)(`are those certified by NIST for NumAcc1 to NumAcc3${publicNotice}`, () => {
    const entries = publicExpected("nist.NumAcc");
    expect(entries).toHaveLength(3);
    for (const entry of entries) {
      const name = entry.id.slice("nist.".length);
      const text = readFileSync(resolve(publicFolder, "nist", `${name}.dat`), "utf8");
      const values = text
        .split("\n")
        .slice(60)
        .filter((line) => line.trim() !== "")
        .map(Number);
      const moments = momentsOf(values);
      expectEntry(
        { mean: mean(moments), sd: standardDeviation(moments), autocorrelation: autocorrelation(values) },
        entry,
      );
      // In seven parts as well.
      const parts = Map.groupBy(values, (_, i) => i % 7);
      const merged = [...parts.values()].map(momentsOf).reduce(mergeCentralMoments, NO_MOMENTS);
      expectEntry({ mean: mean(merged), sd: standardDeviation(merged) }, entry);
    }
  });

  it("keep the digits that doubles have left of 10,000,000.2 ± 0.1 (NumAcc4: standard deviation 0.1)", () => {
    const values = Array.from({ length: 1001 }, (_, i) => [10000000.1, 10000000.3][i % 2]!);
    values[0] = 10000000.2;
    const moments = momentsOf(values);
    expectClose(mean(moments), 10000000.2, 1e-15);
    // The data as doubles are 2e-9 away from the data as printed.
    expectClose(standardDeviation(moments), 0.1, 1e-8);
  });

  // R: w <- c(2, 4, 4, 9, 11, 7, 30); sum((w - mean(w))^2), sum((w - mean(w))^3)
  it("agree with R", () => {
    const { n, mean: centre, m2, m3 } = momentsOf([2, 4, 4, 9, 11, 7, 30]);
    expect(n).toBe(7);
    expectClose(centre, 67 / 7, 1e-15);
    expectClose(m2, 545.7142857142858, 1e-14);
    expectClose(m3, 7731.183673469391, 1e-14);
  });

  it("form a commutative monoid under merging", () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        const [x, y, z] = [momentsOf(a), momentsOf(b), momentsOf(c)];
        expect(mergeCentralMoments(x, NO_MOMENTS)).toEqual(x);
        expect(mergeCentralMoments(NO_MOMENTS, x)).toEqual(x);
        expect(mergeCentralMoments(x, y)).toEqual(mergeCentralMoments(y, x));
        close(
          mergeCentralMoments(mergeCentralMoments(x, y), z),
          mergeCentralMoments(x, mergeCentralMoments(y, z)),
          100,
        );
      }),
    );
  });

  it("of a union are the merge, and of the rest the difference", () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const union = momentsOf([...a, ...b]);
        close(mergeCentralMoments(momentsOf(a), momentsOf(b)), union, 100);
        close(subtractCentralMoments(union, momentsOf(b)), momentsOf(a), 1000);
      }),
    );
  });

  it("of a histogram are those of the list it was made of", () => {
    const histograms = fc.array(fc.nat({ max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(histograms, (histogram) => {
        const values = histogram.flatMap((count, score) => Array<number>(count).fill(score));
        close(histogramCentralMoments(histogram), momentsOf(values), 10);
      }),
    );
    expect(() => histogramCentralMoments([1, -1])).toThrow(RangeError);
    expect(() => histogramCentralMoments([0.5])).toThrow(RangeError);
  });

  it("of a histogram of a country are exact", () => {
    // Half of a billion pupils have 100, half 101: every distance is 1/2.
    const histogram = Array<number>(102).fill(0);
    histogram[100] = 500_000_000;
    histogram[101] = 500_000_000;
    expect(histogramCentralMoments(histogram)).toEqual({ n: 1e9, mean: 100.5, m2: 2.5e8, m3: 0 });
  });

  it("have no spread when all values are equal, and none for nobody or one", () => {
    expect(momentsOf([])).toEqual(NO_MOMENTS);
    expect(histogramCentralMoments([0, 0])).toEqual(NO_MOMENTS);
    expect(momentsOf([0.1])).toEqual({ n: 1, mean: 0.1, m2: 0, m3: 0 });
    expect(momentsOf([0.1, 0.1, 0.1])).toEqual({ n: 3, mean: 0.1, m2: 0, m3: 0 });
    expect(mergeCentralMoments(NO_MOMENTS, NO_MOMENTS)).toEqual(NO_MOMENTS);
  });

  it("can be taken apart to nothing, to one value and not further", () => {
    const whole = momentsOf([2.5, 4.1, 9.7]);
    expect(subtractCentralMoments(whole, whole)).toEqual(NO_MOMENTS);
    expect(subtractCentralMoments(whole, NO_MOMENTS)).toEqual(whole);
    const one = subtractCentralMoments(whole, momentsOf([2.5, 9.7]));
    expect(one).toMatchObject({ n: 1, m2: 0, m3: 0 });
    expect(one.mean).toBeCloseTo(4.1, 14);
    expect(() => subtractCentralMoments(momentsOf([1]), whole)).toThrow(RangeError);
  });

  it("refuse missing and infinite values, and take typed arrays", () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      expect(() => momentsOf([1, value])).toThrow(RangeError);
      expect(() => momentsOf([value])).toThrow(RangeError);
    }
    expect(momentsOf(Float64Array.of(2, 4, 9))).toEqual(momentsOf([2, 4, 9]));
  });

  it("repeat the examples of their docstrings", () => {
    const value = { n: 3, mean: 5, m2: 26, m3: 36 };
    expect(momentsOf([2, 4, 9])).toEqual(value);
    expect(histogramCentralMoments([0, 0, 1, 0, 1, 0, 0, 0, 0, 1])).toEqual(value);
    close(mergeCentralMoments(momentsOf([2, 4]), momentsOf([9])), value);
    close(subtractCentralMoments(momentsOf([2, 4, 9]), momentsOf([9])), { n: 2, mean: 3, m2: 2, m3: 0 });
  });
});

describe("autocorrelation", () => {
  // R: acf(c(2, 4, 4, 9, 11, 7), plot = FALSE)$acf[2:4]
  it("agrees with R at several lags", () => {
    const series = [2, 4, 4, 9, 11, 7];
    expectClose(autocorrelation(series), 0.43012275731822475, 1e-14);
    expectClose(autocorrelation(series, 2), -0.08876298394711993, 1e-13);
    expectClose(autocorrelation(series, 3), -0.40934844192634556, 1e-14);
  });

  it("is not defined for a short or an unchanging series", () => {
    expect([
      autocorrelation([]),
      autocorrelation([1]),
      autocorrelation([1, 2], 2),
      autocorrelation([3, 3, 3]),
    ]).toEqual([null, null, null, null]);
    expect(autocorrelation([1, 2], 1)).toBe(-0.5);
  });

  it("refuses a lag that is none, and missing values", () => {
    for (const lag of [0, -1, 1.5, Number.NaN])
      expect(() => autocorrelation([1, 2, 3], lag)).toThrow(RangeError);
    expect(() => autocorrelation([1, Number.NaN, 3])).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    expect(autocorrelation([1, 2, 1, 2])).toBe(-0.75);
  });
});
