import { describe, expect, it } from "vitest";
import { completePersons, scoreMatrix, totalScores } from "#lib/statistics/items/score-matrix.ts";
import { ITEM } from "#lib/statistics/task-sums.ts";

describe("a score matrix", () => {
  it("counts X as 0 and apart, and knows what is missing", () => {
    const matrix = scoreMatrix(
      [
        [1, ITEM.notAttempted, 2],
        [0, null, ITEM.notTaught],
        [ITEM.rejected, 1, ITEM.blank],
        [1, ITEM.notAttempted, 0],
      ],
      [1, 1, 2],
    );
    expect(matrix).toMatchObject({ persons: 4, items: 3, maxima: [1, 1, 2], complete: 2, whole: true });
    expect(matrix.notAttempted).toEqual([0, 2, 0]);
    expect(matrix.missing).toEqual([1, 1, 2]);
    expect([...matrix.incomplete]).toEqual([0, 1, 1, 0]);
    expect([...matrix.scores]).toEqual([1, 0, 2, 0, -3, -3, -3, 1, -3, 1, 0, 0]);
    expect([...completePersons(matrix)]).toEqual([0, 3]);
    expect([...totalScores(matrix, completePersons(matrix))]).toEqual([3, 1]);
  });

  it("takes the greatest points seen where no maxima are given", () => {
    const matrix = scoreMatrix([
      [1, 0, ITEM.notAttempted],
      [3, 2, null],
    ]);
    expect(matrix.maxima).toEqual([3, 2, 0]);
    expect(matrix.whole).toBe(true);
  });

  it("knows points and maxima that are not whole", () => {
    expect(scoreMatrix([[0.5], [1]]).whole).toBe(false);
    expect(scoreMatrix([[1], [1]], [1.5]).whole).toBe(false);
    expect(scoreMatrix([[1], [null]], [2]).whole).toBe(true);
  });

  it("of nobody, and of no items, is empty", () => {
    expect(scoreMatrix([], [1, 2])).toMatchObject({ persons: 0, items: 2, complete: 0, missing: [0, 0] });
    expect(scoreMatrix([])).toMatchObject({ persons: 0, items: 0, maxima: [] });
    expect(scoreMatrix([[], []])).toMatchObject({ persons: 2, items: 0, complete: 2 });
  });

  it("refuses points that nobody can have, naming person and item", () => {
    expect(() => scoreMatrix([[1], [2]], [1])).toThrow(
      new RangeError("Person 2 cannot have 2 points on item 1"),
    );
    for (const score of [-0.5, -5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => scoreMatrix([[score]])).toThrow(RangeError);
    expect(scoreMatrix([[2 ** 53 - 1]]).maxima).toEqual([2 ** 53 - 1]);
  });

  it("refuses rows of different length and maxima that are none", () => {
    expect(() => scoreMatrix([[1, 0], [1]])).toThrow(
      new RangeError("Person 2 has 1 scores, there are 2 items"),
    );
    expect(() => scoreMatrix([[1, 0]], [1])).toThrow(RangeError);
    for (const max of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => scoreMatrix([], [max])).toThrow(RangeError);
  });

  it("has no total for a person with a missing score, or who is not there", () => {
    const matrix = scoreMatrix([
      [1, null],
      [0, 1],
    ]);
    expect([...completePersons(matrix)]).toEqual([1]);
    expect([
      ...totalScores(
        scoreMatrix([
          [1, 2],
          [0, 1],
        ]),
        Int32Array.of(0, 1),
      ),
    ]).toEqual([3, 1]);
    expect(() => totalScores(matrix, Int32Array.of(0))).toThrow(RangeError);
    expect(() => totalScores(matrix, Int32Array.of(2))).toThrow(RangeError);
  });

  it("leaves its arguments as they were, and does not follow them", () => {
    const rows = [[1, -1]];
    const maxima = [1, 1];
    const matrix = scoreMatrix(rows, maxima);
    maxima[0] = 7;
    expect(rows).toEqual([[1, -1]]);
    expect(matrix.maxima).toEqual([1, 1]);
  });

  it("repeats the example of its docstring", () => {
    expect(
      scoreMatrix(
        [
          [1, 2],
          [0, null],
        ],
        [1, 3],
      ).complete,
    ).toBe(1);
  });
});
