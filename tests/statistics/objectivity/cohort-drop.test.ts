import { describe, expect, it } from "vitest";
import type { Moments } from "#lib/statistics/moments.ts";
import { cohortDrop } from "#lib/statistics/objectivity/cohort-drop.ts";

const group = (n: number, mean: number, variance: number): Moments => ({
  ...{ n, sum: n * mean, squareSum: n * mean * mean + (n - 1) * variance },
});
const standing = (mean: number, n = 25, region = group(101, 10, 25)) => ({
  ...{ school: group(n, mean, 9), region },
});

describe("drop of a cohort (M4)", () => {
  it("is measured in standard deviations of each work's own region", () => {
    // (15 − 10) / 5 = 1 in grade 4; (22 − 20) / 4 = 0.5 in grade 5
    expect(cohortDrop(standing(15), standing(22, 30, group(101, 20, 16)))).toEqual({
      ...{ namespace: "ours", marker: "cohortDrop", statistic: 0.5, limit: 1, n: 25, verdict: "none" },
      ...{ earlier: 1, later: 0.5 },
    });
  });

  it("is a marker from one standard deviation on", () => {
    expect(cohortDrop(standing(15), standing(10))).toMatchObject({ statistic: 1, verdict: "strong" });
    expect(cohortDrop(standing(14.5), standing(10)).verdict).toBe("none");
    expect(cohortDrop(standing(10), standing(15))).toMatchObject({ statistic: -1, verdict: "none" });
    expect(cohortDrop(standing(14.5), standing(10), { limit: 0.9 })).toMatchObject({
      ...{ limit: 0.9, verdict: "strong" },
    });
  });

  it("says nothing below twenty pupils in either year", () => {
    expect(cohortDrop(standing(20, 20), standing(10, 20)).verdict).toBe("strong");
    expect(cohortDrop(standing(20, 19), standing(10, 20))).toMatchObject({ n: 19, verdict: "insufficient" });
    expect(cohortDrop(standing(20, 20), standing(10, 19))).toMatchObject({ n: 19, verdict: "insufficient" });
    expect(cohortDrop(standing(20, 5), standing(10, 5), { minimumPupils: 5 }).verdict).toBe("strong");
  });

  it("does not exist without a school, a region, or its spread", () => {
    const nobody = standing(0, 0);
    const flat = standing(15, 25, group(101, 10, 0));
    const nowhere = standing(15, 25, group(0, 0, 0));
    for (const wrong of [nobody, flat, nowhere]) {
      expect(cohortDrop(wrong, standing(10))).toMatchObject({ statistic: null, earlier: null, later: 0 });
      expect(cohortDrop(standing(10), wrong)).toMatchObject({
        ...{ statistic: null, later: null, verdict: "insufficient" },
      });
    }
  });
});
