import { describe, expect, it } from "vitest";
import {
  compareExamFigure,
  computeExamFigure,
  type ExamMeasure,
  type ExamSums,
} from "#lib/reported/exam-comparison.ts";
import { nobody } from "#lib/statistics/exams/exam-summary.ts";

/** Persons by score, and nothing else of a summary. */
function sums(scores: readonly number[], more: Partial<ExamSums> = {}): ExamSums {
  const score: number[] = Array.from({ length: Math.max(...scores) + 1 }, () => 0);
  for (const one of scores) score[one] = (score[one] ?? 0) + 1;
  return {
    summary: { ...nobody, participants: scores.length, score },
    marked: false,
    threshold: 24,
    ...more,
  };
}
const value = (measure: ExamMeasure, number: number, decimals = 0) => ({
  ...{ measure, state: "value" as const, value: number, decimals },
});

// Seven persons: 20 is below 24; 80 and 99 lie in 80–99, 79 does not, and 100 is told apart. Sum 20 + 24 + 79 + 80 + 99 + 100 + 100 = 502.
const seven = sums([20, 24, 79, 80, 99, 100, 100]);

describe("what a table of ЕГЭ prints is counted from protocols", () => {
  it.each([
    ["examParticipants", 7],
    ["examBelow", 1],
    ["examHigh", 2],
    ["examHundred", 2],
    ["examMean", 502 / 7],
  ] as const)("%s", (measure, expected) => {
    expect(computeExamFigure(measure, seven)).toBeCloseTo(expected, 9);
  });

  it("marks of base mathematics have no bands of scores; «2» is below", () => {
    const base = sums([2, 3, 3, 5], { marked: true, threshold: null });
    expect(computeExamFigure("examBelow", base)).toBe(1);
    expect(computeExamFigure("examMean", base)).toBe(13 / 4);
    expect(computeExamFigure("examHigh", base)).toBeNull();
    expect(computeExamFigure("examHundred", base)).toBeNull();
  });

  it("nobody is below a threshold that no scale says: nothing is counted", () => {
    expect(computeExamFigure("examBelow", sums([20], { threshold: null }))).toBeNull();
  });
});

describe("the two stand side by side", () => {
  it("a mean agrees to half a unit of the last printed decimal: 502 / 7 = 71.714…", () => {
    expect(compareExamFigure(value("examMean", 71.7, 1), seven)).toMatchObject({
      verdict: "equal",
      difference: 0,
    });
    expect(compareExamFigure(value("examMean", 71.8, 1), seven)).toMatchObject({
      verdict: "differs",
      difference: 0.1,
    });
    // A mean that nobody has rounded is held against two decimals.
    expect(compareExamFigure(value("examMean", 71.7142857, 7), seven).verdict).toBe("equal");
  });

  it("0, no data, kept back and no results on the portal are four things", () => {
    expect(compareExamFigure(value("examBelow", 0), seven)).toMatchObject({
      verdict: "differs",
      difference: -1,
    });
    const silent = (state: "blank" | "hidden") =>
      compareExamFigure({ ...value("examMean", 0), state, value: null }, seven);
    expect(silent("blank").verdict).toBe("blank");
    expect(silent("hidden").verdict).toBe("hidden");
    expect(compareExamFigure(value("examParticipants", 0), null)).toMatchObject({
      verdict: "noComputed",
      computed: null,
    });
    expect(compareExamFigure(value("examHigh", 3), sums([3], { marked: true }))).toMatchObject({
      verdict: "notCompared",
    });
  });
});
