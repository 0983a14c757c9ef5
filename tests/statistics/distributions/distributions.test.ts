import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "#lib/statistics/distributions/beta.ts";
import { logBeta, logGamma } from "#lib/statistics/distributions/gamma.ts";
import { normalQuantile } from "#lib/statistics/distributions/normal.ts";
import { studentQuantile } from "#lib/statistics/distributions/student.ts";

/** Relative distance; the expected numbers are printed by R 4.2.2 with options(digits = 17). */
const close = (got: number, value: number, relative: number) =>
  expect(Math.abs(got - value), `got ${got}, R ${value}`).toBeLessThanOrEqual(relative * Math.abs(value));

describe("distribution functions agree with R", () => {
  it.each([
    [0.975, 1.9599639845400536],
    [0.6, 0.2533471031357998],
    [0.0001, -3.71901648545568],
    [1e-30, -11.464024688443617],
    [0.9, 1.2815515655446008],
  ])("qnorm(%f)", (p, value) => close(normalQuantile(p), value, 1e-15));

  it.each([
    [0.5, 0.5723649429247001],
    [5, 3.1780538303479458],
    [9.99, 12.779315214350193],
    [100.5, 361.43554046777757],
    [2434, 16541.627286948173],
  ])("lgamma(%f)", (x, value) => close(logGamma(x), value, 4e-15));

  it.each([
    [2, 3, -2.4849066497880004],
    [0.5, 0.5, 1.1447298858494004],
    [12, 30, -25.274864968419806],
    [3, 200, -15.216742791448372],
    [251, 2184, -809.7180986970948],
  ])("lbeta(%f, %f)", (a, b, value) => {
    close(logBeta(a, b), value, 1e-14);
    close(logBeta(b, a), value, 1e-14);
  });

  it.each([
    [0.5, 2, 3, 0.6875],
    [0.1, 3, 200, 0.9999998433772438],
    [0.9, 40, 7, 0.8281158170004267],
    [0.25, 0.5, 0.5, 1 / 3],
  ])("pbeta(%f, %f, %f)", (x, a, b, value) => close(betaCdf(x, a, b), value, 1e-14));

  it.each([
    [0.6875, 2, 3, 0.5],
    [0.025, 1, 160, 0.00015822378119882157],
    [0.975, 251, 2184, 0.11545943036459361],
    [0.001, 0.5, 0.5, 0.0000024673990709169446],
  ])("qbeta(%f, %f, %f)", (p, a, b, value) => close(betaQuantile(p, a, b), value, 1e-12));

  it.each([
    [0.975, 10, 2.228138851986274],
    [0.9, 1, 3.0776835371752544],
    [0.025, 3.7, -2.867520707191193],
    [0.51, 5, 0.026346712342273166],
    [0.975, 1e6, 1.9599663568141066],
    [0.975, 1.2, 8.648826510748867],
  ])("qt(%f, %f)", (p, df, value) => close(studentQuantile(p, df), value, 1e-12));
});

describe("distribution functions at their edges", () => {
  it("give the ends of their range for the probabilities 0 and 1", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([betaCdf(-1, 2, 3), betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 0, 1, 1]);
    expect([studentQuantile(0, 3), studentQuantile(1, 3)]).toEqual([-Infinity, Infinity]);
    expect([normalQuantile(0.5), studentQuantile(0.5, 3)]).toEqual([0, 0]);
  });

  it("become normal with infinitely many degrees of freedom", () => {
    expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  });

  it("refuse arguments outside their range instead of answering NaN", () => {
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => normalQuantile(p)).toThrow(RangeError);
      expect(() => betaQuantile(p, 1, 1)).toThrow(RangeError);
      expect(() => studentQuantile(p, 5)).toThrow(RangeError);
    }
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => betaCdf(0.5, 0, 1)).toThrow(RangeError);
    expect(() => studentQuantile(0.5, 0)).toThrow(RangeError);
  });

  it("undo each other", () => {
    for (const [a, b] of [
      [0.7, 4],
      [30, 2],
      [500, 800],
      [1, 1],
    ] as const) {
      for (const p of [1e-6, 0.025, 0.3, 0.5, 0.9, 0.999])
        expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 13);
    }
  });
});
