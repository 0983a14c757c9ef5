import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "#lib/statistics/items/cronbach-alpha.ts";
import { guttmanLambda2 } from "#lib/statistics/items/guttman-lambda.ts";
import { itemMoments } from "#lib/statistics/items/item-moments.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";

const of = (rows: readonly (readonly number[])[]) => itemMoments(scoreMatrix(rows));

describe("Guttman's lambda 2", () => {
  it("agrees with R where some covariances are negative", () => {
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
    expect(guttmanLambda2(of(rows))).toBeCloseTo(0.29763037524219227, 14);
  });

  it("is alpha where all covariances are equal", () => {
    expect(
      guttmanLambda2(
        of([
          [1, 2],
          [2, 1],
          [3, 4],
          [4, 3],
        ]),
      ),
    ).toBeCloseTo(0.75, 15);
  });

  it("is never below alpha and never above 1", () => {
    const table = fc.array(fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const lambda = guttmanLambda2(of(rows));
        const alpha = cronbachAlpha(of(rows));
        expect(lambda === null).toBe(alpha === null);
        if (lambda === null) return;
        expect(lambda).toBeGreaterThanOrEqual(alpha!.value - 1e-12);
        expect(lambda).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is not defined for nobody, one person, one item and equal totals", () => {
    for (const rows of [
      [],
      [[1, 2]],
      [[1], [2]],
      [
        [1, 0],
        [0, 1],
      ],
    ])
      expect(guttmanLambda2(of(rows))).toBeNull();
  });
});
