import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemRestCorrelations, itemTotalCorrelations } from "#lib/statistics/items/item-correlation.ts";
import { itemMoments } from "#lib/statistics/items/item-moments.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";

const of = (rows: readonly (readonly number[])[]) => itemMoments(scoreMatrix(rows));
const close = (got: readonly (number | null)[], expected: readonly number[]) => {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, 14);
  });
};
const four = of([
  [3, 2, 1, 9],
  [1, 7, 1, 0],
  [4, 1, 2, 2],
  [1, 8, 3, 5],
  [5, 2, 5, 1],
  [9, 8, 8, 0],
  [2, 1, 3, 6],
  [6, 8, 2, 4],
]);

describe("item correlations", () => {
  it("with the total agree with R", () => {
    close(
      itemTotalCorrelations(four),
      [0.7144659160937742, 0.619544772093303, 0.6468594452195623, -0.01612627940487602],
    );
  });

  it("with the rest agree with R, a negative one too", () => {
    close(
      itemRestCorrelations(four),
      [0.2967179289544867, 0.010961395567057976, 0.2779297003429866, -0.5118034206963903],
    );
  });

  it("with the rest keep their digits where the item outweighs all others", () => {
    // R: cor(c(1, 3, 2, 5), c(1, 1, 3, 2)); the size of the item does not matter.
    const [expected] = itemRestCorrelations(
      of([
        [1, 0, 1],
        [3, 1, 0],
        [2, 1, 2],
        [5, 0, 2],
      ]),
    );
    expect(expected).toBeCloseTo(0.15289415743128767, 14);
    const [large] = itemRestCorrelations(
      of(
        [
          [1, 0, 1],
          [3, 1, 0],
          [2, 1, 2],
          [5, 0, 2],
        ].map(([a, b, c]) => [a! * 1e9 + 0.25, b!, c!]),
      ),
    );
    expect(large).toBeCloseTo(expected!, 12);
  });

  it("are not defined for what does not vary", () => {
    expect(itemTotalCorrelations(of([]))).toEqual([]);
    expect(itemTotalCorrelations(of([[1, 2]]))).toEqual([null, null]);
    expect(itemRestCorrelations(of([[1, 2]]))).toEqual([null, null]);
    expect(itemTotalCorrelations(of([[1], [2], [4]]))[0]).toBeCloseTo(1, 15);
    expect(itemRestCorrelations(of([[1], [2]]))).toEqual([null]);
    // Item 2 does not vary, and it is all the rest that item 1 has.
    expect(
      itemRestCorrelations(
        of([
          [0, 1],
          [1, 1],
        ]),
      ),
    ).toEqual([null, null]);
    expect(
      itemTotalCorrelations(
        of([
          [0, 1],
          [1, 1],
        ]),
      ),
    ).toEqual([1, null]);
    expect(
      itemTotalCorrelations(
        of([
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toEqual([null, null]);
    expect(
      itemRestCorrelations(
        of([
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toEqual([-1, -1]);
  });

  it("stay within −1 and 1, and the total flatters", () => {
    const table = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const total = itemTotalCorrelations(of(rows));
        itemRestCorrelations(of(rows)).forEach((rest, i) => {
          const whole = total[i] ?? null;
          for (const r of [rest, whole]) if (r !== null) expect(Math.abs(r)).toBeLessThanOrEqual(1);
          if (rest !== null && whole !== null) expect(whole).toBeGreaterThanOrEqual(rest - 1e-12);
        });
      }),
    );
  });

  it("repeat the examples of their docstrings", () => {
    const example = of([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    close(itemTotalCorrelations(example), [0.8660254037844387, 0.8660254037844387]);
    close(itemRestCorrelations(example), [0.5, 0.5]);
  });
});
