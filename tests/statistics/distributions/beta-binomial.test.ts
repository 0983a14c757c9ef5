import { describe, expect, it } from "vitest";
import { betaBinomialLogProbability } from "#lib/statistics/distributions/beta-binomial.ts";
import { binomialProbability } from "#lib/statistics/distributions/binomial.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("the beta-binomial distribution", () => {
  it.each([
    [1, 2, 1, 1, -1.0986122886681096],
    [3, 25, 0.8, 6, -2.290082933949696],
    [0, 12, 2, 9, -1.6357552207514736],
    [12, 12, 2, 9, -10.814604925636283],
    [40, 160, 3.5, 11, -3.902712563892808],
  ])(
    "has lchoose(n, k) + lbeta(k + a, n - k + b) - lbeta(a, b) for %f of %f, a = %f, b = %f",
    (a, b, c, d, value) => {
      expectClose(betaBinomialLogProbability(a, b, c, d), value, 1e-12);
    },
  );

  it("adds up to 1", () => {
    for (const [n, a, b] of [
      [7, 0.2, 3],
      [40, 12, 1],
      [1, 5, 5],
    ] as const) {
      let sum = 0;
      for (let k = 0; k <= n; k++) sum += Math.exp(betaBinomialLogProbability(k, n, a, b));
      expect(sum).toBeCloseTo(1, 13);
    }
  });

  it("becomes binomial without losing digits when the schools are alike", () => {
    // At a + b = 1e13 the two differ by less than n² / (a + b).
    const logBinomial = Math.log(binomialProbability(17, 120, 0.2));
    expect(betaBinomialLogProbability(17, 120, 2e12, 8e12)).toBeCloseTo(logBinomial, 9);
  });

  it("is certain for nobody, and impossible outside of 0…n", () => {
    expect(betaBinomialLogProbability(0, 0, 2, 3)).toBeCloseTo(0, 14);
    expect(betaBinomialLogProbability(-1, 5, 2, 3)).toBe(-Infinity);
    expect(betaBinomialLogProbability(6, 5, 2, 3)).toBe(-Infinity);
  });

  it("refuses arguments outside their range", () => {
    expect(() => betaBinomialLogProbability(1, 5, 0, 3)).toThrow(RangeError);
    expect(() => betaBinomialLogProbability(1, 5, 2, -3)).toThrow(RangeError);
    expect(() => betaBinomialLogProbability(1, -5, 2, 3)).toThrow(RangeError);
    expect(() => betaBinomialLogProbability(1.5, 5, 2, 3)).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    expectClose(betaBinomialLogProbability(1, 2, 1, 1), Math.log(1 / 3), 1e-14);
  });
});
