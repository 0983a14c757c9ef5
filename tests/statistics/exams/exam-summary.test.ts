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
});

describe("bands of test scores", () => {
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
  [[60, 90], null],
  [[], null],
])("the best three of %j make %s", (scores, sum) => {
  expect(bestSum(scores)).toBe(sum);
});

it("a share of nobody is not defined, and more than all is a mistake", () => {
  expect(sharePercent(0, 0)).toBeNull();
  expect(sharePercent(5, 6)).toBeCloseTo(83.3333, 4);
  expect(() => sharePercent(2, 1)).toThrow(RangeError);
});

it("the sum of tasks is not known while one of them could not be read", () => {
  expect(sumOfItems([1, 2, 0])).toBe(3);
  expect(sumOfItems([1, -4])).toBeNull();
  expect(sumOfItems([])).toBeNull();
});
