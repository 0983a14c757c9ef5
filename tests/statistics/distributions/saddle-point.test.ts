import { describe, expect, it } from "vitest";
import {
  excess,
  halfDeviance,
  logBinomialTerm,
  logPoissonTerm,
} from "#lib/statistics/distributions/saddle-point.ts";
import { expectClose } from "#tests/support/close.ts";

describe("the parts of binomial and Poisson probabilities", () => {
  it("keep the digits of a·y − b·x that rounding takes from the products", () => {
    // 0.1 as a double is 0.1000000000000000055511151231257827; 3e8·0.9 − 2.7e9·0.1 with y = 1 − x exactly is −3e9·(0.1 − 1/10).
    const x = 0.1;
    const y = 1 - x;
    expectClose(excess(3e8, 2.7e9, x, y, 1 - y - x), -3e9 * 5.551115123125783e-18, 1e-6);
    expect(excess(3, 1, 0.25, 0.75)).toBe(2);
  });

  it("have half the deviance x log(x/m) + m − x, near and far from m", () => {
    expectClose(halfDeviance(3, 1, 2), 3 * Math.log(3) - 2, 1e-15);
    // (x − m)² / (2m) − (x − m)³ / (6m²) + … for x = 1e6 + 1, m = 1e6
    expectClose(halfDeviance(1_000_001, 1e6, 1), 0.5e-6 - 1 / 6e12 + 1 / 12e18, 1e-12);
    expect(halfDeviance(0, 2.5, -2.5)).toBe(2.5);
    expect(halfDeviance(7, 7, 0)).toBe(0);
    // Both sides of the border of the series, at |x − m| = 0.1 (x + m)
    for (const x of [1.222, 1.2223]) expectClose(halfDeviance(x, 1, x - 1), x * Math.log(x) + 1 - x, 1e-13);
  });

  it("make the terms of which Γ(a+b+1)/(Γ(a+1)Γ(b+1))·xᵃyᵇ is the logarithm", () => {
    // C(10, 3) 0.3³ 0.7⁷ = 0.266827932
    expectClose(Math.exp(logBinomialTerm(3, 7, 0.3, 0.7, excess(3, 7, 0.3, 0.7))), 0.266827932, 1e-14);
    expectClose(logBinomialTerm(0, 4, 1e-12, 1 - 1e-12, -4e-12), -4e-12, 1e-11);
    expectClose(logBinomialTerm(4, 0, 1 - 1e-12, 1e-12, 4e-12), 4 * Math.log1p(-1e-12), 1e-11);
    expectClose(logBinomialTerm(0, 2, 0.75, 0.25, -1.5), 2 * Math.log(0.25), 1e-15);
    expectClose(logBinomialTerm(2, 0, 0.25, 0.75, 1.5), 2 * Math.log(0.25), 1e-15);
    // e^-2 2³ / 3!
    expectClose(Math.exp(logPoissonTerm(3, 2)), Math.exp(-2) * (8 / 6), 1e-14);
  });
});
