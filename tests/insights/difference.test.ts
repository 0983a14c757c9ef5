import { describe, expect, it } from "vitest";
import { qualityDifference } from "#lib/insights/difference.ts";

describe("difference of shares of «4» and «5» (Newcombe's interval, numbers from R)", () => {
  it("may be chance while the interval covers zero: 14 of 24 against 408 of 708", () => {
    const found = qualityDifference([2, 8, 10, 4], [58, 242, 290, 118]);
    expect(found).toMatchObject({ verdict: "chance", otherPart: 408, otherBase: 708 });
    expect(found?.low).toBeCloseTo(-0.1912003, 6);
    expect(found?.high).toBeCloseTo(0.1829278, 6);
  });

  it("is noticeable above zero: 14 of 24 against 3500 of 10000", () => {
    const found = qualityDifference([2, 8, 10, 4], [1500, 5000, 2500, 1000]);
    expect(found?.verdict).toBe("higher");
    expect(found?.difference).toBeCloseTo(0.2333333, 6);
    expect(found?.low).toBeCloseTo(0.03812, 6);
    expect(found?.high).toBeCloseTo(0.4055746, 6);
  });

  it("is noticeable below zero: 400 of 1000 against 500 of 1000", () => {
    expect(qualityDifference([200, 400, 300, 100], [200, 300, 300, 200])?.verdict).toBe("lower");
  });

  it("says nothing of fewer than ten, however far apart", () => {
    expect(qualityDifference([0, 0, 5, 4], [500, 500, 0, 0])?.verdict).toBe("few");
    expect(qualityDifference([500, 500, 0, 0], [0, 0, 5, 4])?.verdict).toBe("few");
  });

  it("is not defined without anybody to compare with", () => {
    expect(qualityDifference([2, 8, 10, 4], [0, 0, 0, 0])).toBeNull();
  });
});
