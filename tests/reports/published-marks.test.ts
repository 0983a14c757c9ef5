import { describe, expect, it } from "vitest";
import { marksParts, qualityInterval, qualityVerdict } from "#lib/reports/published-marks.ts";
import { unit } from "./published-unit.ts";

describe("marks as parts of a whole", () => {
  it("stand alone where each is shown", () => {
    const parts = marksParts(
      unit("school", { n: 60, "2": 12, "3": 20, low: 32, "4": 15, "5": 13, high: 28 }),
    );
    expect(parts).toEqual([
      { marks: [2], count: 12 },
      { marks: [3], count: 20 },
      { marks: [4], count: 15 },
      { marks: [5], count: 13 },
    ]);
  });

  it("are joined where one of them is hidden", () => {
    expect(marksParts(unit("school", { n: 60, low: 32, "4": 15, "5": 13, high: 28 }))).toEqual([
      { marks: [2, 3], count: 32 },
      { marks: [4], count: 15 },
      { marks: [5], count: 13 },
    ]);
  });

  it("are not drawn when a sum is hidden, and absent when nobody has a mark", () => {
    expect(marksParts(unit("school", { n: 60, "4": 15 }))).toBe("tooFew");
    expect(marksParts(unit("school", {}))).toBe("tooFew");
    expect(marksParts(unit("school", { n: 0, low: 0, high: 0 }))).toBe("absent");
  });
});

describe("the share of «4» and «5»", () => {
  it("has Wilson's interval: 31 of 58 lie between 41 and 66 per cent", () => {
    // R: prop.test(31, 58, correct = FALSE)$conf.int = 0.4080 … 0.6567
    const interval = qualityInterval({ part: 31, n: 58 });
    expect(Math.round(interval?.low ?? 0)).toBe(41);
    expect(Math.round(interval?.high ?? 0)).toBe(66);
  });

  it("is compared with the rest of the area, not with the area that holds the school itself", () => {
    const school = unit("school", { n: 50, high: 40 });
    // The rest: 40 of 100. Newcombe's interval of 0.8 − 0.4 is far above zero.
    expect(qualityVerdict(school, unit("municipality", { n: 150, high: 80 }))).toBe("higher");
    expect(qualityVerdict(unit("school", { n: 50, high: 10 }), unit("region", { n: 150, high: 90 }))).toBe(
      "lower",
    );
    // The rest: 78 of 100 against 40 of 50.
    expect(qualityVerdict(school, unit("municipality", { n: 150, high: 118 }))).toBe("chance");
  });

  it("is not compared when anything is hidden, when the rest is small or of another time", () => {
    const school = unit("school", { n: 50, high: 40 });
    expect(qualityVerdict(school, unit("municipality", { n: 150 }))).toBeNull();
    expect(qualityVerdict(unit("school", { n: 50 }), unit("municipality", { n: 150, high: 80 }))).toBeNull();
    expect(qualityVerdict(school, unit("municipality", { n: 59, high: 45 }))).toBeNull();
    expect(qualityVerdict(school, unit("municipality", { n: 150, high: 39 }))).toBeNull();
  });
});
