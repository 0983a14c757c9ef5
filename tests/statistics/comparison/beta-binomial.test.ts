import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaBinomialMoments } from "#lib/statistics/comparison/beta-binomial.ts";
import type { DistrictWork } from "#tests/support/district.ts";
import { expectEntry, expectedAll } from "#tests/support/expected.ts";
import { anyUnits, counts, mark2Counts } from "./counts.ts";

/** Foetuses alive among implanted, 16 treated litters: Weil (1970), Food and Cosmetics Toxicology 8:177–182. */
const LITTERS = counts(
  [12, 11, 10, 9, 10, 9, 9, 8, 8, 4, 7, 4, 5, 3, 3, 0],
  [12, 11, 10, 9, 11, 10, 10, 9, 9, 5, 9, 7, 10, 6, 10, 7],
);

describe("the beta–binomial distribution by moments", () => {
  it("agrees with R for mark 2 in the district", () => {
    const entries = expectedAll("betabin.moments.").filter(({ id }) => !id.includes("shrunken"));
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      const { mean, rho, alpha, beta } = betaBinomialMoments(
        mark2Counts(entry.parameters.work as DistrictWork).units,
      )!;
      expectEntry({ mean, rho, alpha, beta }, entry);
    }
  });

  // R: kleinman(x, n) of the reference; jackknife: J <- sapply(seq_along(x), function(i) kleinman(x[-i], n[-i]));
  // qt(.975, K - 1) * sqrt((K - 1) / K * sum((J - mean(J))^2))
  it("agrees with R for litters of different size, with its jackknife intervals", () => {
    const fit = betaBinomialMoments(LITTERS)!;
    expect(fit).toMatchObject({ method: "moments", k: 16, dispersion: "over" });
    expect(fit.mean).toBeCloseTo(0.77241379310344827, 14);
    expect(fit.rho).toBeCloseTo(0.38673385291144025, 13);
    expect(fit.alpha).toBeCloseTo(1.2248610440707528, 12);
    expect(fit.beta).toBeCloseTo(0.36089655762798967, 12);
    expect(fit.meanInterval!.low).toBeCloseTo(0.62481448801193529, 11);
    expect(fit.meanInterval!.high).toBeCloseTo(0.92001309819496124, 11);
    expect(fit.rhoInterval!.low).toBeCloseTo(0.046427046972625174, 11);
    expect(fit.rhoInterval!.high).toBeCloseTo(0.72704065885025537, 11);
    expect(betaBinomialMoments(LITTERS, 0.8)!.rhoInterval!.low).toBeGreaterThan(0.15);
  });

  it("repeats the example by hand", () => {
    // m = 5/12, S = 7/6, m(1−m) = 35/144: ρ = (7/6 − 35/72)/(35/24) = 7/15; (1−ρ)/ρ = 8/7
    const fit = betaBinomialMoments(counts([0, 3, 2], [4, 4, 4]))!;
    expect(fit.rho).toBeCloseTo(7 / 15, 14);
    expect(fit.alpha).toBeCloseTo(10 / 21, 14);
    expect(fit.beta).toBeCloseTo(2 / 3, 14);
  });

  it("says that there is no over-dispersion where chance explains the spread", () => {
    const fit = betaBinomialMoments(counts([2, 3, 2, 4, 3], [10, 12, 9, 15, 11]))!;
    expect(fit).toMatchObject({ dispersion: "none", alpha: null, beta: null });
    expect(fit.rho).toBeCloseTo(-0.091693860567932814, 13);
    expect(fit.rhoInterval!.low).toBeCloseTo(-0.11569020050538714, 12);
    expect(fit.meanInterval!.high).toBeCloseTo(0.28186803610625649, 12);
  });

  it("says that no beta distribution has the spread of units at 0 and 1", () => {
    const fit = betaBinomialMoments(counts([0, 5, 0, 4, 6, 0], [3, 5, 4, 4, 6, 2]))!;
    expect(fit).toMatchObject({ dispersion: "complete", alpha: null, beta: null });
    expect(fit.rho).toBeGreaterThan(1);
    expect(fit.rhoInterval!.high).toBe(1);
    // R: kleinman(c(0, 3), c(4, 4)) = 19/15
    expect(betaBinomialMoments(counts([0, 3], [4, 4]))!.rho).toBeCloseTo(19 / 15, 14);
  });

  it("does not count units without pupils", () => {
    expect(betaBinomialMoments([{ successes: 0, trials: 0 }, ...LITTERS])).toEqual(
      betaBinomialMoments(LITTERS),
    );
  });

  it("has no interval where leaving one unit out leaves nothing to fit", () => {
    expect(betaBinomialMoments(counts([0, 3], [4, 4]))).toMatchObject({
      meanInterval: null,
      rhoInterval: null,
    });
    expect(betaBinomialMoments(counts([0, 3, 0], [4, 4, 4]))).toMatchObject({ rhoInterval: null });
  });

  it("is not defined for fewer than two units, pupils that all count the same way, or one pupil each", () => {
    expect(betaBinomialMoments([])).toBeNull();
    expect(betaBinomialMoments(counts([3], [9]))).toBeNull();
    expect(betaBinomialMoments(counts([3, 0], [9, 0]))).toBeNull();
    expect(betaBinomialMoments(counts([0, 0], [9, 8]))).toBeNull();
    expect(betaBinomialMoments(counts([9, 8], [9, 8]))).toBeNull();
    expect(betaBinomialMoments(counts([1, 0, 1], [1, 1, 1]))).toBeNull();
    expect(betaBinomialMoments(counts([1, 0, 1], [1, 1, 2]))).not.toBeNull();
  });

  it("refuses impossible counts and a level of 95", () => {
    expect(() => betaBinomialMoments(counts([5, 1], [4, 4]))).toThrow(RangeError);
    expect(() => betaBinomialMoments(LITTERS, 95)).toThrow(RangeError);
  });

  it("mirrors hits and misses and never depends on the order", () => {
    fc.assert(
      fc.property(anyUnits(2), (units) => {
        const fit = betaBinomialMoments(units);
        const mirror = betaBinomialMoments(
          units.map(({ successes, trials }) => ({ successes: trials - successes, trials })).reverse(),
        );
        expect(mirror === null).toBe(fit === null);
        if (!fit || !mirror) return;
        expect(mirror.mean).toBeCloseTo(1 - fit.mean, 10);
        expect(mirror.rho).toBeCloseTo(fit.rho, 8);
        expect(mirror.dispersion === "none").toBe(fit.dispersion === "none");
      }),
    );
  });
});
