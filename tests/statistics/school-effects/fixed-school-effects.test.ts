import { describe, expect, it } from "vitest";
import { fixedSchoolEffects } from "#lib/statistics/school-effects/fixed-school-effects.ts";
import { groupMomentsOf } from "#lib/statistics/school-effects/moments-by-group.ts";
import { grouped, scoresOf, twoLevel } from "./school-data.ts";

describe("schools as fixed effects", () => {
  const fit = fixedSchoolEffects(grouped(twoLevel(true)).groups)!;

  it("have the slope, spread and differences of R's lm", () => {
    // R: m <- lm(score ~ prior + school - 1); coef(m), sigma(m); contrasts with vcov(m)
    expect(fit.slopes[0]).toBeCloseTo(0.5378191131430553, 12);
    expect(fit.residualSD).toBeCloseTo(0.7593717113495964, 12);
    expect(fit.degreesOfFreedom).toBe(4567);
    const difference = fit.compare(0, 1)!;
    expect(difference.estimate).toBeCloseTo(-0.113778922055583, 11);
    expect(difference.standardError).toBeCloseTo(0.1485514364605516, 11);
    expect(difference.interval!.low).toBeCloseTo(-0.4050115706686057, 10);
    expect(difference.interval!.high).toBeCloseTo(0.1774537265574397, 10);
  });

  it("stand beside the mean of all pupils as R's contrasts do", () => {
    const want = [
      [-0.5381653074826181, 0.09687681855588789],
      [-0.4243863854270352, 0.1114142700843524],
      [-0.007849546268434341, 0.0748369510633477],
    ] as const;
    want.forEach(([estimate, standardError], i) => {
      expect(fit.schools[i]!.estimate).toBeCloseTo(estimate, 11);
      expect(fit.schools[i]!.standardError).toBeCloseTo(standardError, 11);
    });
  });

  it("differ the same in both directions, and not from themselves", () => {
    const [there, back] = [fit.compare(3, 8)!, fit.compare(8, 3)!];
    expect(there.estimate).toBeCloseTo(-back.estimate, 13);
    expect(there.standardError).toBeCloseTo(back.standardError!, 13);
    expect(fit.compare(5, 5)!.estimate).toBeCloseTo(0, 14);
    expect(fit.compare(5, 5)!.standardError).toBeCloseTo(0, 14);
  });

  it("are means of scores without covariates", () => {
    // Pooled variance of {1, 3} and {6, 8} is 2; se of the difference = √(2 · (1/2 + 1/2)).
    const plain = fixedSchoolEffects(scoresOf([1, 3], [6, 8], []), 0.9)!;
    expect(plain.compare(1, 0)!.estimate).toBeCloseTo(5, 13);
    expect(plain.compare(1, 0)!.standardError).toBeCloseTo(Math.SQRT2, 13);
    // qt(.95, 2) = 2.919985580
    expect(plain.compare(1, 0)!.interval!.high).toBeCloseTo(5 + 2.91998558 * Math.SQRT2, 7);
    expect(plain.schools[0]!.estimate).toBeCloseTo(-2.5, 13);
    // √(2 · (1/2 − 1/4))
    expect(plain.schools[0]!.standardError).toBeCloseTo(Math.sqrt(0.5), 13);
    expect(plain.schools[2]).toBeNull();
    expect(plain.compare(0, 2)).toBeNull();
    expect(plain.slopes).toEqual([]);
  });

  it("have no slope for what does not vary inside schools", () => {
    const x = [
      [1, 5],
      [2, 5],
      [1, 9],
      [4, 9],
      [3, 2],
    ];
    const groups = groupMomentsOf(
      ["A", "A", "B", "B", "B"],
      x.map(([a, b], i) => [a!, i < 2 ? 5 : 9, b! * 0 + 2 * a!]),
      [1, 4, 2, 9, 5],
    );
    const some = fixedSchoolEffects([...groups.values()])!;
    expect(some.slopes[0]).not.toBeNull();
    expect(some.slopes.slice(1)).toEqual([null, null]);
    // Five pupils, two schools, one slope.
    expect(some.degreesOfFreedom).toBe(2);
  });

  it("have no errors when nothing is left inside schools", () => {
    const ones = fixedSchoolEffects(scoresOf([1], [4], [9]))!;
    expect(ones.residualSD).toBeNull();
    expect(ones.compare(2, 0)).toEqual({
      estimate: expect.closeTo(8, 12),
      standardError: null,
      interval: null,
    });
    const alike = fixedSchoolEffects(scoresOf([1, 1], [4, 4]))!;
    expect(alike.residualSD).toBe(0);
    expect(alike.compare(1, 0)!.interval!.low).toBeCloseTo(3, 13);
  });

  it("are not defined without pupils or variation, and refuse places that do not exist", () => {
    expect(fixedSchoolEffects([])).toBeNull();
    expect(fixedSchoolEffects(scoresOf([2, 2], [2]))).toBeNull();
    expect(() => fit.compare(0, 65)).toThrow(RangeError);
    expect(() => fit.compare(-1, 0)).toThrow(RangeError);
    expect(() => fixedSchoolEffects([], 95)).toThrow(RangeError);
  });

  it("repeat the example of their docstring", () => {
    const groups = groupMomentsOf(["A", "A", "B", "B"], [[], [], [], []], [1, 3, 6, 8]);
    expect(fixedSchoolEffects([...groups.values()])!.compare(1, 0)!.estimate).toBeCloseTo(5, 13);
  });
});
