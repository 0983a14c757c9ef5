import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shrunkenMeans } from "#lib/statistics/comparison/shrunken-means.ts";

const studies = [0.1, 0.3, 0.35, 0.65, 0.45, 0.15].map((estimate, i) => ({
  estimate,
  variance: [0.03, 0.03, 0.05, 0.01, 0.05, 0.02][i]!,
}));

describe("shrunken means", () => {
  // R: B <- tau2 / (tau2 + v); B * y + (1 - B) * mu; sqrt(B * v + (1 - B)^2 * se^2): metafor's blup() written out
  it("agree with R, interval and all", () => {
    const { fit, units } = shrunkenMeans(studies, "DL")!;
    expect(fit.tau2).toBeCloseTo(0.039785966460723743, 12);
    expect(units[0]!.weight).toBeCloseTo(0.57011414297910012, 12);
    expect(units[0]!.mean).toBeCloseTo(0.20499948233423365, 12);
    expect(units[0]!.standardError).toBeCloseTo(0.13859837897044663, 12);
    expect(units[3]!.low).toBeCloseTo(0.4084068842334412, 11);
    expect(units[3]!.high).toBeCloseTo(0.7687672098670717, 11);
  });

  it("repeat the example by hand", () => {
    // τ² = 7, mean 2, weight 7/8: 2 − 2·7/8
    expect(
      shrunkenMeans(
        [
          { estimate: 0, variance: 1 },
          { estimate: 4, variance: 1 },
        ],
        "DL",
      )!.units[0]!.mean,
    ).toBeCloseTo(0.25, 12);
  });

  it("stand at the common mean with its standard error where there is no difference", () => {
    const { fit, units } = shrunkenMeans(
      [1, 1.1, 0.9].map((estimate) => ({ estimate, variance: 0.2 })),
      "REML",
      0.9,
    )!;
    expect(fit.tau2).toBe(0);
    for (const unit of units) {
      expect(unit).toMatchObject({ mean: fit.mean, weight: 0, standardError: fit.standardError });
      expect(unit!.low).toBeCloseTo(fit.interval.low, 13);
      expect(unit!.high).toBeCloseTo(fit.interval.high, 13);
    }
  });

  it("are null for a unit that has no usable estimate, and altogether with fewer than two", () => {
    const { units } = shrunkenMeans([null, ...studies, { estimate: 3, variance: 0 }], "DL")!;
    expect(units[0]).toBeNull();
    expect(units[7]).toBeNull();
    expect(units.slice(1, 7)).toEqual(shrunkenMeans(studies, "DL")!.units.slice());
    expect(shrunkenMeans([], "DL")).toBeNull();
    expect(shrunkenMeans([studies[0]!], "REML")).toBeNull();
  });

  it("lie between the estimate and the common mean, and keep the order of units of one size", () => {
    const sample = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(sample, fc.double({ min: 0.1, max: 9, noNaN: true }), (values, variance) => {
        const { fit, units } = shrunkenMeans(
          values.map((estimate) => ({ estimate, variance })),
          "REML",
        )!;
        units.forEach((unit, i) => {
          expect(Math.abs(unit!.mean - fit.mean)).toBeLessThanOrEqual(
            Math.abs(values[i]! - fit.mean) + 1e-12,
          );
          expect((unit!.mean - fit.mean) * (values[i]! - fit.mean)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});
