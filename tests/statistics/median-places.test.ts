import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianPlaces } from "#lib/statistics/median-places.ts";
import { histogramMedian } from "#lib/statistics/quantile.ts";

describe("the places of a median", () => {
  it.each([
    // 1, 1, 2, 2: between the second and the third
    [[0, 2, 2], { n: 4, parity: "even", lowRank: 2, highRank: 3, low: 1, high: 2 }],
    // 0, 2, 2: the second
    [[1, 0, 2], { n: 3, parity: "odd", lowRank: 2, highRank: 2, low: 2, high: 2 }],
    [[0, 0, 0, 1], { n: 1, parity: "odd", lowRank: 1, highRank: 1, low: 3, high: 3 }],
    [[6], { n: 6, parity: "even", lowRank: 3, highRank: 4, low: 0, high: 0 }],
  ] as const)("of %j are found by hand", (histogram, places) => {
    expect(medianPlaces(histogram)).toEqual(places);
  });

  it("have the median half way between them, and are those of the sorted list", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1 }), (histogram) => {
        const list = histogram.flatMap((count, score) => Array<number>(count).fill(score));
        const places = medianPlaces(histogram);
        if (list.length === 0) return expect(places).toBeNull();
        expect((places!.low + places!.high) / 2).toBe(histogramMedian(histogram));
        expect([list[places!.lowRank - 1], list[places!.highRank - 1]]).toEqual([places!.low, places!.high]);
      }),
    );
  });

  it("are not defined for nobody", () => {
    expect(medianPlaces([])).toBeNull();
    expect(medianPlaces([0, 0])).toBeNull();
    expect(() => medianPlaces([1, -1])).toThrow(RangeError);
  });
});
