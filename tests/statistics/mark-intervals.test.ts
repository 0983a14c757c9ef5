import { describe, expect, it } from "vitest";
import { markMoments, souInterval } from "#lib/statistics/mark-intervals.ts";
import { meanMark } from "#lib/statistics/marks.ts";
import { mean } from "#lib/statistics/moments.ts";

describe("the interval of СОУ", () => {
  // R: t.test(rep(c(16, 36, 64, 100), counts))$conf.int
  it.each([
    [[2, 8, 10, 4], 45.964829840115243, 67.368503493218086],
    [[0, 1, 1, 0], -127.88686630644573, 227.88686630644574],
  ] as const)("of %j is R's t interval of the weights", (counts, low, high) => {
    const interval = souInterval(counts)!;
    expect(interval.low / low).toBeCloseTo(1, 12);
    expect(interval.high / high).toBeCloseTo(1, 12);
  });

  it("is narrower at a lower level", () => {
    const [usual, half] = [souInterval([2, 8, 10, 4])!, souInterval([2, 8, 10, 4], 0.5)!];
    expect(half.low).toBeGreaterThan(usual.low);
    expect(half.high).toBeLessThan(usual.high);
  });

  it("is not defined for nobody, for one pupil and for equal marks", () => {
    for (const counts of [
      [0, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 9, 0],
    ] as const)
      expect(souInterval(counts)).toBeNull();
    expect(() => souInterval([1, -1, 0, 0])).toThrow(RangeError);
  });
});

describe("sums of marks", () => {
  it("are those of the list of marks", () => {
    // R: x <- rep(2:5, c(2, 8, 10, 4)); c(length(x), sum(x), sum(x^2))
    expect(markMoments([2, 8, 10, 4])).toEqual({ n: 24, sum: 88, squareSum: 340 });
    expect(mean(markMoments([2, 8, 10, 4]))).toBe(meanMark([2, 8, 10, 4]));
    expect(markMoments([0, 0, 0, 0])).toEqual({ n: 0, sum: 0, squareSum: 0 });
  });
});
