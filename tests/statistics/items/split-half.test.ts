import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemMoments } from "#lib/statistics/items/item-moments.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { splitHalf } from "#lib/statistics/items/split-half.ts";

const of = (rows: readonly (readonly number[])[]) => itemMoments(scoreMatrix(rows));
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

describe("split-half reliability", () => {
  it("of odd against even items agrees with R", () => {
    const halves = splitHalf(four)!;
    expect(halves.correlation).toBeCloseTo(-0.18117539075147282, 14);
    expect(halves.spearmanBrown).toBeCloseTo(-0.4425255145121878, 14);
    // R: z <- tanh(atanh(h) + c(-1, 1) * qnorm(.975) / sqrt(5)); 2 * z / (1 + z)
    expect(halves.interval!.low).toBeCloseTo(-7.326477420928082, 10);
    expect(halves.interval!.high).toBeCloseTo(0.7500888124924844, 12);
    // R: 2 * (1 - (var(odd) + var(even)) / var(total))
    expect(halves.flanaganRulon).toBeCloseTo(-0.42990654205607504, 14);
  });

  it("takes other halves, in either order", () => {
    const halves = splitHalf(four, [0, 1])!;
    expect(halves.correlation).toBeCloseTo(-0.030618621784789725, 14);
    expect(halves.spearmanBrown).toBeCloseTo(-0.06317146681972294, 14);
    expect(splitHalf(four, [3, 2])!.correlation).toBeCloseTo(halves.correlation, 15);
  });

  it("takes its level", () => {
    expect(splitHalf(four, undefined, 0.99)!.interval!.low).toBeLessThan(splitHalf(four)!.interval!.low);
    expect(() => splitHalf(four, undefined, 95)).toThrow(RangeError);
  });

  it("has no interval below four persons and for halves that agree wholly", () => {
    const three = splitHalf(
      of([
        [0, 0],
        [1, 0],
        [1, 1],
      ]),
    )!;
    expect(three.correlation).toBeCloseTo(0.5, 15);
    expect(three.spearmanBrown).toBeCloseTo(2 / 3, 15);
    expect(three.interval).toBeNull();
    expect(
      splitHalf(
        of([
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ]),
      ),
    ).toEqual({
      ...{ correlation: 1, spearmanBrown: 1, interval: null, flanaganRulon: 1 },
    });
  });

  it("keeps the correlation of halves that contradict each other wholly, and says nothing of the whole", () => {
    expect(
      splitHalf(
        of([
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toEqual({
      ...{ correlation: -1, spearmanBrown: null, interval: null, flanaganRulon: null },
    });
  });

  it("sees that halves contradict each other through all rounding", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(17), { minLength: 2, maxLength: 30 }), fc.nat(6), (scores, factor) => {
        fc.pre(new Set(scores).size > 1);
        const against = (scale: number) =>
          of(scores.map((score) => [score * scale, 17 * scale - score * scale]));
        for (const scale of [factor + 1, 1 / (factor + 2)])
          expect(splitHalf(against(scale))).toMatchObject({ correlation: -1, spearmanBrown: null });
        expect(splitHalf(of(scores.map((score) => [score / 3, score * 7])))!.correlation).toBe(1);
      }),
    );
  });

  it("is not defined without two halves that vary", () => {
    for (const rows of [
      [],
      [[1], [2]],
      [[1, 2]],
      [
        [1, 1],
        [1, 2],
      ],
    ])
      expect(splitHalf(of(rows))).toBeNull();
    expect(splitHalf(four, [])).toBeNull();
    expect(splitHalf(four, [0, 1, 2, 3])).toBeNull();
  });

  it("refuses halves that are none", () => {
    for (const half of [[0, 0], [4], [-1], [0.5]]) expect(() => splitHalf(four, half)).toThrow(RangeError);
  });
});
