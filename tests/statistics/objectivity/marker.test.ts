import { describe, expect, it } from "vitest";
import { isMarked, type MarkerVerdict, SMALL_GROUP } from "#lib/statistics/objectivity/marker.ts";

describe("a marker", () => {
  it("is there when it is weak or strong, and not when data are missing", () => {
    const marked = (verdict: MarkerVerdict) =>
      isMarked({ namespace: "ours", marker: "any", statistic: 1, limit: 0, n: 5, verdict });
    expect(marked("weak")).toBe(true);
    expect(marked("strong")).toBe(true);
    expect(marked("none")).toBe(false);
    expect(marked("insufficient")).toBe(false);
  });

  it("of fewer than ten pupils is of a small group", () => {
    expect(SMALL_GROUP).toBe(10);
  });
});
