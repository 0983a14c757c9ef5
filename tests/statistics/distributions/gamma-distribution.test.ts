import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gammaCdf,
  gammaQuantile,
  gammaQuantileOf,
  gammaUpperTail,
} from "#lib/statistics/distributions/gamma-distribution.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the gamma distribution", () => {
  it.each([
    [1, 1, 0.6321205588285577],
    [0.5, 2.5, 0.03743422675270363],
    [99000, 100000, 0.0007574199211747671],
    [100, 100, 0.5132987982791488],
    [0.001, 0.3, 0.14024245892486736],
    [30, 80, 3.056941054967777e-14],
  ])("has the distribution function pgamma(%f, %f)", (a, b, value) => {
    expectClose(gammaCdf(a, b), value, 1e-12);
  });
  it.each([
    [1, 1, 0.36787944117144233],
    [0.5, 2.5, 0.9625657732472964],
    [101000, 100000, 0.0008084215129255911],
    [100, 100, 0.48670120172085113],
    [60, 3, 1.6295866529378224e-23],
    [0.001, 0.01, 0.06142934747387102],
    [1005000, 1000000, 2.9874901401146387e-7],
    [500000, 100000, 0],
  ])("has the upper tail pgamma(%f, %f, lower.tail = FALSE)", (a, b, value) => {
    expectClose(gammaUpperTail(a, b), value, 1e-11);
  });
  it.each([
    [0.5, 1, Math.LN2],
    [0.975, 3.3, 7.696478890071216],
    [0.025, 100000, 99381.15266374472],
    [1e-10, 0.5, 7.853981633974467e-21],
    [0.999, 20, 36.70097875949552],
  ])("has the quantile qgamma(%f, %f)", (a, b, value) => {
    expectClose(gammaQuantile(a, b), value, 1e-12);
  });

  it("is the Poisson distribution for whole shapes", () => {
    // Upper tail of shape 3 at x: e^-x (1 + x + x²/2)
    for (const x of [0.1, 2, 5, 40])
      expectClose(gammaUpperTail(x, 3), Math.exp(-x) * (1 + x + (x * x) / 2), 1e-13);
  });

  it("has no step where the expansion for large shapes begins", () => {
    for (const z of [-6, -1, 0, 0.5, 5]) {
      const at = (shape: number) => gammaUpperTail(shape + z * Math.sqrt(shape), shape);
      // Between 99,999.99 and 100,000 the tail moves by less than 1e-8 of itself, at every z here.
      expectClose(at(99_999.99), at(100_000), 1e-8);
    }
  });

  it("adds up to 1", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        (a, x) => {
          expect(gammaCdf(x, a) + gammaUpperTail(x, a)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it("is undone by its quantile from either side", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 3e5, noNaN: true }),
        fc.double({ min: 1e-12, max: 0.5, noNaN: true }),
        (shape, p) => {
          expectClose(gammaCdf(gammaQuantile(p, shape), shape), p, 1e-9);
          expectClose(gammaUpperTail(gammaQuantileOf(1 - p, p, shape), shape), p, 1e-9);
        },
      ),
    );
  });

  it("meets its ends", () => {
    expect([gammaCdf(0, 2), gammaCdf(-1, 2), gammaCdf(Infinity, 2)]).toEqual([0, 0, 1]);
    expect([gammaUpperTail(0, 2), gammaUpperTail(Infinity, 2)]).toEqual([1, 0]);
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Infinity]);
    expect(gammaQuantile(1e-300, 0.01)).toBe(0);
  });

  it("refuses arguments outside their range", () => {
    for (const shape of [0, -1, Number.NaN, Infinity]) {
      expect(() => gammaCdf(1, shape)).toThrow(RangeError);
      expect(() => gammaUpperTail(1, shape)).toThrow(RangeError);
      expect(() => gammaQuantile(0.5, shape)).toThrow(RangeError);
    }
    expect(() => gammaCdf(Number.NaN, 1)).toThrow(RangeError);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => gammaQuantile(p, 1)).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expectClose(gammaCdf(1, 1), 1 - Math.exp(-1), 1e-15);
    expectClose(gammaUpperTail(1, 1), Math.exp(-1), 1e-15);
    expectClose(gammaQuantile(0.5, 1), Math.LN2, 1e-15);
  });
});
