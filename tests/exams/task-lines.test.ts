import { describe, expect, it } from "vitest";
import { type TaskLine, taskExtremes } from "#lib/exams/task-lines.ts";

const line = (number: number, all: number | null, counted = 10): TaskLine => ({
  ...{ number, part: "short", max: 1, counted, all, groups: [null, null, null, null] },
});
const numbers = (lines: readonly TaskLine[]) => lines.map(({ number }) => number);

describe("the tasks that were done best and worst", () => {
  it("are three each, of equal ones the earlier first", () => {
    const lines = [50, 90, 20, 90, 70, 10, 60].map((percent, i) => line(i + 1, percent));
    const extremes = taskExtremes(lines);
    expect(numbers(extremes?.best ?? [])).toEqual([2, 4, 5]);
    expect(numbers(extremes?.worst ?? [])).toEqual([6, 3, 1]);
  });

  it("are not told of fewer than six tasks that ten persons have had read: the lists would meet", () => {
    const lines = [10, 20, 30, 40, 50].map((percent, i) => line(i + 1, percent));
    expect(taskExtremes(lines)).toBeNull();
    expect(taskExtremes([...lines, line(6, 60, 9)])).toBeNull();
    expect(taskExtremes([...lines, line(6, null)])).toBeNull();
    expect(taskExtremes([...lines, line(6, 60)])).not.toBeNull();
  });
});
