import { describe, expect, it } from "vitest";
import { logBeta, logGamma, logGammaOnePlus, stirlingError } from "#lib/statistics/distributions/gamma.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the logarithm of the gamma function", () => {
  it.each([
    [0.001, 6.907178885383853],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524518],
    [1.7, -0.09580769740706588],
    [3.3, 0.9870985778947344],
    [5, 3.1780538303479458],
    [9.99, 12.779315214350193],
    [10, 12.801827480081469],
    [100.5, 361.43554046777757],
    [2434, 16541.627286948173],
    [10000000000, 220258509288.81058],
  ])("is lgamma(%f)", (a, value) => {
    expectClose(logGamma(a), value, 1e-14);
  });

  // 40-digit values (mpmath); R loses digits next to the zeros.
  it.each([
    [0.999, 0.0005780385328913802],
    [1.0001, -5.771334222047127e-5],
    [2.0001, 4.2281658112919945e-5],
    [1.0000001, -5.772155829918507e-8],
  ])("keeps its digits next to its zeros, at %f", (x, value) => expectClose(logGamma(x), value, 2e-15));

  it("keeps the digits of 1e-10 in log Γ(1 + 1e-10)", () => {
    // -0.5772156649015329 d + 0.8224670334241132 d²
    expectClose(logGammaOnePlus(1e-10), -5.772156649015329e-11 + 8.224670334241132e-21, 1e-15);
  });

  it("is 0 at 1 and 2 and grows without bound", () => {
    expect([logGamma(1), logGamma(2), logGamma(Infinity)]).toEqual([0, 0, Infinity]);
  });

  it("follows Γ(x + 1) = x Γ(x) across the borders of its pieces", () => {
    for (const x of [0.4999, 0.5, 1.4999, 1.5, 2.4999, 2.5, 8.9999, 9, 9.5])
      expect(logGamma(x + 1)).toBeCloseTo(logGamma(x) + Math.log(x), 13);
  });

  it("refuses what is not above 0", () => {
    for (const x of [0, -1.5, Number.NaN]) expect(() => logGamma(x)).toThrow(RangeError);
  });

  it.each([
    [1, 0.08106146679532733],
    [0.3, 0.23606490074821562],
    [3, 0.02767792568499816],
  ])("leaves beside Stirling: lgamma(%f) minus the formula", (a, value) => {
    expectClose(stirlingError(a), value, 1e-11);
  });
});

describe("the logarithm of the beta function", () => {
  it.each([
    [2, 3, -2.4849066497880004],
    [0.5, 0.5, 1.1447298858494004],
    [12, 30, -25.274864968419806],
    [3, 200, -15.216742791448372],
    [251, 2184, -809.7180986970948],
    [0.01, 1000000, 4.461324777412379],
    [9, 11, -13.630868711378724],
  ])("is lbeta(%f, %f) either way round", (a, b, value) => {
    expectClose(logBeta(a, b), value, 1e-13);
    expectClose(logBeta(b, a), value, 1e-13);
  });

  it("refuses parameters that are not above 0", () => {
    for (const [a, b] of [
      [0, 1],
      [1, 0],
      [Number.NaN, 1],
      [1, Infinity],
    ] as const)
      expect(() => logBeta(a, b)).toThrow(RangeError);
  });

  it("repeats the examples of the docstrings", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 14);
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 14);
    expect(stirlingError(1)).toBeCloseTo(1 - 0.5 * Math.log(2 * Math.PI), 14);
  });
});
