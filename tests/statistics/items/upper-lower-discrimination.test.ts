import { describe, expect, it } from "vitest";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { upperLowerDiscrimination } from "#lib/statistics/items/upper-lower-discrimination.ts";
import { ITEM } from "#lib/statistics/task-sums.ts";

// Totals 0, 1, 1, 2, 3, 3, 4, 4, 5, 6 of two items of 3 points.
const TEN = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
  [1, 2],
  [3, 0],
  [2, 2],
  [1, 3],
  [2, 3],
  [3, 3],
];
const ten = scoreMatrix(TEN, [3, 3]);

describe("upper–lower discrimination", () => {
  it("by threshold takes all persons with the total on the edge, whatever their order", () => {
    // n = 10: quantiles .27 and .73 (type 7) lie between the 3rd and 4th, the 7th and 8th total: 1.43 and 4.
    // Lower: 0, 1, 1; upper: 4, 4, 5, 6. Means 1/3, 1/3 and 2, 11/4.
    const found = upperLowerDiscrimination(ten)!;
    expect(found).toMatchObject({ lower: 3, upper: 4 });
    expect(found.values[0]).toBeCloseTo((2 - 1 / 3) / 3, 15);
    expect(found.values[1]).toBeCloseTo((11 / 4 - 1 / 3) / 3, 15);
    expect(upperLowerDiscrimination(scoreMatrix(TEN.toReversed(), [3, 3]))).toEqual(found);
  });

  it("by order takes ⌊share · n⌋ persons at each end, the earlier row as the weaker in a tie", () => {
    // Two at each end: rows 0 and 1, rows 8 and 9.
    expect(upperLowerDiscrimination(ten, 0.27, "order")).toEqual({
      values: [5 / 6, 5 / 6],
      lower: 2,
      upper: 2,
    });
    // Three at each end: the upper group gets row 7 (1, 3), of the two with a total of 4 the later one.
    const { values } = upperLowerDiscrimination(ten, 0.3, "order")!;
    expect(values[0]).toBeCloseTo((2 - 1 / 3) / 3, 15);
    expect(values[1]).toBeCloseTo((3 - 1 / 3) / 3, 15);
  });

  it("takes the whole rank where share · (n − 1) is whole but for rounding", () => {
    // 0.29 * 100 = 28.999999999999996; 101 totals 0 … 100: the lower group goes up to 29.
    const matrix = scoreMatrix(Array.from({ length: 101 }, (_, i) => [i]));
    expect(upperLowerDiscrimination(matrix, 0.29)).toMatchObject({ lower: 30, upper: 30 });
  });

  it("takes halves of a test of two persons", () => {
    expect(upperLowerDiscrimination(scoreMatrix([[0], [1]]), 0.5)).toEqual({
      values: [1],
      lower: 1,
      upper: 1,
    });
  });

  it("says how many persons it compared, so that an overlap in one large tie is seen", () => {
    // R: t <- c(1,1,1,1,0); both quantiles are 1: lower all five, upper the four
    const found = upperLowerDiscrimination(scoreMatrix([[1], [1], [1], [1], [0]]))!;
    expect(found).toMatchObject({ lower: 5, upper: 4 });
    expect(found.values[0]).toBeCloseTo(0.2, 15);
  });

  it("is negative for an item that works against the test", () => {
    expect(
      upperLowerDiscrimination(
        scoreMatrix([
          [1, 0],
          [1, 0],
          [0, 5],
          [0, 5],
        ]),
      )!.values[0],
    ).toBe(-1);
  });

  it("treats totals that differ by rounding only as equal", () => {
    // 0.1 + 0.2 is not 0.3 in binary: all but the last have the same total.
    const matrix = scoreMatrix([
      [0.3, 0],
      [0.1, 0.2],
      [0.2, 0.1],
      [0.1, 0.2],
      [1, 1],
    ]);
    expect(upperLowerDiscrimination(matrix)).toMatchObject({ lower: 4, upper: 5 });
  });

  it("leaves out persons with a missing score and takes X as 0", () => {
    const rows = [
      [0, 0],
      [ITEM.notAttempted, 1],
      [null, 1],
      [1, 1],
      [1, 1],
    ];
    const same = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 1],
    ];
    expect(upperLowerDiscrimination(scoreMatrix(rows))).toEqual(upperLowerDiscrimination(scoreMatrix(same)));
  });

  it("is not defined for nobody, one person, equal totals, groups of nobody, and an item without points", () => {
    expect(upperLowerDiscrimination(scoreMatrix([]))).toBeNull();
    expect(upperLowerDiscrimination(scoreMatrix([[1, 2]]))).toBeNull();
    expect(
      upperLowerDiscrimination(
        scoreMatrix([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toBeNull();
    expect(upperLowerDiscrimination(scoreMatrix([[1], [0], [0]]), 0.27, "order")).toBeNull();
    expect(
      upperLowerDiscrimination(
        scoreMatrix([
          [1, 0],
          [0, 0],
        ]),
      )!.values,
    ).toEqual([1, null]);
  });

  it("refuses a share that is none", () => {
    for (const share of [0, -0.1, 0.51, Number.NaN])
      expect(() => upperLowerDiscrimination(ten, share)).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    expect(
      upperLowerDiscrimination(
        scoreMatrix([
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ]),
      )!.values,
    ).toEqual([1, 1]);
  });
});
