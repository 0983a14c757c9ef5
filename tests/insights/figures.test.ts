import { describe, expect, it } from "vitest";
import { figure, figuresOf } from "#lib/insights/figures.ts";
import { medianInputs } from "#lib/insights/median-inputs.ts";
import { emptySummary } from "#lib/statistics/summary.ts";
import { classOf24, words, wordsUk, work } from "./sample-analysis.ts";

const of = (key: string) => figure(work, key).compute(classOf24);

describe("figures of a class of 24 (numbers from R: prop.test(correct = FALSE), t.test)", () => {
  it.each([
    ["pass", (100 * 22) / 24, 74.1512, 97.68412],
    ["quality", (100 * 14) / 24, 38.83467, 75.5324],
    ["sou", 1360 / 24, 45.96483, 67.3685],
    ["meanMark", 88 / 24, 3.300094, 4.033239],
    ["share2", (100 * 2) / 24, 2.315882, 25.8488],
    ["share5", (100 * 4) / 24, 6.678676, 35.85307],
    ["meanScore", 386 / 24, 14.2284, 17.93827],
    ["completion", (100 * 386) / 576, 59.28499, 74.74279],
    ["confirmed", (100 * 17) / 24, 50.83231, 85.08535],
    ["lowered", (100 * 4) / 24, 6.678676, 35.85307],
    ["raised", (100 * 3) / 24, 4.344334, 31.00388],
    // linear weights, standard error of 1969 in base R: 0.644068, 0.420858, 0.867278
    ["kappa", 0.64406779661, 0.420858, 0.867278],
    // one point: the share who solved it; more points: Wilson's on the number of pupils
    ["task-1", (100 * 14) / 24, 38.83467, 75.5324],
    ["task-2", 50, 31.42743, 68.57257],
    ["task-3", 37.5, 21.15937, 57.29004],
    ["task-3-taught", 45, 25.81979, 65.79147],
    ["task-4", 50, 30.72211, 69.27789],
  ])("%s", (key, value, low, high) => {
    const found = of(key);
    expect(found.value).toBeCloseTo(value, 10);
    expect(found.interval?.low).toBeCloseTo(low, 4);
    expect(found.interval?.high).toBeCloseTo(high, 4);
  });

  it.each([
    ["participants", 24],
    ["absent", 1],
    ["scored", 24],
    ["markDifferences", 0],
    ["medianMark", 4],
    ["medianScore", 16.5],
    // tasks 1 and 2: (14 + 24) of (24 · 1 + 24 · 2)
    ["level-basic", (100 * 38) / 72],
    ["level-raised", 37.5],
    ["apart", 0],
    ["task-4-x", (100 * 2) / 22],
  ])("%s has a value and claims no interval where none is defined", (key, value) => {
    expect(of(key).value).toBeCloseTo(value, 10);
  });

  it("names the rows left out, each with its reason", () => {
    expect(of("quality").leftOut).toEqual([{ reason: "absent", count: 1 }]);
    expect(of("task-4").leftOut).toEqual([
      { reason: "absent", count: 1 },
      { reason: "blank", count: 1 },
      { reason: "rejected", count: 1 },
    ]);
    expect(of("task-3-taught").leftOut).toContainEqual({ reason: "notTaughtRows", count: 4 });
    expect(of("level-basic").leftOut).toContainEqual({ reason: "noLevelTasks", count: 1 });
  });
});

describe("the registry", () => {
  it("has no value, and never 0, for shares and means of nobody", () => {
    const nobody = emptySummary(24, 4);
    for (const rule of figuresOf(work).values()) {
      const { value, interval } = rule.compute(nobody);
      expect([rule.key, value]).toEqual([rule.key, rule.unit === "people" ? 0 : null]);
      expect(interval).toBeNull();
    }
  });

  it("keeps every interval around its value and inside its natural scale", () => {
    for (const rule of figuresOf(work).values()) {
      const { value, interval } = rule.compute(classOf24);
      if (value === null || interval === null || rule.scale === null) continue;
      expect(interval.low).toBeGreaterThanOrEqual(rule.scale.from);
      expect(interval.high).toBeLessThanOrEqual(rule.scale.to);
      expect(interval.low).toBeLessThanOrEqual(value);
      expect(interval.high).toBeGreaterThanOrEqual(value);
    }
  });

  it.each([words, wordsUk])("says each figure's name, formula, source and rounding in $locale", ({ t }) => {
    for (const rule of figuresOf(work).values()) {
      for (const part of ["name", "formula"]) t(`insights.figures.${rule.name}.${part}`, rule.params);
      t(`insights.sources.${rule.source}`, { zones: 1, zonesSource: "" });
      t(`insights.rounding.${rule.unit}`);
      if (rule.method) t(`insights.methods.${rule.method}`, { bounds: "", exact: "" });
    }
  });

  it("has no figure of a task that the work does not have", () => {
    expect(figuresOf(work).has("task-5")).toBe(false);
    expect(() => figure(work, "task-5")).toThrow(RangeError);
  });
});

describe("what a median was made of", () => {
  it.each([
    // 1, 1, 2, 2: between the second and the third
    [[0, 2, 2], { parity: "even", lowRank: 2, highRank: 3, low: 1, high: 2 }],
    // 0, 2, 2: the second
    [[1, 0, 2], { parity: "odd", lowRank: 2, highRank: 2, low: 2, high: 2 }],
    [[0, 0, 0, 1], { parity: "odd", lowRank: 1, highRank: 1, low: 3, high: 3 }],
    [[0, 0], { parity: "odd", lowRank: 0, highRank: 0, low: 0, high: 0 }],
  ])("%j", (histogram, expected) => {
    expect(medianInputs(histogram)).toEqual(expected);
  });
});
