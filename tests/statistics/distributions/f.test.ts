import { describe, expect, it } from "vitest";
import { chiSquaredQuantile, chiSquaredUpperTail } from "#lib/statistics/distributions/chi-squared.ts";
import { fCdf, fQuantile, fUpperTail } from "#lib/statistics/distributions/f.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the F distribution", () => {
  it.each([
    [4.96, 1, 10, 0.050087650566468134],
    [1, 7, 7, 0.5000000000000001],
    [3.5, 3, 1000, 0.015100653316618055],
    [20, 5.5, 12.2, 1.4087072509791729e-5],
    [0.2, 40, 2, 0.9884707849539316],
    [1.05, 24999, 349986, 5.4864341393894944e-8],
    [100, 2, 60, 7.85845322276262e-20],
  ])("has the upper tail pf(%f, %f, %f, lower.tail = FALSE)", (a, b, c, value) => {
    expectClose(fUpperTail(a, b, c), value, 1e-12);
  });
  it.each([
    [0.1, 4, 9, 0.020270645859576972],
    [0.001, 10, 10, 1.2495493272492494e-13],
    [2, 1, 3, 0.7477845036444958],
  ])("has the distribution function pf(%f, %f, %f)", (a, b, c, value) => {
    expectClose(fCdf(a, b, c), value, 1e-12);
  });
  it.each([
    [0.975, 999, 18981, 1.0921734892879305],
    [0.025, 999, 18981, 0.9122286317548565],
    [0.95, 1, 10, 4.96460274373071],
    [0.5, 3.5, 8, 0.8910079528890152],
    [0.99, 2, 2, 98.99999999999991],
  ])("has the quantile qf(%f, %f, %f)", (a, b, c, value) => {
    expectClose(fQuantile(a, b, c), value, 1e-12);
  });

  it("becomes chi-squared with infinitely many degrees of freedom", () => {
    // R: qf(0.95, 3, Inf)
    expectClose(fQuantile(0.95, 3, Infinity), 2.6049093010837265, 1e-13);
    expectClose(fUpperTail(2.5, 3, Infinity), chiSquaredUpperTail(7.5, 3), 1e-15);
    expectClose(fCdf(0.4, Infinity, 6), chiSquaredUpperTail(15, 6), 1e-15);
    expectClose(fQuantile(0.3, Infinity, 6), 6 / chiSquaredQuantile(0.7, 6), 1e-14);
    expect([
      fCdf(0.9, Infinity, Infinity),
      fCdf(1, Infinity, Infinity),
      fQuantile(0.2, Infinity, Infinity),
    ]).toEqual([0, 1, 1]);
  });

  it("turns round with its degrees of freedom", () => {
    for (const x of [1e-5, 0.3, 1, 7]) expectClose(fUpperTail(x, 4, 9), fCdf(1 / x, 9, 4), 1e-13);
    // The lower tail of F(2, m) is 1 - (1 + 2x/m)^(-m/2); at 1e-300 it is x itself.
    expectClose(fQuantile(1e-300, 2, 40), 1e-300, 1e-12);
  });

  it("meets its ends", () => {
    expect([fUpperTail(0, 2, 3), fUpperTail(-1, 2, 3), fUpperTail(Infinity, 2, 3)]).toEqual([1, 1, 0]);
    expect([fCdf(0, 2, 3), fCdf(Infinity, 2, 3)]).toEqual([0, 1]);
    expect([fQuantile(0, 2, 3), fQuantile(1, 2, 3)]).toEqual([0, Infinity]);
  });

  it("refuses arguments outside their range", () => {
    for (const [d1, d2] of [
      [0, 1],
      [1, 0],
      [Number.NaN, 1],
      [1, -2],
    ] as const) {
      expect(() => fUpperTail(1, d1, d2)).toThrow(RangeError);
      expect(() => fQuantile(0.5, d1, d2)).toThrow(RangeError);
    }
    expect(() => fCdf(Number.NaN, 1, 1)).toThrow(RangeError);
    expect(() => fQuantile(-0.5, 1, 1)).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expectClose(fUpperTail(4.964602743730711, 1, 10), 0.05, 1e-14);
    expectClose(fCdf(1, 7, 7), 0.5, 1e-15);
    expectClose(fQuantile(0.95, 1, 10), 4.964602743730711, 1e-14);
  });
});
