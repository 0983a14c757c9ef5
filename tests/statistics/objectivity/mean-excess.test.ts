import { describe, expect, it } from "vitest";
import type { Moments } from "#lib/statistics/moments.ts";
import { MEAN_EXCESS, meanExcess } from "#lib/statistics/objectivity/mean-excess.ts";

const group = (n: number, mean: number, variance: number): Moments => ({
  ...{ n, sum: n * mean, squareSum: n * mean * mean + (n - 1) * variance },
});
const momentsOf = (values: readonly number[]): Moments => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squareSum: values.reduce((sum, value) => sum + value * value, 0),
});
const peers = group(101, 10, 25);

describe("excess of the mean (M1)", () => {
  it("agrees with R", () => {
    // x <- rep(14:18, 4); X <- rep(5:15, 20)
    const school = momentsOf([14, 15, 16, 17, 18].flatMap((x) => [x, x, x, x]));
    const others = momentsOf(Array.from({ length: 220 }, (_, i) => 5 + (i % 11)));
    const excess = meanExcess(school, others);
    expect(excess).toMatchObject({
      ...{ namespace: "ours", marker: "meanExcess", limit: 0.5, n: 20, verdict: "strong" },
    });
    // (mean(x) - mean(X)) / sd(X); t.test(x)$conf.int[1]; t.test(X)$conf.int[2]
    expect(excess.statistic).toBeCloseTo(1.8930494878994484, 12);
    expect(excess.school!.low).toBeCloseTo(15.320933326866026, 9);
    expect(excess.peers!.high).toBeCloseTo(10.421146016298261, 9);
  });

  it("is weak above half a standard deviation, strong above 0.8, at the limits not", () => {
    expect(meanExcess(group(20, 14, 1), peers)).toMatchObject({ statistic: 0.8, verdict: "weak" });
    expect(meanExcess(group(20, 14.5, 1), peers)).toMatchObject({ statistic: 0.9, verdict: "strong" });
    expect(meanExcess(group(20, 12.5, 1), peers)).toMatchObject({ statistic: 0.5, verdict: "none" });
    expect(meanExcess(group(20, 13, 1), peers).verdict).toBe("weak");
    expect(meanExcess(group(20, 14, 1), peers, { ...MEAN_EXCESS, strong: 0.7 }).verdict).toBe("strong");
    expect(meanExcess(group(20, 13, 1), peers, { ...MEAN_EXCESS, weak: 0.6 })).toMatchObject({
      ...{ limit: 0.6, verdict: "none" },
    });
  });

  it("is none where the intervals overlap, however large it is", () => {
    // 16 ± 2.09 · 20 / √20 reaches down to 6.6
    expect(meanExcess(group(20, 16, 400), peers)).toMatchObject({ statistic: 1.2, verdict: "none" });
  });

  it("says nothing below ten pupils, or where a spread is not known", () => {
    expect(meanExcess(group(10, 15, 1), peers).verdict).toBe("strong");
    expect(meanExcess(group(9, 15, 1), peers)).toMatchObject({ statistic: 1, verdict: "insufficient" });
    expect(meanExcess(group(20, 15, 0), peers)).toMatchObject({
      ...{ statistic: 1, school: null, verdict: "insufficient" },
    });
    expect(meanExcess(group(20, 15, 1), group(50, 10, 0))).toMatchObject({
      ...{ statistic: null, peers: null, verdict: "insufficient" },
    });
    expect(meanExcess(group(0, 0, 0), peers)).toMatchObject({
      ...{ statistic: null, n: 0, verdict: "insufficient" },
    });
    expect(meanExcess(group(20, 15, 1), group(0, 0, 0)).verdict).toBe("insufficient");
  });
});
