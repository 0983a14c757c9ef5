import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestSum } from "#lib/statistics/exams/best-sum.ts";
import {
  allTasks,
  type ExamRow,
  mergeExams,
  nobody,
  subtractExams,
  summarizeExam,
  sumOfItems,
} from "#lib/statistics/exams/exam-summary.ts";
import { countBetween, reportBands, scored, sharePercent } from "#lib/statistics/exams/score-bands.ts";

const row = fc.record<ExamRow>({
  items: fc.array(fc.integer({ min: -4, max: 9 }), { maxLength: 4 }),
  primary: fc.option(fc.integer({ min: 0, max: 50 })),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  scoreByScale: fc.option(fc.integer({ min: 0, max: 100 })),
});
const rows = fc.array(row, { maxLength: 12 });
const group = (score: number) => Math.min(3, Math.floor(score / 26));
const summary = (some: readonly ExamRow[]) => summarizeExam(some, group);

describe("summaries of an examination add up", () => {
  it("the summary of two groups is the sum of their summaries", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        expect(mergeExams(summary(a), summary(b))).toEqual(mergeExams(summary([...a, ...b]), nobody));
      }),
    );
  });

  it("a part taken out of the whole leaves the rest", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const rest = subtractExams(summary([...a, ...b]), summary(b));
        expect(rest).toEqual(mergeExams(summary(a), nobody));
      }),
    );
  });

  it("what is no part is refused, never a negative count", () => {
    const one = summary([{ items: [], primary: 3, score: 40, scoreByScale: null }]);
    expect(() => subtractExams(nobody, one)).toThrow(RangeError);
  });

  it("counts every task of every group once", () => {
    const some = summary([
      { items: [1, -4], primary: 1, score: 20, scoreByScale: 20 },
      { items: [0, 2], primary: 2, score: 90, scoreByScale: 80 },
      { items: [1, 1], primary: 2, score: null, scoreByScale: null },
    ]);
    // Task 1: three read, 1 + 0 + 1; task 2: two read, 2 + 1, one refused.
    expect(allTasks(some)).toMatchObject([
      { counted: 3, sum: 2, rejected: 0 },
      { counted: 2, sum: 3, rejected: 1 },
    ]);
    expect(some).toMatchObject({ participants: 3, differences: 1, primary: [0, 1, 2] });
  });

  it("counts every printed result, and each that is not the one by the scale", () => {
    const some = summary([
      { items: [], primary: null, score: 2, scoreByScale: 2 },
      { items: [], primary: 4, score: 4, scoreByScale: 3 },
      { items: [], primary: 0, score: 4, scoreByScale: null },
      { items: [], primary: 1, score: null, scoreByScale: 5 },
    ]);
    expect(some).toMatchObject({ participants: 4, score: [0, 0, 1, 0, 2], primary: [1, 1, 0, 0, 1] });
    // The second alone: the others agree with the scale, or one of the two is not known.
    expect(some.differences).toBe(1);
  });

  it("keeps the tasks of each group apart: by result, and last those whose result is not known", () => {
    const some = summary([
      { items: [1], primary: 1, score: 25, scoreByScale: null },
      { items: [2], primary: 2, score: 26, scoreByScale: null },
      { items: [3], primary: 3, score: 100, scoreByScale: null },
      { items: [4], primary: 4, score: null, scoreByScale: null },
    ]);
    expect(some.groups.map((tasks) => tasks.map(({ sum }) => sum))).toEqual([[1], [2], [], [3], [4]]);
    expect(nobody.groups).toEqual([[], [], [], [], []]);
    expect(mergeExams(some, some).groups.map((tasks) => tasks.map(({ sum }) => sum))).toEqual([
      [2],
      [4],
      [],
      [6],
      [8],
    ]);
  });

  it("refuses a group that does not exist, and the one that is kept for unknown results", () => {
    const known = [{ items: [], primary: 1, score: 1, scoreByScale: null }];
    expect(() => summarizeExam(known, () => 3)).not.toThrow();
    expect(() => summarizeExam(known, () => 4)).toThrow("No group 4 of results");
    expect(() => summarizeExam(known, () => 5)).toThrow("No group 5 of results");
    expect(() => summarizeExam(known, () => -1)).toThrow("No group -1 of results");
  });

  it.each([-1, 2.5, 1000, Number.NaN])("refuses a score of %s", (score) => {
    const [asScore, asPrimary] = [
      { items: [], primary: null, score, scoreByScale: null },
      { items: [], primary: score, score: null, scoreByScale: null },
    ];
    expect(() => summarizeExam([asScore], () => 0)).toThrow(`Not a score: ${score}`);
    expect(() => summarizeExam([asPrimary], () => 0)).toThrow(`Not a score: ${score}`);
  });

  it("takes a score of 999, the greatest", () => {
    const { primary } = summarizeExam(
      [{ items: [], primary: 999, score: null, scoreByScale: null }],
      () => 0,
    );
    expect([primary.length, primary[999]]).toEqual([1000, 1]);
  });

  it("a part that has more of one task than the whole is none", () => {
    const whole = summary([{ items: [1], primary: 1, score: 20, scoreByScale: null }]);
    const more = summary([{ items: [2], primary: 1, score: 20, scoreByScale: null }]);
    expect(() => subtractExams(whole, more)).toThrow("not a part of the first");
    const earlier = { ...nobody, participants: 2, groups: [] };
    expect(subtractExams({ ...nobody, participants: 3 }, earlier)).toEqual({ ...nobody, participants: 1 });
    expect(mergeExams(earlier, { ...earlier, participants: 1 })).toEqual({ ...nobody, participants: 3 });
  });
});

describe("bands of test scores", () => {
  it("hold whoever scored from one bound to the other, both included", () => {
    const histogram = [5, 0, 3, 4, 2, 1];
    expect(countBetween(histogram, 3, 4)).toBe(6);
    expect(countBetween(histogram, 0, 0)).toBe(5);
    expect(countBetween(histogram, 4, 99)).toBe(3);
    // Nobody lies between bounds that are the wrong way round, or beyond the greatest score.
    expect(countBetween(histogram, 4, 2)).toBe(0);
    expect(countBetween(histogram, 6, 9)).toBe(0);
    expect(scored(histogram)).toBe(15);
  });

  it.each([
    [0.5, 3],
    [0, 3.5],
    [-1, 3],
  ])("refuse the bounds %s and %s", (from, to) => {
    expect(() => countBetween([1, 2], from, to)).toThrow(`Not bounds of a band: ${from}–${to}`);
  });

  it.each([0, 61, 35.5])("refuse the threshold %s", (threshold) => {
    expect(() => reportBands(threshold)).toThrow(`got ${threshold}`);
  });

  it("may begin anywhere from 1 to 60", () => {
    expect(reportBands(1)[0]).toEqual({ from: 0, to: 0 });
    expect(reportBands(60)[1]).toEqual({ from: 60, to: 60 });
  });

  it("are four, leave nobody out and never overlap", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 101 }),
        fc.integer({ min: 1, max: 60 }),
        (histogram, threshold) => {
          const counts = reportBands(threshold).map(({ from, to }) => countBetween(histogram, from, to));
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scored(histogram));
        },
      ),
    );
  });

  it("begin where the report of the region says: below 36, 36–60, 61–80, 81–100", () => {
    expect(reportBands(36)).toEqual([
      { from: 0, to: 35 },
      { from: 36, to: 60 },
      { from: 61, to: 80 },
      { from: 81, to: 100 },
    ]);
  });
});

it.each([
  [[60, 90, 71, 40], 221],
  [[40, 60, 90, 71], 221],
  [[60, 90, 71], 221],
  [[60, 90], null],
  [[], null],
])("the best three of %j make %s", (scores, sum) => {
  expect(bestSum(scores)).toBe(sum);
});

it("a share of nobody is not defined, and more than all is a mistake", () => {
  expect(sharePercent(0, 0)).toBeNull();
  expect(sharePercent(5, 6)).toBeCloseTo(83.3333, 4);
  expect(sharePercent(6, 6)).toBe(100);
  expect(() => sharePercent(2, 1)).toThrow("No share: 2 of 1");
  for (const [part, base] of [
    [-1, 5],
    [1.5, 5],
    [1, 5.5],
  ] as const)
    expect(() => sharePercent(part, base)).toThrow(RangeError);
});

it("the sum of tasks is not known while one of them could not be read", () => {
  expect(sumOfItems([1, 2, 0])).toBe(3);
  expect(sumOfItems([1, -4])).toBeNull();
  expect(sumOfItems([1, -3])).toBeNull();
  // Not attempted and not taught bring no points.
  expect(sumOfItems([1, -1, -2])).toBe(1);
  expect(sumOfItems([])).toBeNull();
});
