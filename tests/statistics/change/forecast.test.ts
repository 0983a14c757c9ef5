import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fittedHolt } from "#lib/statistics/change/fitted-holt.ts";
import { forecast } from "#lib/statistics/change/forecast.ts";
import { holt } from "#lib/statistics/change/holt.ts";
import { olsTrend } from "#lib/statistics/change/ols-trend.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

type Points = { years: number[]; values: number[] };
const pointsOf = (id: string) => expected(id).parameters as Points;
const first = pointsOf("holt.1").values;
const second = pointsOf("holt.2").values;

describe("straight trend by least squares", () => {
  it.each(["olsSeries.1", "olsSeries.2"])("agrees with R for %s", (id) => {
    const { years, values } = pointsOf(id);
    const line = olsTrend(years, values)!;
    const next = line.at(2026);
    expectEntry(
      {
        intercept: line.intercept,
        slope: line.slope,
        seIntercept: line.interceptStandardError,
        seSlope: line.slopeStandardError,
        slopeLow: line.slopeInterval!.low,
        slopeHigh: line.slopeInterval!.high,
        t: line.t,
        p: line.p,
        r2: line.rSquared,
        sigma: line.residualSD,
        predict: next.value,
        predictionLow: next.prediction!.low,
        predictionHigh: next.prediction!.high,
        confidenceLow: next.confidence!.low,
        confidenceHigh: next.confidence!.high,
      },
      expected(id),
    );
  });

  it("keeps its digits ten million away, with a gap and another level (R: lm of the tenths alone)", () => {
    const line = olsTrend(
      [2022, 2019, 2020, 2023, 2021, 2024],
      [0.4, 0.1, 0.2, null, 0.15, 0.55].map((value) => (value === null ? null : 1e7 + value)),
      0.9,
    )!;
    expect(line.n).toBe(5);
    expect(line.slope).toBeCloseTo(0.09256756756756665, 8);
    expect(line.slopeStandardError).toBeCloseTo(0.019091076421424165, 8);
    const near = olsTrend([2019, 2020, 2021, 2022, 2024], [0.1, 0.2, 0.15, 0.4, 0.55], 0.9)!;
    expect(near.slope).toBeCloseTo(0.09256756756756665, 14);
    expect(near.interceptStandardError).toBeCloseTo(38.58689764219684, 10);
    expect(near.p).toBeCloseTo(0.016741031152015137, 10);
    const at = near.at(2025);
    expect(at.value).toBeCloseTo(0.6317567567567721, 10);
    expect(at.prediction!.low).toBeCloseTo(0.3768112552246833, 10);
    expect(at.prediction!.high).toBeCloseTo(0.88670225828886, 10);
    expect(at.confidence!.low).toBeCloseTo(0.4443462039907894, 10);
    expect(at.confidence!.high).toBeCloseTo(0.81916730952275, 10);
  });

  it("repeats the example", () => {
    expect(olsTrend([1, 2, 3], [1, 2, 4])!.slope).toBeCloseTo(1.5, 14);
  });

  it("has no interval and no test when the points lie on the line: the spread is not known", () => {
    const line = olsTrend([1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4])!;
    expect(line.slope).toBeCloseTo(0.1, 14);
    expect(line).toMatchObject({
      slopeStandardError: 0,
      residualSD: 0,
      slopeInterval: null,
      t: null,
      p: null,
    });
    expect(line.rSquared).toBeCloseTo(1, 14);
    expect(line.at(5)).toMatchObject({ confidence: null, prediction: null });
    const flat = olsTrend([1, 2, 3], [5, 5, 5])!;
    expect(flat.slope).toBeCloseTo(0, 14);
    expect(flat).toMatchObject({ rSquared: null, t: null });
    expect(olsTrend([1, 2, 3], [0, 0, 0])).toMatchObject({ slope: 0, intercept: 0, t: null });
  });

  it("is not defined below three points or at one time", () => {
    expect(olsTrend([], [])).toBeNull();
    expect(olsTrend([1, 2], [1, 2])).toBeNull();
    expect(olsTrend([1, 2, 3], [1, null, 3])).toBeNull();
    expect(olsTrend([4, 4, 4], [1, 2, 3])).toBeNull();
    expect(() => olsTrend([1, 2, 3], [1, 2, 4])!.at(Number.NaN)).toThrow(RangeError);
    expect(() => olsTrend([1, 2, 3], [1, 2, 4], 95)).toThrow(RangeError);
    expect(() => olsTrend([1, 2, 3], [1, 2, 4], 0)).toThrow(RangeError);
  });
});

describe("Holt's smoothing with given parameters", () => {
  it.each(["holt.1", "holt.2"])("agrees with R for %s", (id) => {
    const { alpha, beta, values } = expected(id).parameters as {
      alpha: number;
      beta: number;
      values: number[];
    };
    const { level, trend, sse, fitted, forecast: ahead } = holt(values, { alpha, beta }, 3)!;
    expectEntry({ level, trend, sse, fitted, forecast: ahead }, expected(id));
  });

  it("has R's intervals: predict(HoltWinters(...), 3, prediction.interval = TRUE)", () => {
    const { intervals } = holt(first, { alpha: 0.5, beta: 0.3 }, 3)!;
    const wanted = [
      [60.63592390987143, 70.52448688390201],
      [60.470633004385846, 72.26458406058292],
      [60.05432798201265, 74.25569535415143],
    ];
    wanted.forEach(([low, high], i) => {
      expect(intervals![i]!.low).toBeCloseTo(low!, 9);
      expect(intervals![i]!.high).toBeCloseTo(high!, 9);
    });
    const narrow = holt(first, { alpha: 0.5, beta: 0.3 }, 1, 0.5)!.intervals!;
    expect(narrow).toHaveLength(1);
    expect(narrow[0]!.low).toBeGreaterThan(60.7);
  });

  it("repeats the example: a straight line goes on, and its spread is not known", () => {
    const line = holt([1, 2, 3, 4], { alpha: 0.5, beta: 0.3 }, 2)!;
    expect(line.forecast).toEqual([5, 6]);
    expect(line).toMatchObject({ sse: 0, level: 4, trend: 1, fitted: [3, 4], intervals: null });
  });

  it("knows one error of three values but no spread, and nothing of two", () => {
    expect(holt([1, 2, 4], { alpha: 1, beta: 0 })).toMatchObject({
      fitted: [3],
      sse: 1,
      forecast: [5],
      intervals: null,
    });
    expect(holt([1, 2], { alpha: 1, beta: 0 })).toBeNull();
    expect(holt([], { alpha: 1, beta: 0 })).toBeNull();
    expect(holt([5, 5, 5, 5], { alpha: 0.3, beta: 0.3 })).toMatchObject({ forecast: [5], intervals: null });
  });

  it("refuses gaps, parameters outside 0–1 and no step ahead", () => {
    expect(() => holt([1, Number.NaN, 3], { alpha: 0.5, beta: 0.3 })).toThrow(RangeError);
    for (const wrong of [-0.1, 1.1, Number.NaN]) {
      expect(() => holt(first, { alpha: wrong, beta: 0.3 })).toThrow(RangeError);
      expect(() => holt(first, { alpha: 0.5, beta: wrong })).toThrow(RangeError);
    }
    for (const steps of [0, 1.5])
      expect(() => holt(first, { alpha: 0.5, beta: 0.3 }, steps)).toThrow(RangeError);
    expect(() => holt(first, { alpha: 0.5, beta: 0.3 }, 1, 95)).toThrow(RangeError);
  });
});

describe("Holt's smoothing with fitted parameters", () => {
  it("finds the optimum on the border that R's optim comes near to", () => {
    // R: root of the derivative of SSE along beta = 0, and along beta = 1; optim(method = "L-BFGS-B") stops at 0.598323 and 0.772744.
    const one = fittedHolt(first, 3)!;
    expect(one.alpha).toBeCloseTo(0.5983224818, 8);
    expect(one.beta).toBe(0);
    expect(one.sse).toBeLessThanOrEqual(37.965771744472285);
    expect(one.converged).toBe(true);
    const two = fittedHolt(second)!;
    expect(two.alpha).toBeCloseTo(0.7727436883, 8);
    expect(two.beta).toBe(1);
    expect(two.sse).toBeCloseTo(39.61611408213146, 9);
    expect(one.forecast).toEqual(holt(first, one, 3)!.forecast);
  });

  it("finds an optimum inside, and one in the corner", () => {
    // R, best of a grid of steps of 0.002: (0.320, 0.470) with 60.56793023701313, and (1, 1) with 159.
    const inside = fittedHolt([50, 53, 51, 56, 58, 57, 61, 66, 64, 67, 71, 70])!;
    expect(Math.abs(inside.alpha - 0.32)).toBeLessThan(0.002);
    expect(Math.abs(inside.beta - 0.47)).toBeLessThan(0.002);
    expect(inside.sse).toBeLessThan(60.56793023701313);
    expect(inside.converged).toBe(true);
    const corner = fittedHolt([10, 12, 11, 15, 20, 18, 13, 9, 8, 12, 17, 21, 22, 19, 14])!;
    expect(corner).toMatchObject({ alpha: 1, beta: 1, sse: 159, converged: true, forecast: [9] });
  });

  it("is nowhere worse than any given parameters", () => {
    const series = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 12 });
    const share = fc.integer({ min: 0, max: 100 }).map((part) => part / 100);
    fc.assert(
      fc.property(series, share, share, (values, alpha, beta) => {
        const best = fittedHolt(values)!;
        expect(best.converged).toBe(true);
        expect(best.sse).toBeLessThanOrEqual(holt(values, { alpha, beta })!.sse * (1 + 1e-9) + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it("goes on with a straight line and takes the least smoothing for it", () => {
    expect(fittedHolt([1, 2, 3, 4, 5])).toMatchObject({
      alpha: 0,
      beta: 0,
      sse: 0,
      forecast: [6],
      converged: true,
    });
    expect(fittedHolt([4, 4, 4, 4, 4])).toMatchObject({ alpha: 0, beta: 0, forecast: [4], intervals: null });
  });

  it("needs five values without a gap", () => {
    expect(fittedHolt([1, 2, 4, 3])).toBeNull();
    expect(fittedHolt([1, 2, 4, 3, 5])).not.toBeNull();
    expect(() => fittedHolt([1, 2, Number.NaN, 3, 5])).toThrow(RangeError);
    expect(() => fittedHolt(first, 0)).toThrow(RangeError);
  });
});

describe("a forecast, or why there is none", () => {
  const { years } = pointsOf("holt.1");

  it("is Holt's, for the years after the last", () => {
    const fitted = forecast(years, first, { steps: 2 });
    expect(fitted).toEqual({ kind: "forecast", years: [2026, 2027], model: fittedHolt(first, 2) });
    const smoothing = { alpha: 0.5, beta: 0.3 };
    expect(forecast([...years].reverse(), [...first].reverse(), { smoothing })).toEqual({
      kind: "forecast",
      years: [2026],
      model: holt(first, smoothing),
    });
  });

  it("says that it is too early", () => {
    expect(forecast([2023, 2024, 2025], [60, 62, 64])).toEqual({ kind: "tooEarly", points: 3, needed: 6 });
    expect(forecast(years.slice(0, 5), first.slice(0, 5))).toMatchObject({ kind: "tooEarly", points: 5 });
    expect(forecast(years.slice(0, 5), first.slice(0, 5), { leastPoints: 5 }).kind).toBe("forecast");
    expect(forecast([], []).kind).toBe("tooEarly");
  });

  it("does not step over a gap, but over missing ends", () => {
    const holed = first.map((value, i) => (i === 3 || i === 4 ? null : value));
    expect(forecast(years, holed)).toEqual({ kind: "gap", missing: [2019, 2020] });
    const late = first.map((value, i) => (i === 0 || i === 9 ? null : value));
    expect(forecast(years, late)).toMatchObject({ kind: "forecast", years: [2025] });
  });

  it("refuses years that repeat or are not whole", () => {
    expect(() => forecast([2024, 2024], [1, 2])).toThrow(RangeError);
    expect(() => forecast([2024.5], [1])).toThrow(RangeError);
    for (const leastPoints of [4, 5.5])
      expect(() => forecast(years, first, { leastPoints })).toThrow(RangeError);
  });
});
