import { describe, expect, it } from "vitest";
import {
  areaComparable,
  type ComparableWork,
  comparableYears,
  isInformativeGroup,
  journalComparison,
  sampleStatus,
} from "#lib/insights/rules.ts";
import { emptySummary } from "#lib/statistics/summary.ts";
import { districtSummary } from "#tests/support/district.ts";

describe("what a sample is worth", () => {
  it.each([
    [0, "limited"],
    [19, "limited"],
    [20, "approximate"],
    [49, "approximate"],
    [50, "informative"],
  ] as const)("%i pupils: %s", (n, status) => {
    expect(sampleStatus(n)).toBe(status);
  });

  it("a group speaks for itself from ten pupils on", () => {
    expect([isInformativeGroup(9), isInformativeGroup(10)]).toEqual([false, true]);
  });

  it("an area is shown beside a school from three schools on, so that nobody follows by subtraction", () => {
    expect([areaComparable(1), areaComparable(2), areaComparable(3)]).toEqual([false, false, true]);
  });
});

describe("years side by side", () => {
  const work: ComparableWork = {
    ...{ subject: "RU", gradeTested: 4, level: "base", maxScore: 3 },
    tasks: [
      { code: "1К1", max: 1 },
      { code: "2", max: 2 },
    ],
  };

  it("stand together when subject, grade, level, maximum and tasks are the same", () => {
    expect(comparableYears(work, { ...work })).toEqual({ comparable: true });
  });

  it.each([
    ["differentSubject", { subject: "MA" }],
    ["differentGrade", { gradeTested: 5 }],
    ["differentLevel", { level: "advanced" }],
    ["differentMaximum", { maxScore: 4 }],
    [
      "differentTasks",
      {
        tasks: [
          { code: "1", max: 1 },
          { code: "2", max: 2 },
        ],
      },
    ],
    [
      "differentTasks",
      {
        tasks: [
          { code: "1К1", max: 2 },
          { code: "2", max: 1 },
        ],
      },
    ],
    ["differentTasks", { tasks: [{ code: "1К1", max: 1 }] }],
  ] as const)("do not stand together, and say why: %s", (reason, change) => {
    expect(comparableYears(work, { ...work, ...change })).toEqual({ comparable: false, reason });
    expect(comparableYears({ ...work, ...change }, work)).toEqual({ comparable: false, reason });
  });
});

describe("comparison with the journal", () => {
  it("names the pupils who have a mark and no journal mark", () => {
    // 2,434 participants, 2,333 with both marks: marks.region.MA4 and journal.region.MA4 of the reference.
    expect(journalComparison(districtSummary("MA4"))).toMatchObject({
      base: 2333,
      withoutJournal: 101,
      lowered: 684,
    });
  });

  it("is not defined when nobody has both marks", () => {
    expect(journalComparison(emptySummary(5, 1))).toBeNull();
  });
});
