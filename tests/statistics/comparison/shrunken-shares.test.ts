import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shrinkShare, shrunkenShares } from "#lib/statistics/comparison/shrunken-shares.ts";
import type { DistrictWork } from "#tests/support/district.ts";
import { expectEntry, expectedAll } from "#tests/support/expected.ts";
import { anyUnits, bySchool, counts, mark2Counts } from "./counts.ts";

const METHODS = { moments: "moments", ml: "maximumLikelihood" } as const;

describe("shrunken shares", () => {
  it.each(["moments", "ml"] as const)("agree with R for mark 2 in every school, by %s", (name) => {
    const entries = expectedAll(`betabin.${name}.shrunken.`);
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      const { schools, units } = mark2Counts(entry.parameters.work as DistrictWork);
      const shares = shrunkenShares(units, METHODS[name])!.units.map((unit) => {
        const { rate, low, high } = unit!;
        return { rate, low, high };
      });
      expectEntry(bySchool(schools, shares), entry);
    }
  });

  it("repeat the example by hand", () => {
    // α = 10/21, β = 2/3 (see the fit by moments): (3 + 10/21)/(4 + 8/7) = 73/108
    const { fit, units } = shrunkenShares(counts([0, 3, 2], [4, 4, 4]), "moments")!;
    expect(units[1]!.rate).toBeCloseTo(73 / 108, 14);
    expect(units[1]!.weight).toBeCloseTo(4 / (4 + 8 / 7), 14);
    expect(fit.dispersion).toBe("over");
  });

  it.each(["moments", "maximumLikelihood"] as const)(
    "are one common share with its Wilson interval where there is no over-dispersion, by %s",
    (method) => {
      const empty = { successes: 0, trials: 0 };
      const { fit, units } = shrunkenShares(
        [...counts([2, 3, 2, 4, 3], [10, 12, 9, 15, 11]), empty],
        method,
      )!;
      expect(fit.dispersion).toBe("none");
      for (const unit of units.slice(0, 5)) {
        expect(unit!.rate).toBeCloseTo(14 / 57, 14);
        expect(unit!.weight).toBe(0);
        // R: prop.test(14, 57, correct = FALSE)$conf.int
        expect(unit!.low).toBeCloseTo(0.15232837470290397, 12);
        expect(unit!.high).toBeCloseTo(0.37102296232755899, 12);
      }
      expect(units[5]).toBeNull();
    },
  );

  it.each(["moments", "maximumLikelihood"] as const)(
    "are null where no posterior exists, by %s",
    (method) => {
      const { fit, units } = shrunkenShares(counts([0, 5, 0, 4, 6, 0], [3, 5, 4, 4, 6, 2]), method)!;
      expect(fit.dispersion).toBe("complete");
      expect(units).toEqual([null, null, null, null, null, null]);
    },
  );

  it("are null for a unit without pupils, and altogether where nothing can be fitted", () => {
    expect(shrunkenShares(counts([0, 3, 2, 0], [4, 4, 4, 0]), "moments")!.units[3]).toBeNull();
    for (const method of ["moments", "maximumLikelihood"] as const) {
      expect(shrunkenShares([], method)).toBeNull();
      expect(shrunkenShares(counts([3], [9]), method)).toBeNull();
      expect(shrunkenShares(counts([0, 0], [9, 8]), method)).toBeNull();
    }
  });

  it("lie between the unit's own share and the common mean, nearer the own the more pupils", () => {
    fc.assert(
      fc.property(anyUnits(3, 0), (units) => {
        const found = shrunkenShares(units, "moments", 0.9);
        if (found?.fit.dispersion !== "over") return;
        found.units.forEach((unit, i) => {
          const { successes, trials } = units[i]!;
          expect(unit === null).toBe(trials === 0);
          if (unit === null) return;
          const { rate, weight, low, high } = unit;
          expect(rate).toBeCloseTo(weight * (successes / trials) + (1 - weight) * found.fit.mean, 10);
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

describe("the posterior of one share", () => {
  it("agrees with R", () => {
    const prior = { alpha: 2, beta: 14 };
    const share = shrinkShare({ successes: 3, trials: 4 }, prior)!;
    expect(share.rate).toBe(0.25);
    expect(share.weight).toBe(0.2);
    // R: qbeta(c(.025, .975), 5, 15); qbeta(c(.05, .95), 5, 15)
    expect(share.low).toBeCloseTo(0.091465784907666534, 12);
    expect(share.high).toBeCloseTo(0.45565308189150566, 12);
    expect(shrinkShare({ successes: 3, trials: 4 }, prior, 0.9)!.low).toBeCloseTo(0.10990637000518136, 12);
    expect(shrinkShare({ successes: 3, trials: 4 }, prior, 0.9)!.high).toBeCloseTo(0.41912022891694278, 12);
  });

  it("is not defined without pupils and refuses what makes no beta distribution", () => {
    expect(shrinkShare({ successes: 0, trials: 0 }, { alpha: 1, beta: 1 })).toBeNull();
    const unit = { successes: 1, trials: 2 };
    expect(() => shrinkShare(unit, { alpha: 0, beta: 1 })).toThrow("positive parameters, got 0 and 1");
    expect(() => shrinkShare(unit, { alpha: 1, beta: 0 })).toThrow(RangeError);
    expect(() => shrinkShare(unit, { alpha: 1, beta: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    expect(() => shrinkShare(unit, { alpha: Number.NaN, beta: 1 })).toThrow(RangeError);
    expect(() => shrinkShare({ successes: 3, trials: 2 }, { alpha: 1, beta: 1 })).toThrow(RangeError);
    expect(() => shrinkShare(unit, { alpha: 1, beta: 1 }, 95)).toThrow(RangeError);
  });
});
