import { describe, expect, it } from "vitest";
import { logChoose } from "#lib/statistics/distributions/log-choose.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the logarithm of the binomial coefficient", () => {
  it.each([
    [5, 2, Math.LN10],
    [100, 50, 66.78384165201741],
    [1000000000, 1, 20.72326583694641],
    [1000000000, 29, 529.7176698982779],
    [1000000000, 500000000, 693147169.9725208],
    [1000000000000000, 29, 930.3674764852416],
    [60, 30, 39.31170072601126],
    [60, 29, 39.27891090318827],
    [7, 7, 0],
  ])("is lchoose(%f, %f)", (a, b, value) => {
    expectClose(logChoose(a, b), value, 1e-12);
  });

  it("does not depend on whether those chosen or those left are counted", () => {
    for (const [n, k] of [
      [9, 2],
      [61, 30],
      [70, 5],
    ] as const)
      expect(logChoose(n, n - k)).toBe(logChoose(n, k));
  });

  it("is minus infinity where there is no way to choose", () => {
    expect([logChoose(4, 5), logChoose(4, -1)]).toEqual([-Infinity, -Infinity]);
    expect([logChoose(0, 0), logChoose(4, 0), logChoose(4, 4)]).toEqual([0, 0, 0]);
  });

  it("refuses what is not whole", () => {
    expect(() => logChoose(4.5, 2)).toThrow(RangeError);
    expect(() => logChoose(-4, 2)).toThrow(RangeError);
    expect(() => logChoose(4, 1.5)).toThrow(RangeError);
  });

  it("does not overflow where the coefficient does", () => {
    // log C(1e15, 28) from R: lchoose(1e15, 28)
    expectClose(logChoose(1e15, 28), 899.1959959203172, 1e-12);
  });

  it("repeats the example of its docstring", () => {
    expectClose(logChoose(5, 2), Math.log(10), 1e-15);
  });
});
