import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaBinomialMaximumLikelihood } from "#lib/statistics/comparison/beta-binomial-maximum-likelihood.ts";
import { betaBinomialLogProbability } from "#lib/statistics/distributions/beta-binomial.ts";
import { digamma } from "#lib/statistics/distributions/digamma.ts";
import type { DistrictWork } from "#tests/support/district.ts";
import { expectEntry, expectedAll } from "#tests/support/expected.ts";
import { anyUnits, counts, mark2Counts } from "./counts.ts";

const LITTERS = counts(
  [12, 11, 10, 9, 10, 9, 9, 8, 8, 4, 7, 4, 5, 3, 3, 0],
  [12, 11, 10, 9, 11, 10, 10, 9, 9, 5, 9, 7, 10, 6, 10, 7],
);

describe("the beta–binomial distribution by maximum likelihood", () => {
  it("agrees with R for mark 2 in the district", () => {
    const entries = expectedAll("betabin.ml.").filter(({ id }) => !id.includes("shrunken"));
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      const { mean, rho, alpha, beta, logLik } = betaBinomialMaximumLikelihood(
        mark2Counts(entry.parameters.work as DistrictWork).units,
      )!;
      expectEntry({ mean, rho, alpha, beta, logLik }, entry);
    }
  });

  // R: betabin(x, n) of the reference; rho's interval: uniroot of the profile from optimize() less qchisq(.95, 1)/2;
  // the mean's: optimHess in (logit mean, log theta)
  it("agrees with R for litters of different size, with its intervals", () => {
    const fit = betaBinomialMaximumLikelihood(LITTERS)!;
    expect(fit).toMatchObject({ method: "maximumLikelihood", k: 16, dispersion: "over" });
    expect(fit.alpha).toBeCloseTo(1.5911948259248931, 10);
    expect(fit.beta).toBeCloseTo(0.55904882430726921, 10);
    expect(fit.mean).toBeCloseTo(0.74000675493360546, 11);
    expect(fit.rho).toBeCloseTo(0.31743576403250695, 11);
    expect(fit.logLik).toBeCloseTo(-31.531689024996513, 11);
    expect(fit.rhoInterval!.low).toBeCloseTo(0.13871508515585956, 8);
    expect(fit.rhoInterval!.high).toBeCloseTo(0.56033948206407513, 8);
    expect(fit.meanInterval!.low).toBeCloseTo(0.58340113067912558, 6);
    expect(fit.meanInterval!.high).toBeCloseTo(0.85261453015328192, 6);
    expect(betaBinomialMaximumLikelihood(LITTERS, 0.5)!.rhoInterval!.low).toBeGreaterThan(0.2);
  });

  it("is at a point where the likelihood is flat and nowhere near is higher", () => {
    fc.assert(
      fc.property(anyUnits(3), (units) => {
        const fit = betaBinomialMaximumLikelihood(units);
        if (fit?.alpha == null || fit.beta == null) return;
        const { alpha, beta } = fit;
        const logLik = (a: number, b: number) =>
          units.reduce(
            (sum, { successes, trials }) => sum + betaBinomialLogProbability(successes, trials, a, b),
            0,
          );
        expect(fit.logLik).toBeCloseTo(logLik(alpha, beta), 6);
        for (const factor of [0.5, 0.99, 1.01, 2]) {
          const slack = 1e-6 * (1 + Math.abs(fit.logLik));
          expect(logLik(alpha * factor, beta)).toBeLessThan(fit.logLik + slack);
          expect(logLik(alpha, beta * factor)).toBeLessThan(fit.logLik + slack);
          expect(logLik(alpha * factor, beta * factor)).toBeLessThan(fit.logLik + slack);
        }
        expect(fit.rhoInterval!.low).toBeLessThanOrEqual(fit.rho);
        expect(fit.rhoInterval!.high).toBeGreaterThanOrEqual(fit.rho);
        expect(fit.meanInterval!.low).toBeLessThan(fit.mean);
        expect(fit.meanInterval!.high).toBeGreaterThan(fit.mean);
      }),
      { numRuns: 60 },
    );
  });

  it("makes the estimating equations 0 to rounding", () => {
    const { alpha, beta } = betaBinomialMaximumLikelihood(LITTERS)!;
    const slope = (own: (x: number, n: number) => number, a: number) =>
      LITTERS.reduce(
        (sum, { successes, trials }) =>
          sum +
          digamma(own(successes, trials) + a) -
          digamma(a) +
          digamma(alpha! + beta!) -
          digamma(trials + alpha! + beta!),
        0,
      );
    expect(slope((x) => x, alpha!)).toBeCloseTo(0, 11);
    expect(slope((x, n) => n - x, beta!)).toBeCloseTo(0, 11);
  });

  const alike = counts([2, 3, 2, 4, 3], [10, 12, 9, 15, 11]);

  it("stands on the boundary and says so where chance explains the spread", () => {
    const fit = betaBinomialMaximumLikelihood(alike)!;
    expect(fit).toMatchObject({ dispersion: "none", rho: 0, alpha: null, beta: null, k: 5 });
    expect(fit.mean).toBeCloseTo(14 / 57, 14);
    // R: sum(dbinom(x, n, 14/57, log = TRUE))
    expect(fit.logLik).toBeCloseTo(-6.6668505210341227, 11);
    expect(fit.rhoInterval!.low).toBe(0);
    // R: the profile's uniroot; plogis(qlogis(14/57) + c(-1, 1) * qnorm(.975) / sqrt(57 * 14/57 * 43/57))
    expect(fit.rhoInterval!.high).toBeCloseTo(0.093488577250010557, 8);
    expect(fit.meanInterval!.low).toBeCloseTo(0.15119745783134092, 11);
    expect(fit.meanInterval!.high).toBeCloseTo(0.37307542200090732, 11);
  });

  it("stands on the other boundary and says so where every unit is at 0 or 1", () => {
    const fit = betaBinomialMaximumLikelihood(counts([0, 5, 0, 4, 6, 0], [3, 5, 4, 4, 6, 2]))!;
    expect(fit).toMatchObject({ dispersion: "complete", rho: 1, alpha: null, beta: null, k: 6, mean: 0.5 });
    expect(fit.logLik).toBeCloseTo(-4.1588830833596715, 13);
    // R: the profile's uniroot; plogis(c(-1, 1) * qnorm(.975) / sqrt(6 * .25))
    expect(fit.rhoInterval!.low).toBeCloseTo(0.68633821721755084, 8);
    expect(fit.rhoInterval!.high).toBe(1);
    expect(fit.meanInterval!.low).toBeCloseTo(0.16793914603660132, 11);
  });

  it("lets ρ's interval reach down to 0 at both boundaries where two small units say nothing", () => {
    expect(betaBinomialMaximumLikelihood(counts([0, 2], [2, 2]))!.rhoInterval).toEqual({ low: 0, high: 1 });
    expect(betaBinomialMaximumLikelihood(counts([1, 2], [2, 2]))!.rhoInterval).toEqual({
      low: 0,
      high: expect.any(Number),
    });
  });

  it("holds for units of very different size", () => {
    const fit = betaBinomialMaximumLikelihood(counts([0, 1, 1200, 40], [1, 2, 10_000, 200]))!;
    expect(fit.dispersion).toBe("over");
    expect(fit.rho).toBeGreaterThan(0);
    expect(fit.rho).toBeLessThan(0.3);
  });

  it("does not count units without pupils", () => {
    const empty = { successes: 0, trials: 0 };
    expect(betaBinomialMaximumLikelihood([empty, ...LITTERS])).toEqual(
      betaBinomialMaximumLikelihood(LITTERS),
    );
  });

  it("is not defined for fewer than two units, pupils that all count the same way, or one pupil each", () => {
    expect(betaBinomialMaximumLikelihood([])).toBeNull();
    expect(betaBinomialMaximumLikelihood(counts([3], [9]))).toBeNull();
    expect(betaBinomialMaximumLikelihood(counts([3, 0], [9, 0]))).toBeNull();
    expect(betaBinomialMaximumLikelihood(counts([0, 0], [9, 8]))).toBeNull();
    expect(betaBinomialMaximumLikelihood(counts([9, 8], [9, 8]))).toBeNull();
    expect(betaBinomialMaximumLikelihood(counts([1, 0, 1], [1, 1, 1]))).toBeNull();
  });

  it("repeats the example, and refuses impossible counts and a level of 95", () => {
    expect(betaBinomialMaximumLikelihood(counts([2, 2], [4, 4]))!.dispersion).toBe("none");
    expect(() => betaBinomialMaximumLikelihood(counts([5, 1], [4, 4]))).toThrow(RangeError);
    expect(() => betaBinomialMaximumLikelihood(LITTERS, 95)).toThrow(RangeError);
  });
});
