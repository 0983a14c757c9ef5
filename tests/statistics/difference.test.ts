import { describe, expect, it } from "vitest";
import { againstRest, directionOf, inPoints, sizeBounds } from "#lib/statistics/difference.ts";
import { newcombe } from "#lib/statistics/newcombe.ts";

describe("the direction of a difference", () => {
  it.each([
    [0.01, 0.2, "higher"],
    [-0.2, -0.01, "lower"],
    [-0.05, 0.36, "chance"],
    [0, 0.2, "chance"],
    [-0.2, 0, "chance"],
    [0, 0, "chance"],
  ] as const)("with the bounds %f and %f is: %s", (low, high, direction) => {
    expect(directionOf({ low, high })).toBe(direction);
  });

  it("is refused without bounds", () => {
    expect(() => directionOf({ low: 1, high: 0 })).toThrow(RangeError);
    expect(() => directionOf({ low: Number.NaN, high: 0 })).toThrow(RangeError);
  });
});

describe("a group against the rest of its whole", () => {
  it("is compared with those who are not in it", () => {
    expect(againstRest({ part: 9, n: 31 }, { part: 12, n: 56 })).toEqual({
      ...newcombe(9, 31, 3, 25)!,
      rest: { part: 3, n: 25 },
    });
  });

  it("is not compared with nobody, nor when the whole does not hold it", () => {
    expect(againstRest({ part: 9, n: 31 }, { part: 9, n: 31 })).toBeNull();
    expect(againstRest({ part: 0, n: 0 }, { part: 9, n: 31 })).toBeNull();
    expect(againstRest({ part: 9, n: 31 }, { part: 8, n: 56 })).toBeNull();
    expect(againstRest({ part: 9, n: 31 }, { part: 36, n: 56 })).toBeNull();
    expect(againstRest({ part: 9, n: 31 }, { part: 9, n: 30 })).toBeNull();
    expect(() => againstRest({ part: 9, n: 8 }, { part: 9, n: 31 })).toThrow(RangeError);
    expect(() => againstRest({ part: 9, n: 31 }, { part: 9, n: 8 })).toThrow(RangeError);
  });

  it("may be compared with a rest in which all or nobody did it", () => {
    expect(againstRest({ part: 9, n: 31 }, { part: 9, n: 56 })!.rest).toEqual({ part: 0, n: 25 });
    expect(againstRest({ part: 9, n: 31 }, { part: 34, n: 56 })!.rest).toEqual({ part: 25, n: 25 });
  });
});

describe("a difference for people", () => {
  it("is in percentage points", () => {
    expect(inPoints({ difference: 0.25, low: 0.125, high: 0.5 })).toEqual({
      difference: 25,
      low: 12.5,
      high: 50,
    });
  });

  it("has a size without a sign, the smaller bound first", () => {
    expect(sizeBounds({ low: -20, high: -3 })).toEqual({ low: 3, high: 20 });
    expect(sizeBounds({ low: 3, high: 20 })).toEqual({ low: 3, high: 20 });
  });

  it("may be as small as nothing when chance may have made it", () => {
    expect(sizeBounds({ low: -4, high: 9 })).toEqual({ low: 0, high: 9 });
    expect(sizeBounds({ low: -9, high: 4 })).toEqual({ low: 0, high: 9 });
    expect(() => sizeBounds({ low: 2, high: 1 })).toThrow(RangeError);
  });
});
