import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeLimits, cohortRatio } from "#lib/statistics/objectivity/change-limits.ts";
import { FIOKO_2019 } from "#lib/statistics/objectivity/conventions.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { districtCohorts } from "./district-cohorts.ts";

const K = [0.9, 0.95, 1.0, 1.02, 1.05, 1.08, 1.12, 1.5];
const typeSix = { ...FIOKO_2019, quantileType: 6 } as const;
const year = (n: number, sum: number, maxScore: number) => ({ n, sum, maxScore });

describe("the ratio of a cohort", () => {
  it("repeats the example of its docstring", () => {
    expect(cohortRatio(year(10, 120, 20), year(8, 120, 30))).toBeCloseTo(1.2, 15);
  });

  it("is equal for equal results, whatever the numbers of pupils", () => {
    // 1/3 and 0.7 done everywhere: quotients of quotients would differ in the last digit
    const ratios = [3, 7, 11, 13, 30].map((n) => cohortRatio(year(n, 7 * n, 21), year(3 * n, 21 * n, 10)));
    expect(new Set(ratios)).toEqual(new Set([ratios[0]]));
  });

  it("is 0 when the earlier result is, and does not exist when the later one is", () => {
    expect(cohortRatio(year(5, 0, 20), year(5, 50, 20))).toBe(0);
    expect(cohortRatio(year(5, 50, 20), year(5, 0, 20))).toBeNull();
    expect(cohortRatio(year(5, 0, 20), year(5, 0, 20))).toBeNull();
  });

  it("does not exist without one of the years, or below the least cohort", () => {
    expect(cohortRatio(year(0, 0, 20), year(5, 50, 20))).toBeNull();
    expect(cohortRatio(year(5, 50, 20), year(0, 0, 20))).toBeNull();
    expect(cohortRatio(year(1, 10, 20), year(1, 10, 20))).toBe(1);
    const five = { ...FIOKO_2019, minimumCohort: 5 };
    expect(cohortRatio(year(5, 50, 20), year(5, 50, 20), five)).toBe(1);
    expect(cohortRatio(year(4, 40, 20), year(5, 50, 20), five)).toBeNull();
    expect(cohortRatio(year(5, 50, 20), year(4, 40, 20), five)).toBeNull();
  });

  it.each([
    [year(-1, 5, 20), /pupils/],
    [year(1.5, 5, 20), /pupils/],
    [year(5, -1, 20), /sum/],
    [year(5, Number.NaN, 20), /sum/],
    [year(5, Number.POSITIVE_INFINITY, 20), /sum/],
    [year(5, 5, 0), /greatest/],
    [year(5, 5, Number.POSITIVE_INFINITY), /greatest/],
  ])("refuses %j", (wrong, message) => {
    expect(() => cohortRatio(wrong, year(5, 50, 20))).toThrow(message);
    expect(() => cohortRatio(year(5, 50, 20), wrong)).toThrow(RangeError);
  });
});

describe("the limits of change", () => {
  it.each(["MA", "RU"] as const)("agree with R for the district, %s", (subject) => {
    const entry = expected(`fioko.jump.${subject}`);
    const ratios = districtCohorts(subject).map(
      ([school, { earlier, later }]) => [school, cohortRatio(earlier, later)!] as const,
    );
    const { q25, q75, low, high, schools, decidable } = changeLimits(ratios.map(([, ratio]) => ratio))!;
    expectEntry({ K: Object.fromEntries(ratios), q25, q75, low, high }, entry);
    expect(ratios.map(([school]) => school).sort()).toEqual(
      Object.keys((entry.value as { K: object }).K).sort(),
    );
    expect([schools, decidable]).toEqual([ratios.length, true]);
  });

  it("repeat the worked case of the handbook §4.1.3: the type of the quantile decides", () => {
    const seven = changeLimits(K)!;
    expect([seven.q25, seven.q75, seven.high]).toEqual([
      expect.closeTo(0.9875, 12),
      expect.closeTo(1.09, 12),
      expect.closeTo(1.3975, 12),
    ]);
    expect(seven.low).toBeCloseTo(0.9875 - 3 * 0.1025, 12);
    const six = changeLimits(K, typeSix)!;
    expect([six.q25, six.q75, six.high]).toEqual([
      expect.closeTo(0.9625, 12),
      expect.closeTo(1.11, 12),
      expect.closeTo(1.5525, 12),
    ]);
  });

  it("by type 6 are R's for short lists too, in any order", () => {
    // R: quantile(c(1, 2, 4), c(.25, .75), type = 6) = 1, 4; of c(1, 2): 1, 2; of 5: 5, 5; of c(1, 2, 4, 8, 16): 1.5, 12
    const quartiles = (ratios: readonly number[]) => {
      const { q25, q75 } = changeLimits(ratios, typeSix)!;
      return [q25, q75];
    };
    expect(quartiles([4, 1, 2])).toEqual([1, 4]);
    expect(quartiles([2, 1])).toEqual([1, 2]);
    expect(quartiles([5])).toEqual([5, 5]);
    expect(quartiles([16, 2, 8, 1, 4])).toEqual([1.5, 12]);
  });

  it("take another fence", () => {
    const half = changeLimits(K, { ...FIOKO_2019, fence: 1.5 })!;
    expect(half.high).toBeCloseTo(1.09 + 1.5 * 0.1025, 12);
    expect(half.low).toBeCloseTo(0.9875 - 1.5 * 0.1025, 12);
  });

  it("do not exist without ratios, and refuse what is no ratio", () => {
    expect(changeLimits([])).toBeNull();
    expect(changeLimits([], typeSix)).toBeNull();
    for (const wrong of [-0.1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => changeLimits([1, wrong])).toThrow(/ratio/);
  });

  it("take a ratio of 0", () => {
    expect(changeLimits([0, 0, 0, 0, 0])).toMatchObject({ low: 0, high: 0, schools: 5 });
  });

  it("leave the list as it was", () => {
    const ratios = [2, 1, 3];
    changeLimits(ratios, typeSix);
    expect(ratios).toEqual([2, 1, 3]);
  });

  it("are decidable from five schools on with type 7, from seven with type 6", () => {
    const decidable = (n: number, type: 6 | 7, fence = 3) =>
      changeLimits(Array<number>(n).fill(1), { ...FIOKO_2019, quantileType: type, fence })!.decidable;
    expect([1, 2, 3, 4, 5, 6, 40].map((n) => decidable(n, 7))).toEqual([
      ...[false, false, false, false, true, true, true],
    ]);
    expect([1, 2, 5, 6, 7, 8].map((n) => decidable(n, 6))).toEqual([false, false, false, false, true, true]);
    // 1.5 interquartile ranges: four schools are enough
    expect([3, 4].map((n) => decidable(n, 7, 1.5))).toEqual([false, true]);
  });

  it("that are not decidable mark no school, whatever its result; those that are can", () => {
    const lists = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(lists, fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9), (others, type) => {
        const conventions = { ...FIOKO_2019, quantileType: type as 7 };
        const limits = changeLimits([...others, 1e6], conventions)!;
        expect(1e6 > limits.high).toBe(limits.decidable);
      }),
    );
  });
});
