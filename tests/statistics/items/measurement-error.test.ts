import { describe, expect, it } from "vitest";
import { itemMoments } from "#lib/statistics/items/item-moments.ts";
import { standardErrorOfMeasurement } from "#lib/statistics/items/measurement-error.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";

const of = (rows: readonly (readonly number[])[]) => itemMoments(scoreMatrix(rows));
const example = of([
  [1, 2],
  [2, 1],
  [3, 4],
  [4, 3],
]);

describe("the standard error of measurement", () => {
  it("agrees with R, bounds too", () => {
    // R: sd(rowSums(x)) * sqrt(1 - alpha(x)) = sqrt(2 * residual mean square of lm(y ~ person + item)) = 1.1547005383792521
    const sem = standardErrorOfMeasurement(example)!;
    expect(sem.value).toBeCloseTo(1.1547005383792521, 14);
    expect(sem.low).toBeCloseTo(0.6541257844478319, 9);
    expect(sem.high).toBeCloseTo(4.305355546770787, 9);
    const narrow = standardErrorOfMeasurement(example, 0.9)!;
    expect(narrow.low).toBeCloseTo(0.7154397485169243, 9);
    expect(narrow.high).toBeCloseTo(3.3717354379722733, 9);
  });

  it("is above the standard deviation where alpha is below 0", () => {
    const rows = [
      [3, 2, 1, 9],
      [1, 7, 1, 0],
      [4, 1, 2, 2],
      [1, 8, 3, 5],
      [5, 2, 5, 1],
      [9, 8, 8, 0],
      [2, 1, 3, 6],
      [6, 8, 2, 4],
    ];
    const sem = standardErrorOfMeasurement(of(rows))!;
    expect(sem.value).toBeCloseTo(6.015852075182383, 13);
    expect(sem.low).toBeCloseTo(4.6283039310975065, 9);
    expect(sem.high).toBeCloseTo(8.597041769191492, 9);
  });

  it("is 0 where items repeat each other", () => {
    expect(
      standardErrorOfMeasurement(
        of([
          [0, 0],
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toEqual({ value: 0, low: 0, high: 0 });
  });

  it("is not defined where alpha is not, and refuses a level of 95", () => {
    for (const rows of [
      [],
      [[1, 2]],
      [[1], [2]],
      [
        [1, 0],
        [0, 1],
      ],
    ])
      expect(standardErrorOfMeasurement(of(rows))).toBeNull();
    expect(() => standardErrorOfMeasurement(of([]), 95)).toThrow(RangeError);
  });
});
