import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankingReliability } from "#lib/statistics/comparison/ranking-reliability.ts";

const four = [1, 2.5, 4, 4.2].map((estimate, i) => ({ estimate, variance: [1, 0.5, 2, 0.25][i]! }));

describe("the reliability of a ranking", () => {
  // R: r <- 1 - mean(v) / var(y); 1 - (1 - r) * qchisq(c(.975, .025), 3) / 3; the same at 90 %
  it("agrees with R", () => {
    const found = rankingReliability(four)!;
    expect(found.reliability).toBeCloseTo(0.57817772778402698, 13);
    expect(found.low).toBeCloseTo(-0.31445495001351875, 11);
    expect(found.high).toBeCloseTo(0.96965758118336642, 12);
    expect(found.totalVariance).toBeCloseTo(2.2225, 13);
    expect(found).toMatchObject({ k: 4, meanErrorVariance: 0.9375 });
    expect(rankingReliability(four, 0.9)!.low).toBeCloseTo(-0.098808760299659681, 11);
    expect(rankingReliability(four, 0.9)!.high).toBeCloseTo(0.95052779559205969, 12);
  });

  it("repeats the example by hand: 1 − 0.75/2", () => {
    expect(
      rankingReliability([
        { estimate: 0, variance: 1 },
        { estimate: 2, variance: 0.5 },
      ])!.reliability,
    ).toBe(0.625);
  });

  it("is 1 for values known exactly and below 0 where chance spreads further", () => {
    expect(
      rankingReliability([
        { estimate: 0, variance: 0 },
        { estimate: 2, variance: 0 },
      ]),
    ).toMatchObject({ reliability: 1, low: 1, high: 1 });
    expect(
      rankingReliability([
        { estimate: 0, variance: 4 },
        { estimate: 2, variance: 4 },
      ])!.reliability,
    ).toBe(-1);
  });

  it("is not defined for fewer than two estimates or equal ones", () => {
    expect(rankingReliability([])).toBeNull();
    expect(rankingReliability([four[0]!, null])).toBeNull();
    expect(rankingReliability([0.1, 0.1, 0.1].map((estimate) => ({ estimate, variance: 1 })))).toBeNull();
    expect(() => rankingReliability(four, 95)).toThrow(RangeError);
    expect(() => rankingReliability([{ estimate: Number.NaN, variance: 1 }])).toThrow(RangeError);
  });

  it("does not change when all estimates move or the scale does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }), (shift, scale) => {
        const moved = four.map(({ estimate, variance }) => ({
          estimate: shift + scale * estimate,
          variance: scale ** 2 * variance,
        }));
        expect(rankingReliability(moved)!.reliability).toBeCloseTo(0.57817772778402698, 10);
      }),
    );
  });
});
