import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  medianAbsoluteDeviation,
  modifiedStandardScore,
} from "#lib/statistics/comparison/modified-standard-score.ts";
import { standardScore } from "#lib/statistics/comparison/standard-score.ts";

// R: x <- c(48, 52, 55, 57, 60, 61, 63, 90)
const group = [48, 52, 55, 57, 60, 61, 63, 90];

describe("standard score", () => {
  it.each([
    // R: (x - mean(x)) / sd(x)
    [90, 2.2845388259031236],
    [48, -0.9958246164193103],
  ])("of %i", (value, expected) => {
    expect(standardScore(value, group)).toBeCloseTo(expected, 13);
  });
  it("is not defined for a group without spread or of one", () => {
    for (const none of [[], [5], [5, 5, 5]]) expect(standardScore(5, none)).toBeNull();
    expect(() => standardScore(Number.NaN, group)).toThrow(RangeError);
  });
  it("cannot pass (n − 1)/√n for a value of the group", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 }), (values) => {
        const bound = (values.length - 1) / Math.sqrt(values.length);
        for (const value of values)
          expect(Math.abs(standardScore(value, values) ?? 0)).toBeLessThanOrEqual(bound + 1e-9);
      }),
    );
  });
});

describe("modified standard score", () => {
  it.each([
    // R: 0.6745 * (x - median(x)) / mad(x, constant = 1)
    [90, 5.3116875],
    [48, -1.7705625],
  ])("of %i", (value, expected) => {
    expect(modifiedStandardScore(value, group)).toBeCloseTo(expected, 13);
  });
  it("has the median absolute deviation without a factor", () => {
    // R: mad(x, constant = 1)
    expect(medianAbsoluteDeviation(group)).toBe(4);
    expect(medianAbsoluteDeviation([])).toBeNull();
  });
  it("is not defined when most values are equal, and refuses what is no number", () => {
    expect(modifiedStandardScore(9, [5, 5, 5, 9])).toBeNull();
    expect(modifiedStandardScore(9, [])).toBeNull();
    expect(() => modifiedStandardScore(Number.POSITIVE_INFINITY, group)).toThrow(RangeError);
  });
  it("does not move when a far value moves farther", () => {
    const far = [...group.slice(0, -1), 900];
    expect(modifiedStandardScore(48, far)).toBe(modifiedStandardScore(48, group));
  });
});
