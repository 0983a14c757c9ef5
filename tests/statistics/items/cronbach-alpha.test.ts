import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alphaIfDropped, cronbachAlpha, standardisedAlpha } from "#lib/statistics/items/cronbach-alpha.ts";
import { itemMoments, mergeItemMoments } from "#lib/statistics/items/item-moments.ts";
import { type ItemScore, scoreMatrix } from "#lib/statistics/items/score-matrix.ts";

const of = (rows: readonly (readonly ItemScore[])[]) => itemMoments(scoreMatrix(rows));

/** R: cbind(c(3,1,4,1,5,9,2,6), c(2,7,1,8,2,8,1,8), c(1,1,2,3,5,8,3,2), c(9,0,2,5,1,0,6,4)) */
const FOUR = [
  [3, 2, 1, 9],
  [1, 7, 1, 0],
  [4, 1, 2, 2],
  [1, 8, 3, 5],
  [5, 2, 5, 1],
  [9, 8, 8, 0],
  [2, 1, 3, 6],
  [6, 8, 2, 4],
];

describe("Cronbach's alpha", () => {
  it("agrees with R, below 0 too, with Feldt's interval", () => {
    const alpha = cronbachAlpha(of(FOUR))!;
    expect(alpha.value).toBeCloseTo(-0.18380062305295947, 14);
    expect(alpha.low).toBeCloseTo(-2.5142664401995667, 9);
    expect(alpha.high).toBeCloseTo(0.7340994288158247, 9);
  });

  it("is 1 for items that repeat each other, and 0 for items that have nothing in common", () => {
    expect(
      cronbachAlpha(
        of([
          [0, 0],
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toEqual({ value: 1, low: 1, high: 1 });
    expect(
      cronbachAlpha(
        of([
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ]),
      )!.value,
    ).toBe(0);
  });

  it("keeps items that do not vary: they add nothing but their number", () => {
    // R: alpha(cbind(c(0,1,1), c(0,0,1), 1)) = 3/2 * (1 - (2/3)/1)
    expect(
      cronbachAlpha(
        of([
          [0, 0, 1],
          [1, 0, 1],
          [1, 1, 1],
        ]),
      )!.value,
    ).toBeCloseTo(0.5, 15);
  });

  it.each([
    ["nobody", []],
    ["one person", [[1, 2]]],
    ["one item", [[1], [2]]],
    ["no item", [[], []]],
    [
      "equal totals",
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      "equal scores",
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      "only persons with missing scores",
      [
        [1, null],
        [null, 2],
        [3, null],
      ],
    ],
  ])("is not defined for %s", (_, rows) => {
    expect(cronbachAlpha(of(rows))).toBeNull();
  });

  it("leaves out persons with a missing score", () => {
    expect(cronbachAlpha(of([...FOUR, [9, null, 0, 1]]))).toEqual(cronbachAlpha(of(FOUR)));
  });

  it("takes its level", () => {
    const [usual, wide] = [cronbachAlpha(of(FOUR))!, cronbachAlpha(of(FOUR), 0.99)!];
    expect(wide.low).toBeLessThan(usual.low);
    expect(wide.high).toBeGreaterThan(usual.high);
    expect(() => cronbachAlpha(of(FOUR), 95)).toThrow(RangeError);
  });

  it("does not change with the order of persons and items, nor with a shift or a common scale of points", () => {
    const table = fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), {
      minLength: 4,
      maxLength: 15,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const alpha = cronbachAlpha(of(rows))?.value ?? null;
        const same = [
          rows.toReversed(),
          rows.map((row) => row.toReversed()),
          rows.map((row) => row.map((score, i) => score + i)),
          rows.map((row) => row.map((score) => score * 3)),
        ];
        for (const other of same) {
          const value = cronbachAlpha(of(other))?.value ?? null;
          if (alpha === null) expect(value).toBeNull();
          else {
            expect(value).toBeCloseTo(alpha, 12);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it("of a region follows from its schools", () => {
    const merged = mergeItemMoments(of(FOUR.slice(0, 3)), of(FOUR.slice(3)));
    expect(cronbachAlpha(merged)).toEqual(cronbachAlpha(of(FOUR)));
  });
});

describe("alpha if dropped", () => {
  it("agrees with R", () => {
    const expected = [-0.9891186071817194, -0.3611374407582939, -0.7757182576459686, 0.611901681759379];
    const dropped = alphaIfDropped(of(FOUR));
    expected.forEach((value, i) => {
      expect(dropped[i]).toBeCloseTo(value, 14);
    });
  });

  it("is not defined where what is left has one item, one person or one total", () => {
    expect(
      alphaIfDropped(
        of([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toEqual([null, null]);
    expect(alphaIfDropped(of([[1, 2, 3]]))).toEqual([null, null, null]);
    // Without item 3 all totals are 1; with it one of two items varies, and they have nothing in common.
    expect(
      alphaIfDropped(
        of([
          [0, 1, 0],
          [1, 0, 0],
        ]),
      ),
    ).toEqual([0, 0, null]);
    expect(alphaIfDropped(of([]))).toEqual([]);
  });

  it("has no value only for the item without which nothing varies", () => {
    // Without item 1 the totals are 2, 2, 2; without item 2: 0, 2, 3; without item 3: 2, 2, 3.
    const [without1, without2, without3] = alphaIfDropped(
      of([
        [0, 2, 0],
        [1, 1, 1],
        [2, 1, 1],
      ]),
    );
    expect(without1).toBeNull();
    expect(without2).not.toBeNull();
    expect(without3).not.toBeNull();
  });
});

describe("standardised alpha", () => {
  it("agrees with R", () => {
    expect(standardisedAlpha(of(FOUR))).toBeCloseTo(-0.019763532401435493, 14);
  });

  it("is alpha where all items vary alike", () => {
    expect(
      standardisedAlpha(
        of([
          [1, 2],
          [2, 1],
          [3, 4],
          [4, 3],
        ]),
      ),
    ).toBeCloseTo(0.75, 15);
  });

  it("is not defined for one item, one person, an item that does not vary, and items that cancel each other", () => {
    expect(standardisedAlpha(of([[1], [2]]))).toBeNull();
    expect(standardisedAlpha(of([]))).toBeNull();
    expect(standardisedAlpha(of([[1, 2]]))).toBeNull();
    expect(
      standardisedAlpha(
        of([
          [1, 1, 1],
          [2, 1, 2],
          [3, 1, 1],
        ]),
      ),
    ).toBeNull();
    // Three items that vary alike and always add up to 7: every r = -1/2, 1 + (k - 1) r = 0 but for rounding.
    expect(
      standardisedAlpha(
        of(
          [
            [1, 2, 4],
            [2, 4, 1],
            [4, 1, 2],
          ].map((row) => row.map((s) => s / 3)),
        ),
      ),
    ).toBeNull();
    expect(
      standardisedAlpha(
        of([
          [1, 2, 4],
          [2, 4, 1],
          [4, 1, 2],
        ]),
      ),
    ).toBeNull();
    // r = -1: 1 + (k - 1) r = 0
    expect(
      standardisedAlpha(
        of([
          [1, 4],
          [2, 2],
        ]),
      ),
    ).toBeNull();
  });
});

describe("the examples of the docstrings", () => {
  it("hold", () => {
    const example = of([
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
    ]);
    expect(cronbachAlpha(example)!.value).toBeCloseTo(0.75, 15);
    expect(alphaIfDropped(example)).toEqual([null, null]);
    expect(standardisedAlpha(example)).toBeCloseTo(0.75, 15);
  });
});
