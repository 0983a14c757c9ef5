import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalUpperTail } from "#lib/statistics/distributions/normal.ts";
import { caterpillar } from "#lib/statistics/school-effects/caterpillar.ts";
import {
  comparisonIntervals,
  comparisonMultiplier,
} from "#lib/statistics/school-effects/comparison-intervals.ts";

describe("the multiplier of comparison intervals", () => {
  it("is 1.39 for equal errors, however many", () => {
    // qnorm(.975) / sqrt(2)
    for (const n of [2, 3, 50]) {
      expect(comparisonMultiplier(Array(n).fill(2))).toBeCloseTo(1.385903824349678, 13);
      expect(comparisonMultiplier(Array(n).fill(2), { rule: "everyPair" })).toBeCloseTo(
        1.385903824349678,
        13,
      );
    }
    expect(comparisonMultiplier([1, 1], { level: 0.9 })).toBeCloseTo(1.6448536269514722 / Math.SQRT2, 12);
  });

  it("is solved from all pairs for unequal errors", () => {
    // R: uniroot(function(z) mean(2 * pnorm(-z * r)) - .05, c(1, 2), tol = 1e-15), r = (s_i + s_j) / sqrt(s_i^2 + s_j^2)
    expect(comparisonMultiplier([1, 2, 3, 4])).toBeCloseTo(1.48696896071602, 12);
    expect(comparisonMultiplier([0.1, 1])).toBeCloseTo(1.79067220604582, 12);
    expect(comparisonMultiplier([1, 1, 5])).toBeCloseTo(1.58342845424202, 12);
  });

  it("by the rule for every pair lets no pair be apart by chance more often than the level says", () => {
    const error = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(error, { minLength: 2, maxLength: 8 }), (errors) => {
        const strict = comparisonMultiplier(errors, { rule: "everyPair" })!;
        expect(strict).toBeGreaterThan(comparisonMultiplier(errors)! - 1e-12);
        for (const [i, a] of errors.entries())
          for (const b of errors.slice(i + 1))
            expect(2 * normalUpperTail((strict * (a + b)) / Math.hypot(a, b))).toBeLessThan(0.05 + 1e-12);
      }),
    );
  });

  it("by the average rule is 5 % on average", () => {
    const errors = [0.3, 0.5, 0.5, 0.9, 2, 2, 2];
    const z = comparisonMultiplier(errors)!;
    const pairs = errors.flatMap((a, i) =>
      errors.slice(i + 1).map((b) => 2 * normalUpperTail((z * (a + b)) / Math.hypot(a, b))),
    );
    expect(pairs.reduce((a, b) => a + b) / pairs.length).toBeCloseTo(0.05, 14);
  });

  it("takes 5,000 different errors at once, and hardly loses by it", () => {
    const many = Array.from({ length: 5000 }, (_, i) => 1 + i / 1000);
    const few = Array.from({ length: 500 }, (_, i) => 1 + (i * 10 + 4.5) / 1000);
    expect(comparisonMultiplier(many)).toBeCloseTo(comparisonMultiplier(few)!, 3);
  });

  it("is not defined for fewer than two schools that have an error", () => {
    expect(comparisonMultiplier([])).toBeNull();
    expect(comparisonMultiplier([1])).toBeNull();
    expect(comparisonMultiplier([0, 0, 1])).toBeNull();
    expect(comparisonMultiplier([0, 1, 1])).toBeCloseTo(1.385903824349678, 13);
    expect(comparisonIntervals([{ estimate: 1, standardError: 0 }])).toBeNull();
  });

  it("refuses what is no error, no estimate or no level", () => {
    expect(() => comparisonMultiplier([1, -1])).toThrow(RangeError);
    expect(() => comparisonMultiplier([1, Number.NaN])).toThrow(RangeError);
    expect(() => comparisonMultiplier([1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
    expect(() => comparisonMultiplier([1, 1], { level: 1 })).toThrow(RangeError);
    const wrong = [
      { estimate: Number.NaN, standardError: 1 },
      { estimate: 1, standardError: 1 },
    ];
    expect(() => comparisonIntervals(wrong)).toThrow(RangeError);
  });
});

describe("comparison intervals", () => {
  it("of two schools are apart exactly when the difference is significant", () => {
    // Difference 2.8 with errors 1 and 1: 2.8 / √2 = 1.98 > 1.96; 2.7 / √2 = 1.91.
    const apart = (distance: number) => {
      const [a, b] = comparisonIntervals([
        { estimate: 0, standardError: 1 },
        { estimate: distance, standardError: 1 },
      ])!;
      return b!.low > a!.high;
    };
    expect(apart(2.8)).toBe(true);
    expect(apart(2.7)).toBe(false);
  });

  it("repeat the examples of the docstrings", () => {
    expect(comparisonMultiplier([2, 2, 2])).toBeCloseTo(1.3859038243496777, 14);
    const [first] = comparisonIntervals([
      { estimate: 0, standardError: 1 },
      { estimate: 3, standardError: 1 },
    ])!;
    expect(first!.low).toBeCloseTo(-1.3859038243496777, 13);
    expect(first!.high).toBeCloseTo(1.3859038243496777, 13);
  });
});

describe("a caterpillar", () => {
  const school = (estimate: number, standardError = 1) => ({ estimate, standardError });

  it("stands from the lowest to the highest, with ranks from the highest and ties sharing the better one", () => {
    const rows = caterpillar([school(1), school(-3), null, school(1), school(2)], 1.96);
    expect(rows.map((row) => row.place)).toEqual([1, 0, 3, 4]);
    expect(rows.map((row) => row.rank)).toEqual([4, 2, 2, 1]);
    expect(rows.map((row) => row.clear)).toEqual(["below", null, null, "above"]);
    expect(rows[0]!.interval).toEqual({ low: -3 - 1.96, high: -3 + 1.96 });
  });

  it("does not call a school clear whose interval ends at 0", () => {
    expect(caterpillar([school(2), school(-2)], 2).map((row) => row.clear)).toEqual([null, null]);
    expect(caterpillar([school(0, 0)], 2)[0]!.clear).toBeNull();
    expect(caterpillar([], 2)).toEqual([]);
  });

  it("refuses what is no multiplier or no estimate, and changes nothing", () => {
    for (const z of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => caterpillar([school(1)], z)).toThrow(RangeError);
    expect(() => caterpillar([school(Number.NaN)], 2)).toThrow(RangeError);
    expect(() => caterpillar([school(1, -1)], 2)).toThrow(RangeError);
    expect(() => caterpillar([school(1, Number.POSITIVE_INFINITY)], 2)).toThrow(RangeError);
    const list = [school(3), school(1)];
    caterpillar(list, 2);
    expect(list).toEqual([school(3), school(1)]);
  });

  it("repeats the example of its docstring", () => {
    expect(caterpillar([school(3), school(1)], 1.96).map((row) => row.clear)).toEqual([null, "above"]);
  });
});
