import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "#lib/statistics/items/cronbach-alpha.ts";
import {
  emptyItemMoments,
  type ItemMoments,
  itemMoments,
  mergeItemMoments,
  pairIndex,
} from "#lib/statistics/items/item-moments.ts";
import { codeviation, partCorrelation, partCovariance, partMean } from "#lib/statistics/items/part-scores.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";

const maxima = [1, 2, 4];
const row = fc.tuple(fc.nat(1), fc.nat(2), fc.nat(4));
const rows = fc.array(row, { maxLength: 12 });
const of = (table: readonly (readonly (number | null)[])[]) => itemMoments(scoreMatrix(table, maxima));
/** Zeros of either sign are one zero. */
const plain = ({ n, sums, products }: ItemMoments) => ({ n, sums: [...sums], products: [...products] });

describe("sufficient statistics of a test", () => {
  it("are sums and sums of products of all pairs", () => {
    const moments = of([
      [1, 2, 4],
      [0, 1, 3],
      [1, 0, 1],
    ]);
    expect(plain(moments)).toEqual({ n: 3, sums: [2, 3, 8], products: [2, 2, 5, 5, 11, 26] });
    expect([...moments.origin]).toEqual([0, 0, 0]);
    expect(moments.products[pairIndex(1, 2)]).toBe(11);
    expect(moments.products[pairIndex(2, 1)]).toBe(11);
  });

  it("leave out whoever has a missing score", () => {
    expect(
      plain(
        of([
          [1, 2, 4],
          [1, null, 4],
          [0, 1, 0],
        ]),
      ),
    ).toEqual(
      plain(
        of([
          [1, 2, 4],
          [0, 1, 0],
        ]),
      ),
    );
  });

  it("merge as a commutative monoid: those of a union are the merge", () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const merged = mergeItemMoments(of(a), mergeItemMoments(of(b), of(c)));
        expect(plain(merged)).toEqual(plain(of([...a, ...b, ...c])));
        expect(plain(mergeItemMoments(of(b), of(a)))).toEqual(plain(mergeItemMoments(of(a), of(b))));
        expect(plain(mergeItemMoments(of(a), emptyItemMoments(3)))).toEqual(plain(of(a)));
        expect(plain(mergeItemMoments(emptyItemMoments(3), of(a)))).toEqual(plain(of(a)));
      }),
    );
  });

  it("do not add up for tests of different length", () => {
    expect(() => mergeItemMoments(emptyItemMoments(2), emptyItemMoments(3))).toThrow(RangeError);
    expect(() => emptyItemMoments(-1)).toThrow(RangeError);
    expect(() => emptyItemMoments(1.5)).toThrow(RangeError);
  });

  it("repeat the examples of their docstrings", () => {
    expect(emptyItemMoments(3).products).toHaveLength(6);
    expect([
      ...itemMoments(
        scoreMatrix(
          [
            [1, 2],
            [0, 1],
          ],
          [1, 2],
        ),
      ).products,
    ]).toEqual([1, 2, 5]);
  });
});

// R: set.seed(7); tenths <- matrix(round(runif(60) * 10), 20)
const tenths = [
  ...[10, 4, 1, 1, 2, 8, 3, 10, 2, 5, 2, 2, 8, 1, 5, 1, 6, 0, 10, 3],
  ...[6, 3, 10, 9, 10, 1, 6, 5, 10, 4, 7, 3, 2, 2, 4, 8, 5, 8, 8, 5],
  ...[8, 4, 8, 4, 9, 3, 1, 8, 9, 10, 6, 7, 8, 6, 7, 4, 2, 2, 4, 3],
];
const table = (of: (tenth: number) => number) =>
  Array.from({ length: 20 }, (_, person) => [0, 20, 40].map((start) => of(tenths[start + person]!)));
// R: alpha(tenths / 10)
const ALPHA = -0.2240467888876393;

describe("sums that are not whole, or too large to be exact", () => {
  it("do not cancel", () => {
    expect(cronbachAlpha(itemMoments(scoreMatrix(table((t) => t))))!.value).toBeCloseTo(ALPHA, 14);
    expect(cronbachAlpha(itemMoments(scoreMatrix(table((t) => t / 10))))!.value).toBeCloseTo(ALPHA, 13);
    // Whole, but with squares beyond what a number holds exactly.
    expect(cronbachAlpha(itemMoments(scoreMatrix(table((t) => 1e9 + t))))!.value).toBeCloseTo(ALPHA, 13);
    // Quarters are exact at 1e7, so that nothing but the computation can lose digits.
    expect(cronbachAlpha(itemMoments(scoreMatrix(table((t) => 1e7 + t / 4))))!.value).toBeCloseTo(ALPHA, 13);
  });

  it("merge to what all rows together give, also when their means lie far apart", () => {
    const all = table((t) => 1e7 + t / 4).map((scores, person) =>
      scores.map((s) => s + (person < 9 ? 0 : 5)),
    );
    const parts = [all.slice(0, 4), all.slice(4, 9), all.slice(9)].map((part) =>
      itemMoments(scoreMatrix(part)),
    );
    const merged = parts.reduce(mergeItemMoments);
    const direct = itemMoments(scoreMatrix(all));
    expect(merged.n).toBe(20);
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [2, 1],
      [2, 2],
    ] as const) {
      expect(partCovariance(merged, [i], [j])).toBeCloseTo(partCovariance(direct, [i], [j])!, 12);
    }
    expect(partMean(merged, [0, 2])).toBeCloseTo(partMean(direct, [0, 2])!, 7);
  });

  it("merge with whole ones", () => {
    const a = itemMoments(
      scoreMatrix([
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
    );
    const b = itemMoments(
      scoreMatrix([
        [0.5, 0],
        [1, 0.25],
      ]),
    );
    // R: x <- rbind(c(1,0), c(0,1), c(1,1), c(.5,0), c(1,.25)); cov(x)
    for (const merged of [mergeItemMoments(a, b), mergeItemMoments(b, a)]) {
      expect(partCovariance(merged, [0], [0])).toBeCloseTo(0.2, 15);
      expect(partCovariance(merged, [0], [1])).toBeCloseTo(-0.08125, 15);
      expect(partCovariance(merged, [1], [1])).toBeCloseTo(0.2625, 15);
      expect(partMean(merged, [0, 1])).toBeCloseTo(1.15, 15);
    }
  });

  it("know that a constant item, a constant total and their merge do not vary", () => {
    const constant = itemMoments(
      scoreMatrix([
        [0.1, 0.3],
        [0.1, 0.7],
        [0.1, 0.2],
      ]),
    );
    expect(codeviation(constant, [0], [0])).toBe(0);
    const merged = mergeItemMoments(constant, itemMoments(scoreMatrix([[0.1, 0.9]])));
    expect(codeviation(merged, [0], [0])).toBe(0);
    const total = itemMoments(
      scoreMatrix([
        [0.1, 0.9],
        [0.3, 0.7],
        [0.6, 0.4],
        [1 / 3, 2 / 3],
      ]),
    );
    expect(codeviation(total, [0, 1], [0, 1])).toBe(0);
    expect(codeviation(total, [0], [0])).toBeGreaterThan(0);
  });

  it("of very many persons are exact, where a product of sums has more digits than a number", () => {
    // 3e8 persons, half of them 1 and half of them 2 points on both items, in opposite order: the total is always 3.
    const half = 150_000_000;
    const moments: ItemMoments = {
      ...{ n: 2 * half, items: 2, origin: Float64Array.of(0, 0), sums: Float64Array.of(3 * half, 3 * half) },
      products: Float64Array.of(5 * half, 4 * half, 5 * half),
    };
    expect(codeviation(moments, [0, 1], [0, 1])).toBe(0);
    expect(partCorrelation(moments, [0], [1])).toBe(-1);
    expect(partCovariance(moments, [0], [0])).toBe((0.25 * 2 * half) / (2 * half - 1));
  });
});

describe("part scores", () => {
  const moments = of([
    [1, 2, 4],
    [0, 1, 3],
    [1, 0, 1],
  ]);

  it("have the covariances, correlations and means of sums of items", () => {
    // R: x <- rbind(c(1,2,4), c(0,1,3), c(1,0,1)); cov(x[,1]+x[,2], x[,3]) = 4/3; cor(...) = 0.7559289460184544
    expect(partCovariance(moments, [0, 1], [2])).toBeCloseTo(4 / 3, 15);
    expect(partCorrelation(moments, [0, 1], [2])).toBeCloseTo(0.7559289460184544, 15);
    expect(partMean(moments, [0, 1])).toBeCloseTo(5 / 3, 15);
  });

  it("are not defined for too few persons or what does not vary", () => {
    const one = of([[1, 2, 4]]);
    expect(partCovariance(one, [0], [1])).toBeNull();
    expect(partCorrelation(one, [0], [1])).toBeNull();
    expect(partMean(one, [0, 1, 2])).toBe(7);
    expect(partMean(of([]), [0])).toBeNull();
    expect(partCorrelation(moments, [], [0])).toBeNull();
    expect(partCorrelation(moments, [0], [])).toBeNull();
  });
});
