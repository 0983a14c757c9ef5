import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptySummary,
  type Mark,
  mergeSummaries,
  type SummaryRow,
  subtractSummaries,
  summarize,
} from "#lib/statistics/summary.ts";
import { ITEM } from "#lib/statistics/task-sums.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const shape = { maxScore: 5, taskMaxima: [1, 2, 2] };
const row = (over: Partial<SummaryRow> = {}): SummaryRow => ({
  status: "present",
  items: [1, 2, 0],
  totalPrinted: 3,
  markFile: 4,
  markScale: 4,
  journal: 4,
  ...over,
});

const mark = fc.constantFrom<(Mark | null)[]>(2, 3, 4, 5, null);
const anyRow: fc.Arbitrary<SummaryRow> = fc.record({
  status: fc.constantFrom("present", "present", "present", "absent", "held"),
  items: fc.tuple(
    fc.integer({ min: -4, max: 1 }),
    fc.integer({ min: -4, max: 2 }),
    fc.integer({ min: -4, max: 2 }),
  ),
  totalPrinted: fc.option(fc.integer({ min: 0, max: 5 })),
  markFile: mark,
  markScale: mark,
  journal: mark,
});
const anyRows = fc.array(anyRow, { maxLength: 12 });
const anySummary = anyRows.map((rows) => summarize(rows, shape));

describe("a summary", () => {
  it("of a union is the merge of the summaries", () => {
    fc.assert(
      fc.property(anyRows, anyRows, (a, b) => {
        expect(summarize([...a, ...b], shape)).toEqual(
          mergeSummaries(summarize(a, shape), summarize(b, shape)),
        );
      }),
    );
  });

  it("forms a commutative monoid under merging", () => {
    const nobody = emptySummary(5, 3);
    fc.assert(
      fc.property(anySummary, anySummary, anySummary, (a, b, c) => {
        expect(mergeSummaries(a, nobody)).toEqual(a);
        expect(mergeSummaries(nobody, a)).toEqual(a);
        expect(mergeSummaries(a, b)).toEqual(mergeSummaries(b, a));
        expect(mergeSummaries(mergeSummaries(a, b), c)).toEqual(mergeSummaries(a, mergeSummaries(b, c)));
      }),
    );
  });

  it("loses a part exactly when the part is subtracted", () => {
    fc.assert(
      fc.property(anySummary, anySummary, (a, b) => {
        expect(subtractSummaries(mergeSummaries(a, b), b)).toEqual(a);
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(summarize([...rows].reverse(), shape)).toEqual(summarize(rows, shape));
      }),
    );
  });

  it("keeps its counts consistent with each other", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { histogram, scored, scoreSum, participants, tasks, marks, journal } = summarize(rows, shape);
        expect(histogram.reduce((a, b) => a + b, 0)).toBe(scored);
        expect(histogram.reduce((sum, count, score) => sum + count * score, 0)).toBe(scoreSum);
        for (const task of tasks) expect(task.counted + task.blank + task.rejected).toBe(participants);
        expect(journal.reduce((a, b) => a + b)).toBeLessThanOrEqual(marks.reduce((a, b) => a + b));
      }),
    );
  });

  it("of an area is the merge of its schools", () => {
    for (const work of DISTRICT_WORKS) {
      const schools = [...districtSummaries(work, "school").values()];
      expect(schools.reduce(mergeSummaries)).toEqual(districtSummary(work));
    }
  });

  it.each(DISTRICT_WORKS)("has the histogram that R counts for %s", (work) => {
    expectEntry(districtSummary(work).histogram, expected(`histogram.region.${work}`));
  });

  it.each(["MA5", "RU5"] as const)("has the histogram that R counts for two schools in %s", (work) => {
    const schools = districtSummaries(work, "school");
    for (const school of ["edu970008", "edu970022"])
      expectEntry(schools.get(school)!.histogram, expected(`histogram.${school}.${work}`));
  });

  it.each(DISTRICT_WORKS)("counts X as R does for %s", (work) => {
    const { tasks, participants } = districtSummary(work);
    expectEntry(
      tasks.map((task) => task.notAttempted / participants),
      expected(`itemsNotAttempted.${work}`),
    );
  });

  it("cannot be merged with, or subtracted from, a work of another shape", () => {
    expect(() => mergeSummaries(emptySummary(5, 3), emptySummary(6, 3))).toThrow(RangeError);
    expect(() => mergeSummaries(emptySummary(5, 3), emptySummary(5, 2))).toThrow(RangeError);
    expect(() => subtractSummaries(emptySummary(5, 3), summarize([row()], shape))).toThrow(RangeError);
  });
});

// Each case is a line of table D.8 of forms.md.
describe("what enters a summary", () => {
  it("everything, when all is there", () => {
    const s = summarize([row()], shape);
    expect(s).toMatchObject({ participants: 1, absent: 0, scored: 1, scoreSum: 3, scoreSquareSum: 9 });
    expect(s.histogram).toEqual([0, 0, 0, 1, 0, 0]);
    expect(s.marks).toEqual([0, 0, 1, 0]);
    expect(s.journal[2 * 4 + 2]).toBe(1);
    expect(s.tasks.map((task) => task.sum)).toEqual([1, 2, 0]);
  });

  it("X and «не пройд.» as 0 of the task, counted apart; unreadable and blank cells out of the task", () => {
    const s = summarize(
      [
        row({ items: [ITEM.notAttempted, ITEM.notTaught, 2] }),
        row({ items: [1, ITEM.blank, ITEM.rejected] }),
      ],
      shape,
    );
    expect(s.tasks[0]).toEqual({ counted: 2, sum: 1, notAttempted: 1, notTaught: 0, blank: 0, rejected: 0 });
    expect(s.tasks[1]).toEqual({ counted: 1, sum: 0, notAttempted: 0, notTaught: 1, blank: 1, rejected: 0 });
    expect(s.tasks[2]).toEqual({ counted: 1, sum: 2, notAttempted: 0, notTaught: 0, blank: 0, rejected: 1 });
  });

  it("the printed total, never the sum of the items", () => {
    expect(summarize([row({ totalPrinted: 5, items: [0, 0, 0] })], shape).scoreSum).toBe(5);
  });

  it("a pupil without a usable total: participant, not in scores; in marks and journal only by a printed mark", () => {
    const without = summarize([row({ totalPrinted: null, markFile: null, markScale: null })], shape);
    expect(without).toMatchObject({ participants: 1, scored: 0, marks: [0, 0, 0, 0] });
    expect(without.journal.every((count) => count === 0)).toBe(true);
    expect(without.tasks[0]!.counted).toBe(1);
    const printed = summarize([row({ totalPrinted: null, markFile: 5, markScale: null, journal: 4 })], shape);
    expect(printed.journal[3 * 4 + 2]).toBe(1);
  });

  it("the mark of the file; the scale's where the file has none; differences counted", () => {
    const s = summarize(
      [
        row({ markFile: 3, markScale: 4 }),
        row({ markFile: null, markScale: 5 }),
        row({ markFile: 2, markScale: null }),
      ],
      shape,
    );
    expect(s.marks).toEqual([1, 1, 0, 1]);
    expect(s.scaleMarks).toEqual([0, 0, 1, 1]);
    expect(s.markDifferences).toBe(1);
  });

  it("no journal mark: out of the comparison only", () => {
    const s = summarize([row({ journal: null })], shape);
    expect(s.journal.every((count) => count === 0)).toBe(true);
    expect(s.marks).toEqual([0, 0, 1, 0]);
  });

  it("absent and held pupils nowhere", () => {
    const s = summarize([row({ status: "absent" }), row({ status: "held" })], shape);
    expect(s).toEqual({ ...emptySummary(5, 3), absent: 1 });
  });

  it("nothing that the check should have refused", () => {
    expect(() => summarize([row({ totalPrinted: 6 })], shape)).toThrow(RangeError);
    expect(() => summarize([row({ totalPrinted: -1 })], shape)).toThrow(RangeError);
    expect(() => summarize([row({ items: [2, 0, 0] })], shape)).toThrow(RangeError);
    expect(() => summarize([row({ items: [-5, 0, 0] })], shape)).toThrow(RangeError);
    expect(() => summarize([row({ items: [0, 0] })], shape)).toThrow(RangeError);
  });
});
