import { describe, expect, it } from "vitest";
import {
  checkContingency,
  contingencyOf,
  crossTabulate,
  margins,
} from "#lib/statistics/association/contingency.ts";

describe("a contingency table", () => {
  it("is cut from a list of cells, row after row", () => {
    expect(contingencyOf([1, 2, 3, 4], 2)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(contingencyOf([1, 2, 3], 3)).toEqual([[1, 2, 3]]);
  });

  it("refuses cells that do not fill rows, or are no counts", () => {
    expect(() => contingencyOf([1, 2, 3], 2)).toThrow(RangeError);
    // Said by the cut itself; what the pieces hold is looked at after it.
    for (const columns of [0, -1, 1.5, Number.NaN])
      expect(() => contingencyOf([1, 2], columns), String(columns)).toThrow(/do not fill rows/);
    expect(() => contingencyOf([1, 2, 3], 2)).toThrow(/do not fill rows/);
    expect(contingencyOf([1, 2], 1)).toEqual([[1], [2]]);
    expect(() => contingencyOf([1, 2], 1.5)).toThrow(RangeError);
    expect(() => contingencyOf([], 2)).toThrow(RangeError);
    expect(() => contingencyOf([1, -2], 2)).toThrow(RangeError);
    expect(() => checkContingency([[1, 2], [3]])).toThrow(RangeError);
    expect(() => checkContingency([[0.5]])).toThrow(RangeError);
    expect(() => checkContingency([[]])).toThrow(RangeError);
  });

  it("is counted from pairs, in the order of the categories", () => {
    expect(crossTabulate([2, 3, 3], [2, 3, 2], [2, 3])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(crossTabulate([], [], [2, 3])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(() => crossTabulate([2], [4], [2, 3])).toThrow(RangeError);
    expect(() => crossTabulate([4], [2], [2, 3])).toThrow(RangeError);
    // The longer list is the second one, whose rest would go unseen.
    expect(() => crossTabulate([2], [2, 3], [2, 3])).toThrow(/pairs/);
    expect(() => crossTabulate([2, 3], [2], [2, 3])).toThrow(/pairs/);
  });

  it("has margins", () => {
    expect(
      margins([
        [1, 2, 0],
        [4, 0, 3],
      ]),
    ).toEqual({ rows: [3, 7], columns: [5, 2, 3], n: 10 });
    expect(() => margins([])).toThrow(RangeError);
  });
});
