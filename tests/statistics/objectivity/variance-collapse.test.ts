import { describe, expect, it } from "vitest";
import type { Moments } from "#lib/statistics/moments.ts";
import { VARIANCE_COLLAPSE, varianceCollapse } from "#lib/statistics/objectivity/variance-collapse.ts";
import { scoreMoments } from "#lib/statistics/summary.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

/** Moments of n values with this mean and variance. */
const group = (n: number, mean: number, variance: number): Moments => ({
  ...{ n, sum: n * mean, squareSum: n * mean * mean + (n - 1) * variance },
});
const region = group(1001, 10, 16);

describe("variance collapse (M6)", () => {
  it.each(DISTRICT_WORKS)("with the limit 0.5, whatever the mean, marks the schools of R, %s", (work) => {
    const whole = scoreMoments(districtSummary(work));
    const half = { ...VARIANCE_COLLAPSE, limit: 0.5, highMeanOnly: false, minimumPupils: 2 };
    const collapsed = [...districtSummaries(work, "school")].flatMap(([school, summary]) =>
      ["weak", "strong"].includes(varianceCollapse(scoreMoments(summary), whole, half).verdict)
        ? [school]
        : [],
    );
    expectEntry(collapsed.sort(), expected(`variance.collapsed.${work}`));
  });

  it("is strong when so small a spread is no chance, and weak when it may be", () => {
    // sd ratio 0.5: R: pchisq(29 / 4, 29) = 1.3e-05, pchisq(9 / 4, 9) = 0.0131306
    expect(varianceCollapse(group(30, 12, 4), region)).toMatchObject({
      ...{ namespace: "ours", marker: "varianceCollapse", statistic: 0.5, limit: 0.6, n: 30 },
      ...{ verdict: "strong", isMeanHigher: true },
    });
    const small = varianceCollapse(group(10, 12, 4), region);
    expect(small.verdict).toBe("weak");
    expect(small.ratio!.pLow).toBeCloseTo(0.013130615658014124, 12);
    expect(varianceCollapse(group(10, 12, 4), region, { ...VARIANCE_COLLAPSE, level: 0.02 }).verdict).toBe(
      "strong",
    );
  });

  it("is none at the limit and above", () => {
    expect(varianceCollapse(group(30, 12, 4), region, { ...VARIANCE_COLLAPSE, limit: 0.5 }).verdict).toBe(
      "none",
    );
    expect(varianceCollapse(group(30, 12, 9), region)).toMatchObject({ statistic: 0.75, verdict: "none" });
  });

  it("asks for a higher mean, unless told otherwise", () => {
    expect(varianceCollapse(group(30, 10, 4), region)).toMatchObject({
      ...{ isMeanHigher: false, verdict: "none" },
    });
    expect(varianceCollapse(group(30, 8, 4), region).verdict).toBe("none");
    const any = { ...VARIANCE_COLLAPSE, highMeanOnly: false };
    expect(varianceCollapse(group(30, 8, 4), region, any).verdict).toBe("strong");
  });

  it("says nothing below ten pupils, about nobody, or in a region without spread", () => {
    expect(varianceCollapse(group(9, 12, 4), region)).toMatchObject({
      ...{ statistic: 0.5, verdict: "insufficient" },
    });
    expect(varianceCollapse(group(0, 0, 0), region)).toMatchObject({
      ...{ statistic: null, ratio: null, isMeanHigher: null, n: 0, verdict: "insufficient" },
    });
    expect(varianceCollapse(group(30, 12, 4), group(100, 10, 0)).verdict).toBe("insufficient");
    expect(varianceCollapse(group(30, 12, 4), group(0, 0, 0)).isMeanHigher).toBeNull();
  });

  it("of pupils who are all equal is the strongest", () => {
    expect(varianceCollapse(group(20, 12, 0), region)).toMatchObject({ statistic: 0, verdict: "strong" });
  });
});
