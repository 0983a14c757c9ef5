import { describe, expect, it } from "vitest";
import {
  countSensitivity,
  distributionSensitivity,
  groupSensitivity,
  PUBLIC_RULE,
} from "#lib/statistics/disclosure/primary.ts";

describe("primary suppression", () => {
  it("hides groups and counts below ten, and shows a zero", () => {
    expect(groupSensitivity(9)).toBe("smallGroup");
    expect(groupSensitivity(10)).toBeNull();
    expect(groupSensitivity(7, PUBLIC_RULE)).toBe("smallGroup");
    expect(countSensitivity(3, 9)).toBe("smallGroup");
    expect(countSensitivity(3, 60, PUBLIC_RULE)).toBe("smallCount");
    expect(countSensitivity(1, 60)).toBe("smallCount");
    expect(countSensitivity(9, 60)).toBe("smallCount");
    expect(countSensitivity(10, 60)).toBeNull();
    expect(countSensitivity(0, 60)).toBeNull();
  });

  it("hides 0 % and 100 % of a group below twenty", () => {
    expect(countSensitivity(0, 15, PUBLIC_RULE)).toBe("everyoneTheSame");
    expect(countSensitivity(0, 19)).toBe("everyoneTheSame");
    expect(countSensitivity(19, 19)).toBe("everyoneTheSame");
    expect(countSensitivity(10, 19)).toBeNull();
    expect(countSensitivity(20, 20)).toBeNull();
    expect(countSensitivity(0, 20)).toBeNull();
  });

  it("has nobody to protect in an empty group, and refuses what is no count", () => {
    expect(groupSensitivity(0)).toBeNull();
    expect(countSensitivity(0, 0)).toBeNull();
    expect(() => countSensitivity(5, 4)).toThrow(RangeError);
    expect(() => countSensitivity(-1, 4)).toThrow(RangeError);
    expect(() => countSensitivity(1.5, 4)).toThrow(RangeError);
    expect(() => countSensitivity(1, 4.5)).toThrow(RangeError);
    expect(() => groupSensitivity(-1)).toThrow(RangeError);
  });

  it("takes its limits from the rule, and 0 switches a test off", () => {
    expect(countSensitivity(5, 60, { ...PUBLIC_RULE, leastCount: 5 })).toBeNull();
    expect(countSensitivity(4, 60, { ...PUBLIC_RULE, leastCount: 5 })).toBe("smallCount");
    const off = { leastBase: 0, leastCount: 0, unanimousBelow: 0 };
    expect(groupSensitivity(1, off)).toBeNull();
    expect(countSensitivity(1, 1, off)).toBeNull();
    const always = { ...off, unanimousBelow: Number.POSITIVE_INFINITY };
    expect(countSensitivity(1_000, 1_000, always)).toBe("everyoneTheSame");
  });

  it("judges a whole distribution, each number with its reason", () => {
    expect(distributionSensitivity([3, 20, 30, 15])).toEqual({
      group: null,
      counts: ["smallCount", null, null, null],
    });
    expect(distributionSensitivity([0, 15])).toEqual({
      group: null,
      counts: ["everyoneTheSame", "everyoneTheSame"],
    });
    expect(distributionSensitivity([4, 3])).toEqual({
      group: "smallGroup",
      counts: ["smallGroup", "smallGroup"],
    });
    expect(distributionSensitivity([0, 0])).toEqual({ group: null, counts: [null, null] });
    expect(distributionSensitivity([])).toEqual({ group: null, counts: [] });
  });
});
