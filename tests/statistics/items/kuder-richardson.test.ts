import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "#lib/statistics/items/cronbach-alpha.ts";
import { itemMoments } from "#lib/statistics/items/item-moments.ts";
import { kuderRichardson20, kuderRichardson21 } from "#lib/statistics/items/kuder-richardson.ts";
import { completePersons, scoreMatrix, totalScores } from "#lib/statistics/items/score-matrix.ts";
import type { Moments } from "#lib/statistics/moments.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { itemFile } from "#tests/support/items.ts";

const of = (rows: readonly (readonly number[])[]) => itemMoments(scoreMatrix(rows));
const momentsOf = (totals: readonly number[]): Moments => ({
  n: totals.length,
  sum: totals.reduce((sum, total) => sum + total, 0),
  squareSum: totals.reduce((sum, total) => sum + total * total, 0),
});

describe("Kuder–Richardson", () => {
  it("20 and 21 agree with R", () => {
    const matrix = itemFile("items.csv");
    const totals = [...totalScores(matrix, completePersons(matrix))];
    expectEntry(
      {
        kr20: kuderRichardson20(itemMoments(matrix))!.value,
        kr21: kuderRichardson21(momentsOf(totals), matrix.items),
      },
      expected("kr.items"),
    );
  });

  it("20 is alpha with its interval", () => {
    const moments = of([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(kuderRichardson20(moments)!.value).toBeCloseTo(2 / 3, 15);
    expect(kuderRichardson20(moments)).toEqual(cronbachAlpha(moments));
    expect(kuderRichardson20(moments, 0.9)).toEqual(cronbachAlpha(moments, 0.9));
  });

  it("20 is for right and wrong only", () => {
    expect(() =>
      kuderRichardson20(
        of([
          [0, 2],
          [1, 0],
          [1, 1],
        ]),
      ),
    ).toThrow(RangeError);
    expect(() =>
      kuderRichardson20(
        of([
          [0, 0.5],
          [1, 0.5],
          [1, 1],
        ]),
      ),
    ).toThrow(RangeError);
    expect(
      kuderRichardson20(
        of([
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toBeNull();
    expect(kuderRichardson20(of([]))).toBeNull();
  });

  it("21 is never above 20, and equal where all items are equally hard", () => {
    const table = fc.array(fc.array(fc.nat(1), { minLength: 5, maxLength: 5 }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const kr20 = kuderRichardson20(of(rows));
        const kr21 = kuderRichardson21(momentsOf(rows.map((row) => row.reduce((a, b) => a + b, 0))), 5);
        expect(kr21 === null).toBe(kr20 === null);
        if (kr21 !== null) expect(kr21).toBeLessThanOrEqual(kr20!.value + 1e-12);
      }),
    );
    const equal = [
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
    ];
    expect(kuderRichardson21(momentsOf([1, 1, 1, 3]), 3)).toBeCloseTo(
      kuderRichardson20(of(equal))!.value,
      14,
    );
  });

  it("21 is not defined for one item, nobody and equal totals", () => {
    expect(kuderRichardson21({ n: 3, sum: 2, squareSum: 2 }, 1)).toBeNull();
    expect(kuderRichardson21({ n: 0, sum: 0, squareSum: 0 }, 5)).toBeNull();
    expect(kuderRichardson21(momentsOf([2, 2, 2]), 5)).toBeNull();
    expect(kuderRichardson21(momentsOf([0, 0]), 0)).toBeNull();
  });

  it("21 refuses totals that such a test cannot give", () => {
    expect(() => kuderRichardson21(momentsOf([3, 4]), 3)).toThrow(RangeError);
    expect(() => kuderRichardson21(momentsOf([-1, 0]), 3)).toThrow(RangeError);
    expect(kuderRichardson21(momentsOf([3, 3]), 3)).toBeNull();
    for (const items of [-1, 2.5])
      expect(() => kuderRichardson21(momentsOf([0, 0]), items)).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    // Totals 0, 1, 2: mean 1, variance 2/3: 2 (1 - 1/(2 * 2/3)) = 1/2
    expect(kuderRichardson21({ n: 3, sum: 3, squareSum: 5 }, 2)).toBeCloseTo(0.5, 15);
  });
});
