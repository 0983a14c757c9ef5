import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile, betaQuantiles, betaUpperTail } from "#lib/statistics/distributions/beta.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the beta distribution", () => {
  it.each([
    [0.5, 2, 3, 0.6875],
    [0.1, 3, 200, 0.9999998433772438],
    [0.9, 40, 7, 0.8281158170004267],
    [0.25, 0.5, 0.5, 0.33333333333333326],
    [0.01, 0.2, 30, 0.8154678949764629],
    [0.3, 300, 700, 0.5036711828607677],
    [0.301, 300000, 700000, 0.9854115416916287],
    [0.5002, 500000000, 500000000, 1],
    [0.999, 1000, 0.3, 0.08430737256263074],
    [0.2, 1, 1, 0.2],
    [1e-8, 0.001, 5, 0.9837946833201496],
  ])("has the distribution function pbeta(%f, %f, %f)", (a, b, c, value) => {
    expectClose(betaCdf(a, b, c), value, 1e-12);
  });
  it.each([
    [0.5, 2, 3, 0.31250000000000006],
    [0.1, 3, 200, 1.5662275621214774e-7],
    [0.99, 40, 7, 3.802808327736011e-7],
    [0.35, 300, 700, 0.0003841175948103107],
    [0.302, 300000, 700000, 6.528772762867379e-6],
    [0.001, 0.01, 2, 0.05742248873804703],
  ])("has the upper tail pbeta(%f, %f, %f, lower.tail = FALSE)", (a, b, c, value) => {
    expectClose(betaUpperTail(a, b, c), value, 1e-11);
  });
  it.each([
    [0.6875, 2, 3, 0.5],
    [0.025, 1, 160, 0.00015822378119882157],
    [0.975, 251, 2184, 0.11545943036459361],
    [0.001, 0.5, 0.5, 2.4673990709169446e-6],
    [0.975, 300000, 700000, 0.3008985464949646],
    [1e-12, 4, 6, 0.0002985637254629003],
    [0.9, 0.02, 3, 0.0011669214574986167],
    [0.5, 1000, 0.02, 0.9999999999999999],
    [0.3, 0.002, 4, 5.821183112435376e-263],
  ])("has the quantile qbeta(%f, %f, %f)", (a, b, c, value) => {
    expectClose(betaQuantile(a, b, c), value, 1e-12);
  });

  it("adds up to 1 and mirrors itself, over the borders between its methods", () => {
    const shape = fc.oneof(
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      fc.double({ min: 90, max: 110, noNaN: true }),
      fc.double({ min: 500, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(shape, shape, fc.double({ min: -6, max: 6, noNaN: true }), (a, b, z) => {
        const mean = a / (a + b);
        const x = Math.min(Math.max(mean + z * Math.sqrt((mean * (1 - mean)) / (a + b + 1)), 1e-6), 1 - 1e-6);
        const lower = betaCdf(x, a, b);
        const upper = betaUpperTail(x, a, b);
        expect(lower + upper).toBeCloseTo(1, 11);
        const mirror = betaUpperTail(1 - x, b, a);
        expect(Math.abs(mirror - lower)).toBeLessThanOrEqual(1e-9 * lower + 1e-12);
      }),
    );
  });

  it("has no step where the expansion takes over from the continued fraction", () => {
    // R: pbeta(0.31, c(99.9, 100.1), c(220, 220))
    expectClose(betaCdf(0.31, 99.9, 220), 0.470851064714928, 1e-12);
    expectClose(betaCdf(0.31, 100.1, 220), 0.4642281469405548, 1e-12);
  });

  it("is undone by its quantile", () => {
    const shape = fc.double({ min: 0.05, max: 2000, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (a, b, p) => {
        const [low, high] = [betaQuantile(p, a, b), betaQuantiles(1 - p, p, a, b)];
        if (low > 1e-300 && low < 0.9) expectClose(betaCdf(low, a, b), p, 1e-9);
        if (high[0] < 0.9 && high[0] > 0.1) expectClose(betaUpperTail(high[0], a, b), p, 1e-9);
        expect(high[0] + high[1]).toBeCloseTo(1, 15);
      }),
    );
  });

  it("keeps quantiles next to 1 by what is missing to 1", () => {
    // The upper tail of beta(1000, 1) at 1 - y is 1 - (1 - y)^1000; y = -expm1(log1p(-q) / 1000).
    const q = 1e-20;
    expectClose(betaQuantiles(1, q, 1000, 1)[1], -Math.expm1(Math.log1p(-q) / 1000), 1e-12);
    expect(betaQuantile(1e-300, 0.01, 2)).toBe(0);
  });

  it("meets its ends", () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect(betaQuantiles(0, 1, 2, 3)).toEqual([0, 1]);
    expect(betaQuantiles(1, 0, 2, 3)).toEqual([1, 0]);
    expect([betaCdf(-1, 2, 3), betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 0, 1, 1]);
    expect([betaUpperTail(-1, 2, 3), betaUpperTail(2, 2, 3)]).toEqual([1, 0]);
  });

  it("refuses arguments outside their range", () => {
    for (const [a, b] of [
      [0, 1],
      [1, 0],
      [-1, 1],
      [Number.NaN, 1],
      [1, Infinity],
    ] as const) {
      expect(() => betaCdf(0.5, a, b)).toThrow(RangeError);
      expect(() => betaUpperTail(0.5, a, b)).toThrow(RangeError);
      expect(() => betaQuantile(0.5, a, b)).toThrow(RangeError);
    }
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => betaQuantile(p, 1, 1)).toThrow(RangeError);
    expect(() => betaCdf(Number.NaN, 1, 1)).toThrow(RangeError);
    expect(() => betaUpperTail(Number.NaN, 1, 1)).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expectClose(betaCdf(0.5, 2, 3), 11 / 16, 1e-15);
    expectClose(betaUpperTail(0.5, 2, 3), 5 / 16, 1e-15);
    expectClose(betaQuantile(0.6875, 2, 3), 0.5, 1e-15);
  });
});
