import { describe, expect, it } from "vitest";
import { exactPosition, positionIn } from "#lib/statistics/comparison/funnel-position.ts";

describe("the position of a share", () => {
  const inner = { low: 0.2, high: 0.4 };
  const outer = { low: 0.1, high: 0.5 };
  it.each([
    [0.05, "below998"],
    [0.1, "below95"],
    [0.15, "below95"],
    [0.2, "within"],
    [0.3, "within"],
    [0.4, "within"],
    [0.45, "above95"],
    [0.5, "above95"],
    [0.55, "above998"],
  ])("%d is %s: strictly outside counts", (share, position) => {
    expect(positionIn(share, inner, outer)).toBe(position);
  });
});

describe("the position of a count by exact probability", () => {
  // R: pbinom(x, n, t) for "below", pbinom(x - 1, n, t, lower.tail = FALSE) for "above"
  it.each([
    [1, 1, 0.13, "within"], // P(X >= 1) = 0.13
    [0, 10, 0.3, "within"], // 0.0282
    [0, 11, 0.3, "below95"], // 0.0198
    [0, 19, 0.3, "below95"], // 0.00114
    [0, 20, 0.3, "below998"], // 0.000798
    [6, 10, 0.3, "within"], // 0.0473
    [7, 10, 0.3, "above95"], // 0.0106
    [8, 10, 0.3, "above95"], // 0.00159
    [9, 10, 0.3, "above998"], // 0.000144
    [0, 0, 0.3, "within"],
    [0, 5, 0, "within"],
    [1, 5, 0, "above998"],
    [5, 5, 1, "within"],
    [4, 5, 1, "below998"],
  ])("%d of %d against %d is %s", (successes, trials, target, position) => {
    expect(exactPosition(successes, trials, target)).toBe(position);
  });

  it("refuses impossible counts and a target of 30", () => {
    expect(() => exactPosition(2, 1, 0.3)).toThrow(RangeError);
    expect(() => exactPosition(1, 2, 30)).toThrow(RangeError);
  });
});
