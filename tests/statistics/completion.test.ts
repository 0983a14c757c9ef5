import { describe, expect, it } from "vitest";
import {
  completionByDifficulty,
  jointCompletion,
  jointPoints,
  possiblePoints,
  taskCompletion,
  taskCompletionInterval,
  taskPoints,
  workCompletion,
  workCompletionInterval,
  workPoints,
} from "#lib/statistics/completion.ts";
import { emptySummary, summarize } from "#lib/statistics/summary.ts";
import { emptyTaskSums } from "#lib/statistics/task-sums.ts";
import { districtSummary, districtTasks } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const task = (counted: number, sum: number, notTaught = 0) => ({
  ...emptyTaskSums(),
  counted,
  sum,
  notTaught,
});

describe("task completion", () => {
  it.each(["MA4", "RU5"] as const)("agrees with R's item difficulty for %s", (work) => {
    const tasks = districtTasks(work);
    const difficulty = districtSummary(work).tasks.map(
      (sums, i) => taskCompletion(sums, tasks[i]!.max)! / 100,
    );
    expectEntry({ difficulty }, expected(`items.${work}`));
  });

  it("is given with and without pupils who had not been taught the topic", () => {
    // 12 points of 10 · 2; without the two untaught, 12 of 8 · 2.
    expect(taskCompletion(task(10, 12, 2), 2)).toBe(60);
    expect(taskCompletion(task(10, 12, 2), 2, "taught")).toBe(75);
  });

  it("is not defined when nobody is in the base", () => {
    expect(taskCompletion(task(0, 0), 2)).toBeNull();
    expect(taskCompletion(task(3, 0, 3), 2, "taught")).toBeNull();
    expect(taskCompletionInterval(task(0, 0), 2)).toBeNull();
    expect(() => taskCompletion(task(1, 0), 0)).toThrow(RangeError);
  });

  it("has Wilson's interval for a task of one point", () => {
    // R: 100 * prop.test(9, 28, correct = FALSE)$conf.int; equals wilson.9.28 of the reference
    const interval = taskCompletionInterval(task(28, 9), 1)!;
    expect(interval.low).toBeCloseTo(17.933246922494966, 12);
    expect(interval.high).toBeCloseTo(50.66115681914239, 12);
  });

  it("has for more points an interval that is not narrower than the t interval of the same scores", () => {
    // Scores 0, 1, 2 in equal numbers, n = 30. R: 100 * t.test(rep(0:2, 10))$conf.int / 2 = 34.49…, 65.50…
    const interval = taskCompletionInterval(task(30, 30), 2)!;
    expect(interval.low).toBeLessThan(34.49);
    expect(interval.high).toBeGreaterThan(65.5);
  });
});

describe("points behind a completion", () => {
  it("are the points got and the points that could be got", () => {
    expect(possiblePoints(24, 20)).toBe(480);
    expect(possiblePoints(0, 20)).toBe(0);
    expect(taskPoints(task(10, 12, 2), 2)).toEqual({ pupils: 10, sum: 12, possible: 20 });
    expect(taskPoints(task(10, 12, 2), 2, "taught")).toEqual({ pupils: 8, sum: 12, possible: 16 });
    expect(workPoints({ ...emptySummary(2, 0), scored: 2, scoreSum: 3 })).toEqual({
      pupils: 2,
      sum: 3,
      possible: 4,
    });
    expect(workPoints(emptySummary(0, 0))).toEqual({ pupils: 0, sum: 0, possible: 0 });
  });

  it("of several tasks are added up", () => {
    // 6 + 9 of 10 · 1 + 10 · 2; without the four untaught of the second: 10 · 1 + 6 · 2
    const tasks = [
      { task: task(10, 6), max: 1 },
      { task: task(10, 9, 4), max: 2 },
    ];
    expect(jointPoints(tasks)).toEqual({ sum: 15, possible: 30 });
    expect(jointPoints(tasks, "taught")).toEqual({ sum: 15, possible: 22 });
    expect(jointPoints([])).toEqual({ sum: 0, possible: 0 });
  });

  it("refuse what is no number of pupils and no greatest score", () => {
    for (const [pupils, max] of [
      [-1, 2],
      [1.5, 2],
      [3, -1],
      [3, Number.NaN],
      [3, Number.POSITIVE_INFINITY],
    ] as const)
      expect(() => possiblePoints(pupils, max)).toThrow(RangeError);
  });
});

describe("joint completion", () => {
  it("weighs tasks by their points", () => {
    // (6 + 9) of 10 · 1 + 10 · 2 points
    expect(
      jointCompletion([
        { task: task(10, 6), max: 1 },
        { task: task(10, 9), max: 2 },
      ]),
    ).toBe(50);
    expect(jointCompletion([])).toBeNull();
  });

  it("splits a work by difficulty level, and has no value for a level without tasks", () => {
    const sums = [task(10, 6), task(10, 9), task(10, 1)];
    const tasks = [
      { max: 1, difficulty: "Б" },
      { max: 2, difficulty: "Б" },
      { max: 1, difficulty: "П" },
    ] as const;
    expect(completionByDifficulty(sums, tasks)).toEqual({ Б: 50, П: 10, В: null });
    expect(() => completionByDifficulty(sums, [])).toThrow(RangeError);
  });

  it("of all tasks is the per cent of work done when every total is the sum of its items", () => {
    const summary = districtSummary("MA4");
    const tasks = districtTasks("MA4");
    const joint = jointCompletion(summary.tasks.map((sums, i) => ({ task: sums, max: tasks[i]!.max })));
    expect(joint).toBe(workCompletion(summary));
    expectEntry({ percent: joint }, expected("scores.region.MA4"));
  });
});

describe("per cent of work done", () => {
  it("is not defined without totals or points", () => {
    expect(workCompletion(emptySummary(5, 1))).toBeNull();
    expect(workCompletion(emptySummary(0, 1))).toBeNull();
    expect(workCompletionInterval(emptySummary(5, 1))).toBeNull();
  });

  it("has the t interval of the scores over the maximum", () => {
    // Scores 2, 4, 4, 10 of 20. R: 100 * t.test(c(2, 4, 4, 10))$conf.int / 20 = -2.5607934655561763, 52.560793465556177
    const rows = [2, 4, 4, 10].map((totalPrinted) => ({
      ...{ status: "present" as const, items: [], totalPrinted },
      ...{ markFile: null, markScale: null, journal: null },
    }));
    const interval = workCompletionInterval(summarize(rows, { maxScore: 20, taskMaxima: [] }))!;
    expect(interval.low).toBeCloseTo(-2.560793465556, 11);
    expect(interval.high).toBeCloseTo(52.560793465556, 11);
  });
});
