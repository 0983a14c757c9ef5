import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialCdf,
  binomialProbability,
  binomialQuantile,
  binomialUpperTail,
} from "#lib/statistics/distributions/binomial.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the binomial distribution", () => {
  it.each([
    [2, 4, 0.5, 0.375],
    [0, 30, 0.1, 0.04239115827521624],
    [30, 30, 0.9, 0.04239115827521624],
    [251, 2434, 0.1, 0.023325262819914747],
    [900, 1000, 0.3, 0],
    [5, 1000000000, 1e-9, 0.0030656619929008803],
    [1, 3, 0.999999, 2.9999970001725342e-12],
  ])("has the probability dbinom(%f, %f, %f)", (a, b, c, value) => {
    expectClose(binomialProbability(a, b, c), value, 1e-12);
  });
  it.each([
    [2, 4, 0.5, 0.6875],
    [0, 30, 0.1, 0.04239115827521618],
    [251, 2434, 0.1, 0.710061098811533],
    [2400, 2434, 0.999, 3.565845154247162e-27],
    [99000, 1000000, 0.1, 0.0004246967381175164],
    [5, 10, 0.001, 0.9999999999999998],
  ])("has the distribution function pbinom(%f, %f, %f)", (a, b, c, value) => {
    expectClose(binomialCdf(a, b, c), value, 1e-12);
  });
  it.each([
    [3, 4, 0.5, 0.31250000000000006],
    [30, 30, 0.1, 1.0000000000000048e-30],
    [400, 2434, 0.1, 8.327036109371181e-23],
    [3, 1000000000, 1e-9, 0.08030139697942429],
    [101000, 1000000, 0.1, 0.0004386199762950377],
    [28, 28, 0.999, 0.9723747443770956],
  ])("counts k itself in the upper tail: pbinom(%f - 1, %f, %f, lower.tail = FALSE)", (a, b, c, value) => {
    expectClose(binomialUpperTail(a, b, c), value, 1e-12);
  });
  it.each([
    [0.975, 28, 0.25, 12],
    [0.025, 28, 0.25, 3],
    [0.001, 2434, 0.1, 199],
    [0.999, 2434, 0.1, 290],
    [0.5, 1, 0.5, 0],
    [0.975, 1000000000, 0.3, 300028403],
    [0.3, 10, 0.999, 10],
    [1e-5, 50, 0.02, 0],
    [0.9999, 50, 0.98, 50],
  ])("has the quantile qbinom(%f, %f, %f)", (a, b, c, value) => {
    expectClose(binomialQuantile(a, b, c), value, 0);
  });

  // 40-digit sums of the probabilities (mpmath); R 4.2.2 itself is off by 1e-12 here.
  it.each([
    [299942034, 1e9, 0.3, 3.1662071323930915e-5],
    [499968377, 1e9, 0.5, 0.022751076446308065],
    [999000, 1e7, 0.1, 0.14603739473279614],
    [769973384, 1e9, 0.77, 0.022752382758530247],
  ])("keeps its digits for a thousand million pupils: P(X <= %f), n = %f, p = %f", (k, n, p, value) => {
    expectClose(binomialCdf(k, n, p), value, 1e-13);
  });

  it("is the sum of its probabilities", () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(cases, ([n, p]) => {
        let sum = 0;
        for (let k = 0; k <= n; k++) {
          expect(binomialUpperTail(k, n, p)).toBeCloseTo(1 - sum, 12);
          sum += binomialProbability(k, n, p);
          expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 12);
        }
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it("has the least quantile that is reached, and undoes its distribution function", () => {
    const cases = fc
      .integer({ min: 1, max: 3000 })
      .chain((n) =>
        fc.tuple(fc.constant(n), fc.nat({ max: n }), fc.double({ min: 0.001, max: 0.999, noNaN: true })),
      );
    fc.assert(
      fc.property(cases, ([n, k, p]) => {
        const below = binomialCdf(k, n, p);
        fc.pre(binomialProbability(k, n, p) > 1e-10 && below < 1 - 1e-10);
        expect(binomialQuantile(below, n, p)).toBe(k);
        expect(binomialQuantile(below + 0.5 * binomialProbability(k + 1, n, p), n, p)).toBe(k + 1);
      }),
    );
  });

  it("is certain when p is 0 or 1 or nobody is asked", () => {
    expect([0, 1, 5].map((k) => binomialProbability(k, 5, 0))).toEqual([1, 0, 0]);
    expect([0, 4, 5].map((k) => binomialProbability(k, 5, 1))).toEqual([0, 0, 1]);
    expect([
      binomialCdf(0, 5, 0),
      binomialCdf(4, 5, 1),
      binomialUpperTail(5, 5, 1),
      binomialUpperTail(1, 5, 0),
    ]).toEqual([1, 0, 1, 0]);
    expect([binomialProbability(0, 0, 0.3), binomialCdf(0, 0, 0.3), binomialUpperTail(0, 0, 0.3)]).toEqual([
      1, 1, 1,
    ]);
    expect([binomialQuantile(0.9, 0, 0.3), binomialQuantile(0.9, 7, 0), binomialQuantile(0.1, 7, 1)]).toEqual(
      [0, 0, 7],
    );
    expect([binomialQuantile(0, 7, 0.5), binomialQuantile(1, 7, 0.5)]).toEqual([0, 7]);
  });

  it("answers outside of 0…n and between whole numbers", () => {
    expect([binomialProbability(-1, 4, 0.5), binomialProbability(5, 4, 0.5)]).toEqual([0, 0]);
    expect([binomialCdf(-1, 4, 0.5), binomialCdf(4, 4, 0.5), binomialCdf(9, 4, 0.5)]).toEqual([0, 1, 1]);
    expect([
      binomialUpperTail(-1, 4, 0.5),
      binomialUpperTail(0, 4, 0.5),
      binomialUpperTail(5, 4, 0.5),
    ]).toEqual([1, 1, 0]);
    expect(binomialCdf(2.7, 4, 0.5)).toBe(binomialCdf(2, 4, 0.5));
    expect(binomialUpperTail(2.3, 4, 0.5)).toBe(binomialUpperTail(3, 4, 0.5));
  });

  it("refuses what is no count and no probability", () => {
    for (const f of [binomialProbability, binomialCdf, binomialUpperTail]) {
      expect(() => f(1, 2.5, 0.5)).toThrow(RangeError);
      expect(() => f(1, -1, 0.5)).toThrow(RangeError);
      expect(() => f(1, 4, 1.5)).toThrow(RangeError);
      expect(() => f(Number.NaN, 4, 0.5)).toThrow(RangeError);
    }
    expect(() => binomialProbability(1.5, 4, 0.5)).toThrow(RangeError);
    expect(() => binomialQuantile(1.5, 4, 0.5)).toThrow(RangeError);
    expect(() => binomialQuantile(0.5, -4, 0.5)).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expectClose(binomialProbability(2, 4, 0.5), 0.375, 1e-14);
    expectClose(binomialCdf(2, 4, 0.5), 0.6875, 1e-14);
    expectClose(binomialUpperTail(3, 4, 0.5), 0.3125, 1e-14);
    expect(binomialQuantile(0.975, 28, 0.25)).toBe(12);
  });
});
