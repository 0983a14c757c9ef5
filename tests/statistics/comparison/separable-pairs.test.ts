import { describe, expect, it } from "vitest";
import { separablePairs } from "#lib/statistics/comparison/separable-pairs.ts";

const four = [1, 2.5, 4, 4.2].map((estimate, i) => ({ estimate, variance: [1, 0.5, 2, 0.25][i]! }));

describe("separable pairs", () => {
  // R: d <- abs(outer(y, y, "-")) > qnorm(.975) * sqrt(outer(v, v, "+")); sum(d[upper.tri(d)]); qnorm(.75) for level 0.5
  it("agree with R", () => {
    expect(separablePairs(four)).toEqual({ pairs: 6, separable: 2, share: 1 / 3 });
    expect(separablePairs(four, 0.5)!.separable).toBe(5);
    expect(separablePairs([null, ...four])!.pairs).toBe(6);
  });

  it("are all pairs of different values known exactly", () => {
    const known = [2, 1, 2].map((estimate) => ({ estimate, variance: 0 }));
    expect(separablePairs(known)).toEqual({ pairs: 3, separable: 2, share: 2 / 3 });
    expect(
      separablePairs([
        { estimate: 0, variance: 1 },
        { estimate: 3, variance: 1 },
      ])!.share,
    ).toBe(1);
  });

  it("are not defined for fewer than two estimates", () => {
    expect(separablePairs([])).toBeNull();
    expect(separablePairs([four[0]!, null])).toBeNull();
    expect(() => separablePairs(four, 95)).toThrow(RangeError);
    expect(() => separablePairs([{ estimate: 0, variance: -1 }])).toThrow(RangeError);
  });
});
