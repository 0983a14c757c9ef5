import { describe, expect, it } from "vitest";
import { changeInPoints, growthIndex } from "#lib/statistics/change.ts";

describe("change between two years", () => {
  it("is told in points", () => {
    expect(changeInPoints(40.5, 47)).toBe(6.5);
    expect(changeInPoints(47, 40.5)).toBe(-6.5);
    expect(changeInPoints(0, 5)).toBe(5);
  });

  it("or, for counts and means, in per cent of the earlier figure", () => {
    expect(growthIndex(40, 50)).toBe(25);
    expect(growthIndex(50, 40)).toBe(-20);
    expect(growthIndex(50, 0)).toBe(-100);
  });

  it("is not defined when a year is missing, nor relative to 0", () => {
    expect([
      changeInPoints(null, 5),
      changeInPoints(5, null),
      growthIndex(null, 5),
      growthIndex(5, null),
    ]).toEqual([null, null, null, null]);
    expect(growthIndex(0, 5)).toBeNull();
  });

  it("refuses NaN and infinite figures", () => {
    expect(() => changeInPoints(Number.NaN, 5)).toThrow(RangeError);
    expect(() => changeInPoints(5, Number.NaN)).toThrow(RangeError);
    expect(() => growthIndex(5, Infinity)).toThrow(RangeError);
  });
});
