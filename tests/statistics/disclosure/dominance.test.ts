import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dominanceRule, pPercentRule } from "#lib/statistics/disclosure/dominance.ts";

describe("the (n, k) rule", () => {
  it("hides a sum of which the greatest contributors make up more than k per cent", () => {
    // 90 of 100 is more than 85 %; 90 / 0.85 = 105.88… is what a sum that is just allowed would have to be.
    const { sensitivity, protection } = dominanceRule([90, 5, 3, 2], { largest: 1, percent: 85 });
    expect(sensitivity).toBe("dominance");
    expect(protection).toBeCloseTo(90 / 0.85 - 100, 12);
    expect(dominanceRule([5, 90, 2, 3], { largest: 2, percent: 94 }).sensitivity).toBe("dominance");
  });

  it("shows exactly k per cent", () => {
    expect(dominanceRule([85, 10, 5], { largest: 1, percent: 85 })).toEqual({
      sensitivity: null,
      protection: 0,
    });
    expect(dominanceRule([60, 35, 5], { largest: 2, percent: 95 }).sensitivity).toBeNull();
  });

  it("shows a sum of nothing or of zeros, hides that of one, and never hides at 100 per cent", () => {
    expect(dominanceRule([], { largest: 1, percent: 85 }).sensitivity).toBeNull();
    expect(dominanceRule([0, 0], { largest: 1, percent: 85 }).sensitivity).toBeNull();
    expect(dominanceRule([7], { largest: 2, percent: 85 }).sensitivity).toBe("dominance");
    expect(dominanceRule([7], { largest: 1, percent: 100 }).sensitivity).toBeNull();
  });

  it("refuses what is no contribution and no rule", () => {
    expect(() => dominanceRule([-1, 5], { largest: 1, percent: 85 })).toThrow(RangeError);
    expect(() => dominanceRule([Number.NaN], { largest: 1, percent: 85 })).toThrow(RangeError);
    expect(() => dominanceRule([Number.POSITIVE_INFINITY], { largest: 1, percent: 85 })).toThrow(RangeError);
    for (const largest of [0, 1.5, -1])
      expect(() => dominanceRule([1], { largest, percent: 85 })).toThrow(RangeError);
    for (const percent of [0, -1, 101, Number.NaN])
      expect(() => dominanceRule([1], { largest: 1, percent })).toThrow(RangeError);
  });
});

describe("the p % rule", () => {
  it("hides a sum in which the others are less than p per cent of the greatest", () => {
    expect(pPercentRule([100, 50, 5], 10)).toEqual({ sensitivity: "pPercent", protection: 5 });
    expect(pPercentRule([50, 5, 100], 10)).toEqual({ sensitivity: "pPercent", protection: 5 });
    expect(pPercentRule([100, 50, 10], 10)).toEqual({ sensitivity: null, protection: 0 });
    expect(pPercentRule([100, 50, 6, 4], 10).sensitivity).toBeNull();
  });

  it("hides one or two contributors, shows nothing and zeros", () => {
    expect(pPercentRule([7], 10)).toEqual({ sensitivity: "pPercent", protection: 0.7 });
    expect(pPercentRule([7, 7], 10).sensitivity).toBe("pPercent");
    expect(pPercentRule([], 10).sensitivity).toBeNull();
    expect(pPercentRule([0, 0], 10).sensitivity).toBeNull();
  });

  it("refuses what is no contribution and no rule", () => {
    expect(() => pPercentRule([-1], 10)).toThrow(RangeError);
    for (const percent of [0, 101]) expect(() => pPercentRule([1], percent)).toThrow(RangeError);
  });
});

it("neither rule depends on the order of contributors, nor changes them", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000)), fc.integer({ min: 1, max: 100 }), (parts, percent) => {
      const given = [...parts];
      const turned = [...parts].reverse();
      expect(dominanceRule(turned, { largest: 2, percent })).toEqual(
        dominanceRule(parts, { largest: 2, percent }),
      );
      expect(pPercentRule(turned, percent)).toEqual(pPercentRule(parts, percent));
      expect(parts).toEqual(given);
    }),
  );
});
