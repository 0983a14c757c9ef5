import { describe, expect, it } from "vitest";
import { meanEstimate, shareEstimate } from "#lib/statistics/comparison/estimate.ts";

describe("the estimate of a unit's mean", () => {
  it("is the mean with its sampling variance", () => {
    expect(meanEstimate({ n: 2, sum: 4, squareSum: 10 })).toEqual({ estimate: 2, variance: 1 });
  });

  it("is none for one value, no value and equal values", () => {
    expect(meanEstimate({ n: 0, sum: 0, squareSum: 0 })).toBeNull();
    expect(meanEstimate({ n: 1, sum: 4, squareSum: 16 })).toBeNull();
    expect(meanEstimate({ n: 3, sum: 12, squareSum: 48 })).toBeNull();
  });
});

describe("the estimate of a unit's share", () => {
  it("is the share with its sampling variance", () => {
    expect(shareEstimate(1, 4)).toEqual({ estimate: 0.25, variance: 0.046875 });
  });

  it("is none without pupils and at 0 and 1, where the formula would claim certainty", () => {
    expect(shareEstimate(0, 0)).toBeNull();
    expect(shareEstimate(0, 8)).toBeNull();
    expect(shareEstimate(8, 8)).toBeNull();
    expect(() => shareEstimate(9, 8)).toThrow(RangeError);
  });
});
