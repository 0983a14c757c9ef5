import { describe, expect, it } from "vitest";
import { awardAgainstExam, holdersBelow } from "#lib/statistics/objectivity/award-against-exam.ts";

describe("holders of an award below its minimum", () => {
  it("are those with any result below it", () => {
    expect(holdersBelow([[92, 71], [88, 69], [70]], 70)).toBe(1);
    expect(holdersBelow([[69, 69], [50]], 70)).toBe(2);
    expect(holdersBelow([[5, 5], [5, 4], []], 5)).toBe(1);
    expect(holdersBelow([], 70)).toBe(0);
  });

  it("refuse what is no number", () => {
    expect(() => holdersBelow([[70, Number.NaN]], 70)).toThrow(/exam/);
    expect(() => holdersBelow([[70]], Number.NaN)).toThrow(/least result/);
    expect(() => holdersBelow([[Number.POSITIVE_INFINITY]], 70)).toThrow(RangeError);
  });
});

describe("award against the exam (M8)", () => {
  it("is weak with one holder below, strong with two", () => {
    const one = awardAgainstExam(1, 8);
    expect(one).toMatchObject({
      ...{ namespace: "ours", marker: "awardAgainstExam", statistic: 1, limit: 1, n: 8 },
      ...{ verdict: "weak", percent: 12.5 },
    });
    // R: prop.test(1, 8, correct = FALSE)$conf.int
    expect(one.interval!.low).toBeCloseTo(0.02241749145005667, 12);
    expect(one.interval!.high).toBeCloseTo(0.47088818221285339, 12);
    expect(awardAgainstExam(2, 8).verdict).toBe("strong");
    expect(awardAgainstExam(0, 8)).toMatchObject({ statistic: 0, percent: 0, verdict: "none" });
    expect(awardAgainstExam(1, 8, { strong: 1 }).verdict).toBe("strong");
    expect(awardAgainstExam(2, 8, { strong: 3 }).verdict).toBe("weak");
  });

  it("says nothing without holders", () => {
    expect(awardAgainstExam(0, 0)).toMatchObject({
      ...{ statistic: null, n: 0, percent: null, interval: null, verdict: "insufficient" },
    });
  });

  it("refuses counts that are none", () => {
    expect(() => awardAgainstExam(3, 2)).toThrow(RangeError);
    expect(() => awardAgainstExam(1, 2, { strong: 0 })).toThrow(/holders: 0/);
    expect(() => awardAgainstExam(1, 2, { strong: 1.5 })).toThrow(RangeError);
  });
});
