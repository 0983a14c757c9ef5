import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemDifficulties, notAttemptedShares } from "#lib/statistics/items/difficulty.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { ITEM } from "#lib/statistics/task-sums.ts";
import { wilson } from "#lib/statistics/wilson.ts";
import { DISTRICT_WORKS } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { districtScores } from "#tests/support/items.ts";

describe("item difficulty", () => {
  it("is the share of the maximum, of everyone who has a score, X as 0", () => {
    const rows = [
      [1, 3, null],
      [ITEM.notAttempted, 1, 2],
      [null, 2, 2],
    ];
    const [first, second, third] = itemDifficulties(scoreMatrix(rows, [1, 4, 2]));
    expect(first).toEqual({ value: 0.5, n: 2, ...wilson(1, 2) });
    expect(second).toMatchObject({ value: 0.5, n: 3 });
    expect(third).toEqual({ value: 1, n: 2, ...wilson(2, 2) });
  });

  it("takes its level", () => {
    expect(itemDifficulties(scoreMatrix([[1], [0]]), 0.9)[0]).toEqual({
      value: 0.5,
      n: 2,
      ...wilson(1, 2, 0.9),
    });
    expect(() => itemDifficulties(scoreMatrix([[1], [0]]), 95)).toThrow(RangeError);
  });

  it("is not defined where nobody has a score, or nobody ever had a point and no maximum is known", () => {
    expect(itemDifficulties(scoreMatrix([[null, 0]]))).toEqual([null, null]);
    expect(itemDifficulties(scoreMatrix([], [1, 2]))).toEqual([null, null]);
    expect(itemDifficulties(scoreMatrix([[0]], [1]))[0]!.value).toBe(0);
    expect(itemDifficulties(scoreMatrix([]))).toEqual([]);
  });

  it("stays between 0 and 1 where points do not add up exactly", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (max, n) => {
          const [item] = itemDifficulties(
            scoreMatrix(
              Array.from({ length: n }, () => [max]),
              [max],
            ),
          );
          expect(item!.value).toBeCloseTo(1, 12);
          expect(item!.value).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("repeats the example of its docstring", () => {
    expect(
      itemDifficulties(
        scoreMatrix(
          [
            [1, 2],
            [0, 3],
          ],
          [1, 4],
        ),
      ).map((item) => item?.value),
    ).toEqual([0.5, 0.625]);
  });
});

describe("the share of X", () => {
  it.each(DISTRICT_WORKS)("agrees with R for %s", (work) => {
    expectEntry(notAttemptedShares(districtScores(work)), expected(`itemsNotAttempted.${work}`));
  });

  it("is of those who have a score", () => {
    expect(notAttemptedShares(scoreMatrix([[ITEM.notAttempted], [1]]))).toEqual([0.5]);
    expect(notAttemptedShares(scoreMatrix([[ITEM.notAttempted], [1], [null], [0]]))).toEqual([1 / 3]);
    expect(notAttemptedShares(scoreMatrix([[null, ITEM.notAttempted]]))).toEqual([null, 1]);
  });
});
