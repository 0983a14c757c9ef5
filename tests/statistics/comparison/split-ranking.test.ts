import { describe, expect, it } from "vitest";
import { splitRanking } from "#lib/statistics/comparison/split-ranking.ts";

const a = [3.1, 4.4, 2.7, 5, 3.9, 4.1];
const b = [2.9, 4.9, 3.3, 4.6, 3.2, 4.4];

describe("the split-half reliability of a ranking", () => {
  // R: r <- cor(a, b); 2 * r / (1 + r); ci <- cor.test(a, b)$conf.int; 2 * ci / (1 + ci)
  it("agrees with R", () => {
    const found = splitRanking(a, b)!;
    expect(found.k).toBe(6);
    expect(found.correlation).toBeCloseTo(0.80614558949869886, 13);
    expect(found.rankCorrelation).toBeCloseTo(0.77142857142857146, 13);
    expect(found.reliability).toBeCloseTo(0.89266955464254349, 13);
    expect(found.interval.low).toBeCloseTo(-0.031824442856174175, 12);
    expect(found.interval.high).toBeCloseTo(0.98883548012417488, 12);
    expect(splitRanking(a, b, 0.9)!.interval.low).toBeCloseTo(0.2828925294899729, 12);
  });

  it("repeats the example", () => {
    expect(splitRanking([1, 2, 3, 4], [2, 1, 4, 3])!.reliability).toBeCloseTo(0.75, 14);
  });

  it("is not defined for fewer than four units, constant halves, or halves that agree or disagree wholly", () => {
    expect(splitRanking([], [])).toBeNull();
    expect(splitRanking([1, 2, 3], [2, 1, 3])).toBeNull();
    expect(splitRanking([1, 1, 1, 1], [2, 1, 4, 3])).toBeNull();
    expect(splitRanking([1, 2, 3, 4], [2, 2, 2, 2])).toBeNull();
    expect(splitRanking([1, 2, 3, 4], [4, 3, 2, 1])).toBeNull();
    expect(() => splitRanking([1, 2], [1])).toThrow(RangeError);
    expect(() => splitRanking(a, b, 95)).toThrow(RangeError);
  });
});
