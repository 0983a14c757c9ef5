import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kendallCriticalValue, kendallUpperTail } from "#lib/statistics/change/kendall-distribution.ts";
import { kendallVariance, mannKendall } from "#lib/statistics/change/mann-kendall.ts";
import { seriesOf, tieSizes } from "#lib/statistics/change/series.ts";
import { theilSen } from "#lib/statistics/change/theil-sen.ts";
import { trend } from "#lib/statistics/change/trend.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

type Points = { years: number[]; values: number[] };
const pointsOf = (id: string) => expected(id).parameters as Points;

// Twelve different values, as R sees them: z <- c(3,1,4,1.5,9,2.6,5.3,5.8,9.7,9.3,2.3,8.4)
const z = [3, 1, 4, 1.5, 9, 2.6, 5.3, 5.8, 9.7, 9.3, 2.3, 8.4];
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe("a series", () => {
  it("is sorted by time and leaves missing values out", () => {
    expect(seriesOf([2024, 2023, 2025], [64, null, 65])).toEqual({ times: [2024, 2025], values: [64, 65] });
    expect(seriesOf([3, 1, 2], [30, 10, 20])).toEqual({ times: [1, 2, 3], values: [10, 20, 30] });
    expect(seriesOf([], [])).toEqual({ times: [], values: [] });
  });

  it("refuses NaN and lists of unequal length", () => {
    expect(() => seriesOf([1], [Number.NaN])).toThrow(RangeError);
    expect(() => seriesOf([Number.NaN], [1])).toThrow(RangeError);
    expect(() => seriesOf([Number.POSITIVE_INFINITY], [null])).toThrow(RangeError);
    expect(() => seriesOf([1, 2], [1])).toThrow(RangeError);
  });

  it("counts equal values by group", () => {
    expect(tieSizes([1, 2, 2, 3, 3, 3])).toEqual([2, 3]);
    expect(tieSizes([1, 2])).toEqual([]);
  });
});

describe("the exact distribution of Kendall's S", () => {
  it("agrees with counting all orders of four values: 1, 3, 5, 6, 5, 3, 1 of 24", () => {
    const tails = [1, 4, 9, 15, 20, 23, 24].map((count) => count / 24);
    [6, 4, 2, 0, -2, -4, -6].forEach((s, i) => {
      expect(kendallUpperTail(s, 4)).toBeCloseTo(tails[i]!, 15);
    });
    expect(kendallUpperTail(7, 4)).toBe(0);
    expect(kendallUpperTail(5, 4)).toBeCloseTo(1 / 24, 15);
    expect(kendallUpperTail(-60, 4)).toBe(1);
    expect(kendallUpperTail(0, 0)).toBe(1);
    expect(kendallUpperTail(0, 1)).toBe(1);
  });

  it("agrees with R up to the last length: w <- (1:49 * m) %% 53; cor.test(1:49, w, method = 'kendall')", () => {
    const walk = (factor: number) => mannKendall(upTo(49).map((i) => (i * factor) % 53))!;
    expect(walk(17)).toMatchObject({ s: -96, method: "exact" });
    expect(walk(17).p).toBeCloseTo(0.4148584299417586, 12);
    expect(walk(5).p).toBeCloseTo(0.385936513470736, 12);
    expect(walk(50).p).toBeCloseTo(0.014872758170222206, 12);
    // 1/49!, the probability of complete order.
    expect(kendallUpperTail(1176, 49) * 6.082818640342675e62).toBeCloseTo(1, 12);
  });

  it("has the critical values of the printed tables", () => {
    // R: from the cumulative counts of inversions; Hollander and Wolfe, table A.30
    expect([5, 6, 7, 8, 9, 10, 12].map((n) => kendallCriticalValue(n, 0.025))).toEqual([
      10, 13, 15, 18, 20, 23, 30,
    ]);
    expect([5, 6, 7, 8, 9, 10].map((n) => kendallCriticalValue(n, 0.05))).toEqual([8, 11, 13, 16, 18, 21]);
    expect(kendallCriticalValue(4, 0.025)).toBeNull();
    expect(kendallCriticalValue(4, 1 / 24)).toBe(6);
    expect(kendallCriticalValue(3, 0.025)).toBeNull();
  });

  it("refuses lengths that it is not made for", () => {
    for (const n of [50, -1, 2.5]) expect(() => kendallUpperTail(0, n)).toThrow(RangeError);
    expect(() => kendallUpperTail(Number.NaN, 5)).toThrow(RangeError);
    for (const tail of [0, 1, Number.NaN]) expect(() => kendallCriticalValue(5, tail)).toThrow(RangeError);
  });
});

describe("Mann–Kendall test", () => {
  it.each(["mannKendall.1", "mannKendall.2"])("agrees with R for %s", (id) => {
    const test = mannKendall(pointsOf(id).values)!;
    expect(test.method).toBe("normal");
    expect(test.normalP).toBe(test.p);
    const { s, variance, z: deviate, p, tauA, tauB } = test;
    expectEntry({ S: s, varS: variance, z: deviate, p, tauA, tauB }, expected(id));
  });

  it("is S = 0, z = 0, p = 1 without τ-b when all values are equal", () => {
    const { s, variance, z: deviate, p, tauB, tauA } = mannKendall(pointsOf("mannKendall.constant").values)!;
    expectEntry({ S: s, varS: variance, z: deviate, p }, expected("mannKendall.constant"));
    expect([tauA, tauB]).toEqual([0, null]);
  });

  it("is exact for a short series of different values (R: cor.test(method = 'kendall'))", () => {
    const twelve = mannKendall(z)!;
    expect(twelve).toMatchObject({ n: 12, s: 26, method: "exact" });
    expect(twelve.p).toBeCloseTo(0.08631711459836455, 12);
    expect(twelve.tauB).toBeCloseTo(0.3939393939393939, 14);
    expect(twelve.tauA).toBeCloseTo(26 / 66, 15);
    expect(mannKendall([61, 62, 64, 63, 66, 68])!.p).toBeCloseTo(1 / 60, 15);
    expect(mannKendall([5, 4, 3, 2, 1])!.p).toBeCloseTo(2 / 120, 15);
    expect(mannKendall([1, 2, 3, 4])!.p).toBeCloseTo(2 / 24, 15);
  });

  it("is exact for 49 different values and normal for 50", () => {
    expect(mannKendall(upTo(49))!.method).toBe("exact");
    const fifty = mannKendall(upTo(50))!;
    expect(fifty.method).toBe("normal");
    // By hand: S = 1225, variance 50·49·105/18 = 14291.666…
    expect(fifty.z).toBeCloseTo(1224 / Math.sqrt((50 * 49 * 105) / 18), 12);
    // R: S = -143, 2 * pnorm(-142 / sqrt(50 * 49 * 105 / 18))
    const weak = mannKendall(upTo(50).map((i) => (i * 17) % 53))!;
    expect(weak.s).toBe(-143);
    expect(weak.p).toBeCloseTo(0.23490835133145027, 12);
    expect(weak.normalP).toBe(weak.p);
  });

  it("answers for two values, and not for one or none", () => {
    expect(mannKendall([1, 2])).toMatchObject({
      s: 1,
      z: 0,
      p: 1,
      normalP: 1,
      tauA: 1,
      tauB: 1,
      variance: 1,
    });
    expect(mannKendall([7])).toBeNull();
    expect(mannKendall([])).toBeNull();
    expect(mannKendall([null, 3, null])).toBeNull();
    expect(() => mannKendall([1, Number.NaN])).toThrow(RangeError);
  });

  it("leaves missing values out", () => {
    expect(mannKendall([3, null, 1, 4, null])).toEqual(mannKendall([3, 1, 4]));
  });

  it("knows the variance with equal values, and with equal times too", () => {
    expect(kendallVariance([1, 2, 3, 4], [1, 2, 3, 3])).toBeCloseTo(23 / 3, 14);
    // R: (S / cor.test(t, u, method = "kendall", exact = FALSE)$statistic)^2
    expect(kendallVariance([1, 1, 2, 3, 3, 3, 4], [5, 6, 6, 7, 7, 8, 9])).toBeCloseTo(38.047619047619044, 12);
    expect(kendallVariance([1, 1, 1], [1, 2, 3])).toBeCloseTo(0, 14);
    expect(kendallVariance([1], [1])).toBe(0);
    expect(kendallVariance([1, 1], [1, 2])).toBe(0);
  });

  it("turns its sign with the series and ignores how far values lie apart", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 20 }), (values) => {
        const test = mannKendall(values)!;
        const turned = mannKendall([...values].reverse())!;
        const stretched = mannKendall(values.map((value) => value ** 3))!;
        expect(turned.s).toBe(test.s === 0 ? 0 : -test.s);
        expect(turned.p).toBe(test.p);
        expect(stretched).toEqual(test);
        expect(test.p).toBeGreaterThan(0);
        expect(test.p).toBeLessThanOrEqual(1);
        expect(Math.abs(test.tauA)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("Theil–Sen slope", () => {
  it.each(["theilSen.1", "theilSen.2"])("agrees with R for %s", (id) => {
    const { years, values } = pointsOf(id);
    const line = theilSen(years, values)!;
    const { slope, intercept, pairs, interval, method } = line;
    expectEntry({ slope, intercept, pairs }, expected(id));
    expect(method).toBe("normal");
    expect(interval!.low).toBeLessThanOrEqual(slope);
    expect(interval!.high).toBeGreaterThanOrEqual(slope);
  });

  it("has the interval of trend::sens.slope with equal values: ranks round((N ∓ C)/2)", () => {
    // N = 45, C = qnorm(.975) * sqrt(122) = 21.65: ranks 12 and 34 of R's sorted slopes of theilSen.2.
    const { years, values } = pointsOf("theilSen.2");
    expect(theilSen(years, values)!.interval).toEqual({ low: -1, high: -0.2 });
  });

  it("has the exact interval of Hollander and Wolfe when all values differ (R: slopes 19 and 48 of 66)", () => {
    const line = theilSen(upTo(12), z)!;
    expect(line).toMatchObject({ n: 12, pairs: 66, method: "exact" });
    expect(line.slope).toBeCloseTo(0.5, 14);
    expect(line.intercept).toBeCloseTo(2.1, 14);
    expect(line.interval!.low).toBeCloseTo(-0.07, 13);
    expect(line.interval!.high).toBeCloseTo(1.075, 13);
    const ninety = theilSen(upTo(12), z, 0.9)!.interval!;
    expect(ninety.low).toBeCloseTo(0.06, 13);
    expect(ninety.high).toBeCloseTo(0.9666666666666667, 13);
  });

  it("repeats the example; with five points the interval holds all slopes", () => {
    const line = theilSen([2021, 2022, 2023, 2024, 2025], [60, 61, 63, 62, 65])!;
    expect(line.slope).toBe(1.125);
    expect(line.interval).toEqual({ low: -1, high: 3 });
  });

  it("is normal from 50 points on, and when times repeat", () => {
    const line = theilSen(
      upTo(50),
      upTo(50).map((i) => i + ((i * 17) % 53)),
    )!;
    expect(line.method).toBe("normal");
    expect(line.interval!.low).toBeLessThan(line.slope);
    // Pairs at equal times have no slope: of 10 pairs 8 are left.
    const repeated = theilSen([1, 1, 2, 3, 3], [1, 2, 3, 4, 6])!;
    expect(repeated).toMatchObject({ pairs: 8, method: "normal" });
    // (3−1)/1, (4−1)/2, (6−1)/2, (3−2)/1, (4−2)/2, (6−2)/2, (4−3)/1, (6−3)/1: median (1.5 + 2)/2
    expect(repeated.slope).toBe(1.75);
  });

  it("has no interval with four points or when nothing changes, and no slope without two times", () => {
    expect(theilSen([1, 2, 3, 4], [1, 2, 4, 3])!.interval).toBeNull();
    expect(theilSen([1, 2, 3, 4], [1, 2, 2, 3])!.interval).toBeNull();
    expect(
      theilSen(
        upTo(8),
        upTo(8).map(() => 5),
      ),
    ).toMatchObject({ slope: 0, intercept: 5, interval: null });
    expect(theilSen([2024, 2025], [60, 62])).toMatchObject({ slope: 2, pairs: 1, interval: null });
    expect(theilSen([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(theilSen([1], [1])).toBeNull();
    expect(theilSen([], [])).toBeNull();
    expect(theilSen([1, 2], [null, 3])).toBeNull();
    expect(() => theilSen([1, 2], [1, 2], 95)).toThrow(RangeError);
  });

  it("moves with the units of value and time, and one wild year does not move it far", () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 15 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 9 }), (list, factor) => {
        const times = upTo(list.length);
        const line = theilSen(times, list)!;
        const scaled = theilSen(
          times.map((time) => 2000 + time * 2),
          list.map((value) => factor * value - 7),
        )!;
        expect(scaled.slope).toBeCloseTo((line.slope * factor) / 2, 9);
        if (line.interval) {
          expect(scaled.interval!.low).toBeCloseTo((line.interval.low * factor) / 2, 9);
          expect(line.interval.low).toBeLessThanOrEqual(line.slope);
          expect(line.interval.high).toBeGreaterThanOrEqual(line.slope);
        }
      }),
    );
    expect(theilSen(upTo(9), [1, 2, 3, 4, 1e6, 6, 7, 8, 9])!.slope).toBe(1);
  });

  it("has an interval that excludes 0 exactly when Mann–Kendall rejects", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 5, maxLength: 14 }),
        (values) => {
          const { interval } = theilSen(upTo(values.length), values)!;
          const { p, s } = mannKendall(values)!;
          if (p <= 0.05 && s > 0) expect(interval!.low).toBeGreaterThan(0);
          else if (p <= 0.05) expect(interval!.high).toBeLessThan(0);
          else {
            expect(interval!.low).toBeLessThanOrEqual(0);
            expect(interval!.high).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});

describe("a trend, or why there is none", () => {
  it("says that it is too early", () => {
    expect(trend([2023, 2024, 2025], [60, 62, 64])).toEqual({ kind: "tooEarly", points: 3, needed: 5 });
    expect(trend([], [])).toEqual({ kind: "tooEarly", points: 0, needed: 5 });
    expect(trend([1, 2, 3, 4, 5], [1, 2, null, 4, 5])).toMatchObject({ kind: "tooEarly", points: 4 });
  });

  it("names the direction only when chance seldom makes such a series", () => {
    expect(trend(upTo(5), [1, 2, 3, 4, 5])).toMatchObject({ kind: "trend", n: 5, direction: "rising" });
    expect(trend(upTo(5), [5, 4, 3, 2, 1])).toMatchObject({ direction: "falling" });
    expect(trend(upTo(5), [1, 2, 3, 5, 4])).toMatchObject({ direction: "unclear" });
    expect(trend(upTo(5), [1, 2, 3, 5, 4], { level: 0.9 })).toMatchObject({ direction: "rising" });
    expect(trend(upTo(5), [3, 3, 3, 3, 3])).toMatchObject({ direction: "unclear" });
    expect(trend([3, 1, 2], [30, 10, 20], { leastPoints: 3 })).toMatchObject({
      kind: "trend",
      direction: "unclear",
    });
  });

  it("carries slope and test", () => {
    const found = trend(upTo(12), z);
    expect(found).toMatchObject({ slope: theilSen(upTo(12), z), test: mannKendall(z) });
  });

  it("refuses a year that stands twice, and trends of two points", () => {
    expect(() => trend([2024, 2024], [1, 2])).toThrow(RangeError);
    for (const leastPoints of [2, 3.5]) expect(() => trend([1], [1], { leastPoints })).toThrow(RangeError);
    expect(() => trend(upTo(5), upTo(5), { level: 95 })).toThrow(RangeError);
  });
});
