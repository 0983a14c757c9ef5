import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bestMean,
  betaBinomialCounts,
  betaBinomialPoint,
} from "#lib/statistics/comparison/beta-binomial-likelihood.ts";
import { betaBinomialLogProbability } from "#lib/statistics/distributions/beta-binomial.ts";
import { binomialProbability } from "#lib/statistics/distributions/binomial.ts";
import { anyUnits, counts } from "./counts.ts";

const units = counts([3, 0, 5], [4, 2, 9]);
const data = betaBinomialCounts(units);

describe("the beta–binomial likelihood", () => {
  it("is made of counts of units with more than j hits, misses and pupils", () => {
    expect([...data.hits]).toEqual([2, 2, 2, 1, 1]);
    expect([...data.misses]).toEqual([3, 2, 1, 1]);
    expect([...data.totals]).toEqual([3, 3, 2, 2, 1, 1, 1, 1, 1]);
  });

  it("is the sum of log-probabilities, and the binomial's at θ = 0", () => {
    const places = fc.record({
      mean: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      theta: fc.double({ min: 1e-3, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(anyUnits(1), places, (some, { mean, theta }) => {
        const all = betaBinomialCounts(some);
        const sum = some.reduce(
          (total, { successes, trials }) =>
            total + betaBinomialLogProbability(successes, trials, mean / theta, (1 - mean) / theta),
          0,
        );
        expect(betaBinomialPoint(all, mean, theta).logLik).toBeCloseTo(sum, 8);
      }),
    );
    const binomial = units.reduce(
      (sum, { successes, trials }) => sum + Math.log(binomialProbability(successes, trials, 0.4)),
      0,
    );
    expect(betaBinomialPoint(data, 0.4, 0).logLik).toBeCloseTo(binomial, 12);
  });

  it.each([
    [0.4, 0.3],
    [0.7, 2],
    [0.2, 1e-4],
  ])("has the slopes and curvatures of its own values at mean %d, θ %d", (mean, theta) => {
    const at = (m: number, t: number) => betaBinomialPoint(data, m, t);
    const h = 1e-6 * theta;
    const { gradient, hessian } = at(mean, theta);
    const byMean = (pick: (m: number) => number) => (pick(mean + 1e-6) - pick(mean - 1e-6)) / 2e-6;
    const byTheta = (pick: (t: number) => number) => (pick(theta + h) - pick(theta - h)) / (2 * h);
    const near = (got: number, value: number) => expect(got / value).toBeCloseTo(1, 4);
    near(
      gradient[0],
      byMean((m) => at(m, theta).logLik),
    );
    near(
      gradient[1],
      byTheta((t) => at(mean, t).logLik),
    );
    near(
      hessian[0],
      byMean((m) => at(m, theta).gradient[0]),
    );
    near(
      hessian[1],
      byMean((m) => at(m, theta).gradient[1]),
    );
    near(
      hessian[1],
      byTheta((t) => at(mean, t).gradient[0]),
    );
    near(
      hessian[2],
      byTheta((t) => at(mean, t).gradient[1]),
    );
  });

  it("has its best mean at the pooled share for θ = 0, and where the slope is 0 for any θ", () => {
    expect(bestMean(data, 0, 0.9)).toBeCloseTo(8 / 15, 15);
    for (const theta of [1e-3, 0.5, 10, 1e6]) {
      const mean = bestMean(data, theta, 0.001);
      expect(betaBinomialPoint(data, mean - 1e-9, theta).gradient[0]).toBeGreaterThan(0);
      expect(betaBinomialPoint(data, mean + 1e-9, theta).gradient[0]).toBeLessThan(0);
    }
  });
});
