import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BORDER_JUMP, borderJump, borderJumps } from "#lib/statistics/objectivity/border-jump.ts";
import { districtSummaries, readRecords } from "#tests/support/district.ts";

// Neighbours 4, 2, 5, 5, 4 of the border 5 have the mean 4; E = (10 − 4) / 2 = 3; J = (10 + 5) / (2 + 4) = 2.5; n = 50.
const STRONG = [8, 8, 4, 2, 4, 10, 5, 5, 4];

describe("a border jump (M2)", () => {
  it("is strong from E = 3 and J = 2.5 with 50 pupils on", () => {
    expect(borderJump(STRONG, 5)).toMatchObject({
      ...{ namespace: "ours", marker: "borderJump", statistic: 3, limit: 2, n: 50, verdict: "strong" },
      ...{ border: 5, expected: 4, jump: 2.5, isPeak: true, peak: { below: 4, at: 10 } },
    });
  });

  it("is weak with fewer pupils, a smaller jump or a smaller excess", () => {
    expect(borderJump(STRONG.with(0, 7), 5)).toMatchObject({ n: 49, statistic: 3, verdict: "weak" });
    expect(borderJump(STRONG.with(4, 5), 5)).toMatchObject({ jump: 15 / 7, statistic: 3, verdict: "weak" });
    // 9 at the border: E = 2.5
    expect(borderJump(STRONG.with(5, 9).with(0, 20).with(4, 0), 5)).toMatchObject({
      ...{ statistic: 2.5, jump: 7, verdict: "weak" },
    });
    expect(borderJump(STRONG.with(5, 8), 5)).toMatchObject({ statistic: 2, verdict: "weak" });
    expect(borderJump(STRONG.with(5, 7), 5)).toMatchObject({ statistic: 1.5, verdict: "none" });
  });

  it("says nothing about fewer than twenty pupils", () => {
    const few = [0, 0, 1, 1, 1, 13, 1, 1, 1];
    expect(borderJump(few, 5)).toMatchObject({ n: 19, expected: 1, statistic: 12, verdict: "insufficient" });
    expect(borderJump(few.with(5, 14), 5)).toMatchObject({ n: 20, verdict: "weak" });
    expect(borderJump([0, 0, 0], 1)).toMatchObject({ n: 0, statistic: 0, verdict: "insufficient" });
  });

  it("expects the mean of what neighbours there are near the ends of the scores", () => {
    // Border 1: scores 2, 3, 4; border 8: scores 5, 6; above the maximum there is nobody
    expect(borderJump(STRONG, 1)).toMatchObject({ expected: 10 / 3, jump: 12 / 8 });
    expect(borderJump(STRONG, 8)).toMatchObject({ expected: 7.5, jump: 4 / 10 });
    expect(borderJump(STRONG, 6)).toMatchObject({ expected: (2 + 4 + 5 + 4) / 4 });
  });

  it("has no expectation without a neighbour", () => {
    expect(borderJump([10, 20], 1)).toMatchObject({
      ...{ expected: null, statistic: null, jump: 2, n: 30, verdict: "insufficient" },
    });
  });

  it("divides by at least 1, in the excess and in the jump", () => {
    expect(borderJump([20, 0, 0, 0, 0, 3, 0, 0, 0], 5)).toMatchObject({
      ...{ expected: 0, statistic: 3, jump: 3, verdict: "weak" },
    });
  });

  it("sees a peak as a production system does: half above the average bin, and one pupil above it", () => {
    const isPeak = (histogram: number[], border: number) => borderJump(histogram, border).isPeak;
    expect(isPeak([4, 4, 6, 2], 2)).toBe(true); // average 4: 6 ≥ 6
    expect(isPeak([4, 4, 5, 3], 2)).toBe(false);
    expect(isPeak([1, 1, 2, 0], 2)).toBe(true); // average 1: 2 ≥ 2 and 2 ≥ 2
    expect(isPeak([1, 1, 2, 1, 1], 2)).toBe(false); // average 1.2: 2 ≥ 1.8, but 2 < 2.2
    expect(isPeak([0, 0, 1, 0, 0], 2)).toBe(false); // 1 < 2
  });

  it("takes other parameters", () => {
    const change = (one: Partial<typeof BORDER_JUMP>) => borderJump(STRONG, 5, { ...BORDER_JUMP, ...one });
    expect(change({ strongPupils: 51 }).verdict).toBe("weak");
    expect(change({ strongExcess: 3.1 }).verdict).toBe("weak");
    expect(change({ strongJump: 2.6 }).verdict).toBe("weak");
    expect(change({ weakExcess: 3.1, strongJump: 9 })).toMatchObject({ limit: 3.1, verdict: "none" });
    expect(change({ minimumPupils: 51 }).verdict).toBe("insufficient");
  });

  it("finds the planted spike at the pass border", () => {
    const { school, work } = readRecords("planted.csv").find((row) => row.planted!.startsWith("spike"))!;
    const { histogram } = districtSummaries(work as "MA5", "school").get(school!)!;
    const { min3, min4, min5 } = readRecords("scale.csv").find((row) => row.work === work)!;
    const [first] = borderJumps(histogram, [Number(min3), Number(min4), Number(min5)]);
    expect(first).toMatchObject({ border: Number(min3), verdict: "strong", isPeak: true });
  });

  it("grows with each pupil at the border", () => {
    const histograms = fc.array(fc.nat({ max: 20 }), { minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(histograms, fc.integer({ min: 1, max: 7 }), (histogram, border) => {
        const more = borderJump(histogram.with(border, histogram[border]! + 1), border);
        expect(more.statistic!).toBeGreaterThan(borderJump(histogram, border).statistic!);
      }),
    );
  });

  it("is asked for each border of a scale in its order, and refuses one that is none", () => {
    expect(borderJumps(STRONG, [5, 2]).map(({ border }) => border)).toEqual([5, 2]);
    expect(borderJumps(STRONG, [])).toEqual([]);
    expect(() => borderJumps(STRONG, [9])).toThrow(RangeError);
  });
});
