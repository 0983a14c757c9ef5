import { describe, expect, it } from "vitest";
import { groupMomentsOf } from "#lib/statistics/school-effects/moments-by-group.ts";
import { valueAdded } from "#lib/statistics/school-effects/value-added.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { grouped, pairedYears, scoresOf, twoLevel } from "./school-data.ts";

describe("value added by least squares", () => {
  it.each(["MA", "RU"] as const)("agrees with R for %s", (subject) => {
    const { names, groups } = grouped(pairedYears(subject));
    const fit = valueAdded(groups)!;
    const [intercept, slope] = fit.coefficients;
    expectEntry(
      {
        ...{ intercept, slope, r2: fit.rSquared, sigma: fit.residualSD },
        // With one covariate R² is the square of Pearson's correlation.
        pearson: Math.sign(slope!) * Math.sqrt(fit.rSquared),
        schoolMeanResidual: Object.fromEntries(names.map((name, i) => [name, fit.schools[i]!.meanResidual])),
      },
      expected(`va.ols.${subject}`),
    );
  });

  it("agrees with R's regression of the rows, standard errors included", () => {
    const { groups } = grouped(twoLevel(true));
    const fit = valueAdded(groups)!;
    const { beta, se } = expected("ols.TL").value as { beta: number[]; se: number[] };
    fit.coefficients.forEach((value, i) => {
      expect(value).toBeCloseTo(beta[i]!, 13);
      expect(fit.standardErrors[i]).toBeCloseTo(se[i]!, 14);
    });
    // R: mean residual of a school and sigma(m) * sqrt(1/n − x̄'(X'X)⁻¹x̄)
    expect(fit.schools[0]!.meanResidual).toBeCloseTo(-0.5387659260820219, 12);
    expect(fit.schools[0]!.standardError).toBeCloseTo(0.1054929524710452, 12);
    expect(fit.schools[1]!.standardError).toBeCloseTo(0.1219892871132345, 12);
    // qt(.975, 4631) = 1.960476
    const { low, high } = fit.schools[0]!.interval!;
    expect((high - low) / 2 / fit.schools[0]!.standardError!).toBeCloseTo(1.960476, 5);
    expect((high + low) / 2).toBeCloseTo(fit.schools[0]!.meanResidual, 14);
    expect(valueAdded(groups, 0.5)!.schools[0]!.interval!.high).toBeLessThan(high);
  });

  it("weighs to 0 over all pupils", () => {
    const fit = valueAdded(grouped(twoLevel(true)).groups)!;
    const sum = fit.schools.reduce((all, each) => all + each!.pupils * each!.meanResidual, 0);
    expect(sum).toBeCloseTo(0, 9);
  });

  it("has no interval without degrees of freedom, and none of width beside the whole sample", () => {
    const saturated = valueAdded([...groupMomentsOf(["A", "B"], [[1], [2]], [1, 5]).values()])!;
    expect(saturated.residualSD).toBeNull();
    expect(saturated.standardErrors).toEqual([null, null]);
    expect(saturated.schools[0]).toMatchObject({ standardError: null, interval: null });
    expect(saturated.schools[0]!.meanResidual).toBeCloseTo(0, 12);
    const alone = valueAdded(scoresOf([1, 2, 6]))!;
    expect(alone.schools[0]!.meanResidual).toBeCloseTo(0, 14);
    expect(alone.schools[0]!.standardError).toBeCloseTo(0, 7);
    expect(alone.rSquared).toBeCloseTo(0, 14);
  });

  it("is not defined without pupils or without variation", () => {
    expect(valueAdded([])).toBeNull();
    expect(valueAdded(scoresOf([], []))).toBeNull();
    expect(valueAdded(scoresOf([3, 3], [3]))).toBeNull();
    expect(() => valueAdded([], 95)).toThrow(RangeError);
  });

  it("keeps the place of an empty school, and names a covariate that is superfluous", () => {
    const empty = valueAdded(scoresOf([1, 2], [], [4, 9]))!;
    expect(empty.schools.map((each) => each === null)).toEqual([false, true, false]);
    const schools = ["A", "A", "B", "B"];
    const x = [1, 2, 3, 5].map((value) => [value, 10 * value]);
    const fit = valueAdded([...groupMomentsOf(schools, x, [1, 3, 2, 7]).values()])!;
    expect(fit.aliased).toEqual([1]);
    expect(fit.coefficients[2]).toBeNull();
    expect(fit.standardErrors[2]).toBeNull();
  });

  it("repeats the example of its docstring", () => {
    const groups = groupMomentsOf(["A", "A", "B", "B"], [[1], [2], [1], [2]], [1, 2, 3, 4]);
    expect(valueAdded([...groups.values()])!.schools[1]!.meanResidual).toBeCloseTo(1, 13);
  });
});
