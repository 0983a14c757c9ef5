import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { midRanks } from "#lib/statistics/association/mid-ranks.ts";

describe("mid-ranks", () => {
  // R: rank(c(10, 30, 10, 20)); rank(c(2, 2, 2)); rank(c(-1, Inf, 5, -Inf))
  it("are those of R", () => {
    expect(midRanks([10, 30, 10, 20])).toEqual([1.5, 4, 1.5, 3]);
    expect(midRanks([2, 2, 2])).toEqual([2, 2, 2]);
    expect(midRanks([-1, Infinity, 5, -Infinity])).toEqual([2, 4, 3, 1]);
    expect(midRanks([0, -0, 1])).toEqual([1.5, 1.5, 3]);
    expect(midRanks([7])).toEqual([1]);
    expect(midRanks([])).toEqual([]);
  });

  it("add up to n(n + 1)/2, do not depend on the order of the file and count smaller and equal values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 }), (values) => {
        const ranks = midRanks(values);
        const n = values.length;
        expect(ranks.reduce((a, b) => a + b, 0)).toBe((n * (n + 1)) / 2);
        expect(midRanks([...values].reverse())).toEqual([...ranks].reverse());
        values.forEach((value, i) => {
          const below = values.filter((other) => other < value).length;
          const equal = values.filter((other) => other === value).length;
          expect(ranks[i]).toBe(below + (equal + 1) / 2);
        });
      }),
    );
  });

  it("leave the list as it was and refuse a missing value", () => {
    const values = [3, 1, 2];
    midRanks(values);
    expect(values).toEqual([3, 1, 2]);
    expect(() => midRanks([1, Number.NaN])).toThrow(RangeError);
  });
});
