import { describe, expect, it } from "vitest";
import { normalQuantile, normalUpperTail } from "#lib/statistics/distributions/normal.ts";
import { studentCdf, studentQuantile, studentUpperTail } from "#lib/statistics/distributions/student.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("Student's t distribution", () => {
  it.each([
    [1, 1, 0.24999999999999978],
    [2.5, 3, 0.04385332350403275],
    [-0.8, 7.5, 0.77584736526769],
    [0.01, 30, 0.49604374628658887],
    [12, 200, 1.2110680026232957e-25],
    [4, 1000000, 3.1673517005023936e-5],
    [50, 2, 0.00019988007994404028],
    [100000, 3, 1.1026577904466253e-15],
    [3, 0.4, 0.21287120019232078],
  ])("has the upper tail pt(%f, %f, lower.tail = FALSE)", (a, b, value) => {
    expectClose(studentUpperTail(a, b), value, 1e-12);
  });
  it.each([
    [0.975, 10, 2.228138851986274],
    [0.9, 1, 3.0776835371752544],
    [0.025, 3.7, -2.867520707191193],
    [0.51, 5, 0.026346712342273166],
    [0.975, 1000000, 1.9599663568141066],
    [0.975, 1.2, 8.648826510748867],
    [1e-10, 8, -39.12956297338265],
    [0.999, 2, 22.327124770119866],
  ])("has the quantile qt(%f, %f)", (a, b, value) => {
    expectClose(studentQuantile(a, b), value, 1e-12);
  });

  it("mirrors itself around 0", () => {
    for (const t of [0.2, 1.7, 40]) expect(studentCdf(-t, 6)).toBe(studentUpperTail(t, 6));
    expect(studentCdf(0, 3)).toBe(0.5);
    expect(studentQuantile(0.5, 3)).toBe(0);
    expect(studentQuantile(0.25, 3)).toBe(-studentQuantile(0.75, 3));
  });

  it("becomes normal with infinitely many degrees of freedom", () => {
    expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
    expect(studentUpperTail(1.3, Number.POSITIVE_INFINITY)).toBe(normalUpperTail(1.3));
    expectClose(studentUpperTail(1.3, 1e12), normalUpperTail(1.3), 1e-11);
  });

  it("keeps tails that are as far out as numbers go", () => {
    // With one degree of freedom the upper tail at t is 1/(pi t) for a large t.
    expectClose(studentUpperTail(1e100, 1), 1e-100 / Math.PI, 1e-13);
    expectClose(studentQuantile(1e-300, 1), -1e300 / Math.PI, 1e-12);
    expect([studentQuantile(0, 3), studentQuantile(1, 3)]).toEqual([-Infinity, Infinity]);
    expect([studentUpperTail(Infinity, 3), studentUpperTail(-Infinity, 3)]).toEqual([0, 1]);
  });

  it("refuses arguments outside their range", () => {
    for (const df of [0, -1, Number.NaN]) {
      expect(() => studentQuantile(0.5, df)).toThrow(RangeError);
      expect(() => studentUpperTail(1, df)).toThrow(RangeError);
    }
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => studentQuantile(p, 5)).toThrow(RangeError);
    expect(() => studentCdf(Number.NaN, 5)).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expect(studentCdf(1, 1)).toBeCloseTo(0.75, 15);
    expectClose(studentUpperTail(2.228138851986275, 10), 0.025, 1e-14);
    expectClose(studentQuantile(0.975, 10), 2.228138851986274, 1e-14);
  });
});
