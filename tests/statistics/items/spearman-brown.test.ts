import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spearmanBrown } from "#lib/statistics/items/spearman-brown.ts";

describe("the Spearman–Brown prophecy", () => {
  it("tells the reliability of a longer and of a shorter test", () => {
    expect(spearmanBrown(0.5, 2)).toBe(2 / 3);
    // R: n <- .5; n * .8 / (1 + (n - 1) * .8)
    expect(spearmanBrown(0.8, 0.5)).toBeCloseTo(2 / 3, 15);
    expect(spearmanBrown(-0.2, 2)).toBeCloseTo(-0.5, 15);
    expect(spearmanBrown(0.37, 1)).toBe(0.37);
    expect(spearmanBrown(1, 7)).toBe(1);
  });

  it("undoes itself", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 20 }), (r, times) => {
        expect(spearmanBrown(spearmanBrown(r, times)!, 1 / times)).toBeCloseTo(r, 12);
      }),
    );
  });

  it("is not defined where no such test can exist", () => {
    expect(spearmanBrown(-1, 2)).toBeNull();
    expect(spearmanBrown(-0.5, 3)).toBeNull();
    expect(spearmanBrown(-0.5, 4)).toBeNull();
  });

  it("refuses what cannot be", () => {
    for (const r of [1.01, -1.01, Number.NaN]) expect(() => spearmanBrown(r, 2)).toThrow(RangeError);
    for (const times of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => spearmanBrown(0.5, times)).toThrow(RangeError);
  });
});
