import { describe, expect, it } from "vitest";
import { median, pairedRatio, spread } from "#scripts/bench/samples.ts";

describe("the middle of samples", () => {
  it("is the middle one, or the mean of the two middle ones, in whatever order they came", () => {
    expect(median([7])).toBe(7);
    expect(median([30, 10, 20])).toBe(20);
    expect(median([40, 10, 30, 20])).toBe(25); // (20 + 30) / 2
    expect(median([9, 10])).toBe(9.5); // by value, not by text
  });

  it("is not made up where there are no samples", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("a ratio of things measured side by side", () => {
  it("is the middle of the ratios, so that one slow moment does not decide", () => {
    // 20/10 = 2, 400/200 = 2 (both slowed down), 30/10 = 3
    expect(pairedRatio([20, 400, 30], [10, 200, 10])).toBe(2);
  });

  it("needs a partner for each", () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow(RangeError);
  });
});

it("samples are told with their range", () => {
  expect(spread([31.4, 28.1, 40.2], "ms")).toBe("31 ms (28–40)");
  expect(spread([1.26, 1.31], "s", 1)).toBe("1.3 s (1.3–1.3)"); // 1.285 → 1.3
});
