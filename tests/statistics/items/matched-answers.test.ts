import { describe, expect, it } from "vitest";
import { type DifGroup, matchedAnswers } from "#lib/statistics/items/matched-answers.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { ITEM } from "#lib/statistics/task-sums.ts";

const R: DifGroup = "reference";
const F: DifGroup = "focal";
const none = { referenceRight: 0, referenceWrong: 0, focalRight: 0, focalWrong: 0 };

describe("answers matched by score", () => {
  const rows = [
    [1, 1],
    [0, 2],
    [1, 0],
    [ITEM.notAttempted, 1],
    [1, 2],
  ];

  it("are counted by group at each total, the item included, from the lowest up", () => {
    expect(matchedAnswers(scoreMatrix(rows, [1, 2]), 0, [R, F, F, R, R])).toEqual([
      { score: 1, ...none, focalRight: 1, referenceWrong: 1 },
      { score: 2, ...none, referenceRight: 1, focalWrong: 1 },
      { score: 3, ...none, referenceRight: 1 },
    ]);
  });

  it("leave out who has no group, and who misses a score where the total matches", () => {
    const matrix = scoreMatrix([...rows, [1, null], [null, 1]], [1, 2]);
    const groups = [null, F, F, null, null, R, R] as const;
    expect(matchedAnswers(matrix, 0, groups)).toEqual([
      { score: 1, ...none, focalRight: 1 },
      { score: 2, ...none, focalWrong: 1 },
    ]);
  });

  it("can be matched by something else, for which a missing score on another item does not matter", () => {
    const matrix = scoreMatrix(
      [
        [1, null],
        [0, 1],
        [null, 1],
        [1, 1],
      ],
      [1, 2],
    );
    expect(matchedAnswers(matrix, 0, [R, F, F, F], { matching: [7.5, 7.5, 7.5, null] })).toEqual([
      { score: 7.5, ...none, referenceRight: 1, focalWrong: 1 },
    ]);
  });

  it("of an item with more points are right from the points that are named", () => {
    const matrix = scoreMatrix([[0], [1], [2]], [2]);
    const right = (rightFrom: number) =>
      matchedAnswers(matrix, 0, [R, R, R], { rightFrom }).map((stratum) => stratum.referenceRight);
    expect(right(1)).toEqual([0, 1, 1]);
    expect(right(1.5)).toEqual([0, 0, 1]);
    expect(right(2)).toEqual([0, 0, 1]);
    for (const rightFrom of [0, -1, 2.5, Number.NaN]) expect(() => right(rightFrom)).toThrow(RangeError);
    expect(() => matchedAnswers(matrix, 0, [R, R, R])).toThrow(RangeError);
    expect(() => matchedAnswers(scoreMatrix([[0.5]], [0.5]), 0, [R])).toThrow(RangeError);
  });

  it("of an item on which nobody ever had a point are wrong", () => {
    expect(matchedAnswers(scoreMatrix([[0]]), 0, [R])).toEqual([{ score: 0, ...none, referenceWrong: 1 }]);
  });

  it("treat totals that differ by rounding only as one", () => {
    const matrix = scoreMatrix(
      [
        [1, 0.1, 0.2],
        [1, 0.3, 0],
      ],
      [1, 1, 1],
    );
    expect(matchedAnswers(matrix, 0, [R, F])).toHaveLength(1);
  });

  it("refuse an item that is not there and lists for other persons", () => {
    const matrix = scoreMatrix([[1], [0]]);
    for (const item of [-1, 1, 0.5]) expect(() => matchedAnswers(matrix, item, [R, F])).toThrow(RangeError);
    expect(() => matchedAnswers(matrix, 0, [R])).toThrow(RangeError);
    expect(() => matchedAnswers(matrix, 0, [R, F], { matching: [1] })).toThrow(RangeError);
    expect(() => matchedAnswers(matrix, 0, [R, F], { matching: [1, Number.NaN] })).toThrow(RangeError);
  });

  it("of nobody are none", () => {
    expect(matchedAnswers(scoreMatrix([], [1]), 0, [])).toEqual([]);
  });

  it("repeat the example of the docstring", () => {
    expect(matchedAnswers(scoreMatrix([[1], [0]]), 0, [R, F])[0]).toEqual({
      score: 0,
      ...none,
      focalWrong: 1,
    });
  });
});
