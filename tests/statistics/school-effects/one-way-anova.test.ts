import { describe, expect, it } from "vitest";
import { groupMomentsOf } from "#lib/statistics/school-effects/moments-by-group.ts";
import { type OneWayAnova, oneWayAnova } from "#lib/statistics/school-effects/one-way-anova.ts";
import {
  expectEntry,
  expected,
  hasPublicData,
  publicExpected,
  publicNotice,
} from "#tests/support/expected.ts";
import { grouped, publicPupils, scoresOf, twoLevel } from "./school-data.ts";

/** The words of the reference. */
function described(anova: OneWayAnova) {
  return {
    ...{ msb: anova.betweenMeanSquare, msw: anova.withinMeanSquare, n0: anova.typicalSize },
    ...{ between: anova.between, icc: anova.icc, F: anova.fStatistic },
  };
}

describe("one-way analysis of variance", () => {
  it("agrees with R, and does not look at covariates", () => {
    for (const prior of [false, true]) {
      const anova = oneWayAnova(grouped(twoLevel(prior)).groups)!;
      expectEntry(described(anova), expected("anova.TL"));
      expect(anova).toMatchObject({ pupils: 4633, groups: 65 });
      // R: anova(lm(score ~ school))[1, 5]
      expect(anova.pValue! / 9.307309279353969e-135).toBeCloseTo(1, 8);
    }
  });

  it.skipIf(!hasPublicData)(`agrees with R on batches of one size${publicNotice}`, () => {
    const anova = oneWayAnova(grouped(publicPupils("Dyestuff.csv", "Batch", "Yield", [])).groups)!;
    const [entry] = publicExpected("dyestuff.anova");
    expectEntry(described(anova), entry!);
    expect(anova.iccInterval!.low).toBeCloseTo(0.08383605066059405, 13);
    expect(anova.iccInterval!.high).toBeCloseTo(0.8478768154733813, 13);
    expect(
      oneWayAnova(grouped(publicPupils("Dyestuff.csv", "Batch", "Yield", [])).groups, 0.5)!.iccInterval!.low,
    ).toBeGreaterThan(0.1);
  });

  it("shows a variance below 0 where groups differ less than by chance", () => {
    // Means 3, 3, 3: MSB = 0, MSW = (8 + 2 + 18) / 6.
    const anova = oneWayAnova(scoresOf([1, 3, 5], [2, 3, 4], [0, 3, 6]))!;
    expect(anova.betweenMeanSquare).toBeCloseTo(0, 14);
    expect(anova.between).toBeCloseTo(-28 / 18, 12);
    expect(anova.icc).toBeCloseTo(-28 / 18 / (28 / 6 - 28 / 18), 12);
    expect(anova.iccInterval!.low).toBe(0);
    expect(anova.pValue).toBeCloseTo(1, 12);
  });

  it("says what one group, groups of one and equal values leave undefined", () => {
    expect(oneWayAnova([])).toBeNull();
    expect(oneWayAnova(scoresOf([], []))).toBeNull();
    const nothing = { between: null, icc: null, iccInterval: null, fStatistic: null, pValue: null };
    expect(oneWayAnova(scoresOf([1, 2, 6]))).toEqual({
      ...{ pupils: 3, groups: 1, betweenMeanSquare: null, withinMeanSquare: 7, typicalSize: null },
      ...nothing,
    });
    const ones = oneWayAnova(scoresOf([1], [2], [6]))!;
    expect(ones).toMatchObject({ ...nothing, withinMeanSquare: null, typicalSize: 1 });
    expect(ones.betweenMeanSquare).toBeCloseTo(7, 13);
    expect(oneWayAnova(scoresOf([4, 4], [4, 4]))).toMatchObject({
      ...nothing,
      ...{ between: 0, betweenMeanSquare: 0, withinMeanSquare: 0 },
    });
    expect(oneWayAnova(scoresOf([4, 4], [7, 7]))).toMatchObject({
      icc: 1,
      fStatistic: null,
      iccInterval: null,
    });
  });

  it("leaves empty groups out, and refuses a level of 95", () => {
    expect(oneWayAnova(scoresOf([1, 2], [], [5, 8]))!.groups).toBe(2);
    expect(() => oneWayAnova([], 95)).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    const groups = groupMomentsOf(["A", "A", "B", "B"], [[], [], [], []], [1, 3, 6, 8]);
    expect(oneWayAnova([...groups.values()])!.fStatistic).toBeCloseTo(12.5, 13);
  });
});
