import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exceedanceProbability, JEFFREYS } from "#lib/statistics/comparison/exceedance-probability.ts";

const unit = { successes: 12, trials: 40 };

describe("the probability that a share exceeds a limit", () => {
  // R: pbeta(.3, x + a, n - x + b, lower.tail = FALSE); qbeta(c(.025, .975), 12.5, 28.5)
  it("agrees with R under Jeffreys' and under a fitted prior", () => {
    const found = exceedanceProbability(unit, 0.3)!;
    expect(found.probability).toBeCloseTo(0.50929721319953547, 11);
    expect(found.rate).toBeCloseTo(12.5 / 41, 15);
    expect(found.low).toBeCloseTo(0.17561980574181782, 11);
    expect(found.high).toBeCloseTo(0.45215830798924062, 11);
    expect(exceedanceProbability({ successes: 0, trials: 7 }, 0.3)!.probability).toBeCloseTo(
      0.022846613157684506,
      11,
    );
    const fitted = { alpha: 2.06, beta: 19.68 };
    expect(exceedanceProbability({ successes: 2, trials: 9 }, 0.3, fitted)!.probability).toBeCloseTo(
      0.010781165996935948,
      11,
    );
    expect(JEFFREYS).toEqual({ alpha: 0.5, beta: 0.5 });
  });

  it("repeats the example by hand", () => {
    // Beta(2, 1) has the distribution function x²
    expect(
      exceedanceProbability({ successes: 1, trials: 1 }, 0.5, { alpha: 1, beta: 1 })!.probability,
    ).toBeCloseTo(0.75, 14);
  });

  it("is 1 above a limit of 0, 0 above a limit of 1, and falls between", () => {
    expect(exceedanceProbability(unit, 0)!.probability).toBe(1);
    expect(exceedanceProbability(unit, 1)!.probability).toBe(0);
    const limits = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(limits, fc.nat({ max: 40 }), ([a, b], successes) => {
        const at = (limit: number) => exceedanceProbability({ successes, trials: 40 }, limit)!.probability;
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)) - 1e-12);
      }),
    );
  });

  it("is not defined without pupils and refuses a limit of 30", () => {
    expect(exceedanceProbability({ successes: 0, trials: 0 }, 0.3)).toBeNull();
    expect(() => exceedanceProbability(unit, 30)).toThrow("A share lies between 0 and 1, got 30");
    expect(() => exceedanceProbability(unit, 0.3, { alpha: 0, beta: 1 })).toThrow(RangeError);
    expect(exceedanceProbability(unit, 0.3, JEFFREYS, 0.5)!.low).toBeGreaterThan(0.2);
  });
});
