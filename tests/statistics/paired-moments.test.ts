import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pearson } from "#lib/statistics/association/pearson.ts";
import {
  covariance,
  mergePairedMoments,
  NO_PAIRS,
  pairedCorrelation,
  pairedMoments,
  subtractPairedMoments,
} from "#lib/statistics/paired-moments.ts";
import { expectClose } from "#tests/support/close.ts";

const x = [3, 3, 4, 5, 4, 2, 5, 3, 4, 4, 2, 5];
const y = [7, 9, 9, 12, 11, 4, 9, 6, 12, 8, 9, 14];
const scores = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 60 })), { maxLength: 20 });
const of = (pairs: readonly (readonly [number, number])[]) =>
  pairedMoments(
    pairs.map(([a]) => a),
    pairs.map(([, b]) => b),
  );

describe("paired moments", () => {
  // R: cov(x, y); cor(x, y)
  it("agree with R", () => {
    expectClose(covariance(pairedMoments(x, y)), 2.1515151515151514, 1e-15);
    expectClose(pairedCorrelation(pairedMoments(x, y)), 0.7184556901734276, 1e-15);
    const halves = x.map((value) => value / 2 + 0.3);
    expectClose(pairedCorrelation(pairedMoments(halves, y)), 0.7184556901734276, 1e-13);
  });

  it("form a commutative monoid, are those of the union, and can be taken apart", () => {
    fc.assert(
      fc.property(scores, scores, scores, (a, b, c) => {
        const [p, q, r] = [of(a), of(b), of(c)];
        expect(mergePairedMoments(p, NO_PAIRS)).toEqual(p);
        expect(mergePairedMoments(p, q)).toEqual(mergePairedMoments(q, p));
        expect(mergePairedMoments(mergePairedMoments(p, q), r)).toEqual(
          mergePairedMoments(p, mergePairedMoments(q, r)),
        );
        expect(of([...a, ...b])).toEqual(mergePairedMoments(p, q));
        expect(subtractPairedMoments(mergePairedMoments(p, q), q)).toEqual(p);
      }),
    );
  });

  it("give the correlation of the lists", () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const fromLists = pearson(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        );
        const fromSums = pairedCorrelation(of(pairs));
        if (fromLists === null) expect(fromSums).toBeNull();
        else expect(fromSums).toBeCloseTo(fromLists, 12);
      }),
    );
  });

  it("do not lose digits in the sums of a country", () => {
    // Half a billion pupils have (100, 100), as many (101, 101): covariance with n − 1 is n/4/(n − 1).
    const n = 1_000_000_000;
    const sum = (n / 2) * 201;
    const squares = (n / 2) * (100 ** 2 + 101 ** 2);
    const country = { n, sumX: sum, sumY: sum, sumXX: squares, sumYY: squares, sumXY: squares };
    expectClose(covariance(country), n / 4 / (n - 1), 1e-15);
    expect(pairedCorrelation(country)).toBe(1);
  });

  it("are not defined for nobody and one pair, nor the correlation when all x or y are equal", () => {
    expect([covariance(NO_PAIRS), pairedCorrelation(NO_PAIRS)]).toEqual([null, null]);
    expect([covariance(of([[1, 2]])), pairedCorrelation(of([[1, 2]]))]).toEqual([null, null]);
    expect(
      covariance(
        of([
          [1, 2],
          [1, 5],
        ]),
      ),
    ).toBe(0);
    expect(
      pairedCorrelation(
        of([
          [1, 2],
          [1, 5],
        ]),
      ),
    ).toBeNull();
    expect(
      pairedCorrelation(
        of([
          [2, 1],
          [5, 1],
        ]),
      ),
    ).toBeNull();
    expect(
      pairedCorrelation(
        of([
          [0.1, 2],
          [0.1, 5],
          [0.1, 6],
        ]),
      ),
    ).toBeNull();
  });

  it("refuse what makes no pairs, no part and no sums", () => {
    expect(() => pairedMoments([1, 2], [1])).toThrow(RangeError);
    expect(() => pairedMoments([Number.NaN], [1])).toThrow(RangeError);
    expect(() => pairedMoments([1], [Infinity])).toThrow(RangeError);
    expect(() => subtractPairedMoments(NO_PAIRS, of([[1, 2]]))).toThrow(RangeError);
    expect(() =>
      subtractPairedMoments(
        of([
          [1, 1],
          [1, 1],
        ]),
        of([[2, 0]]),
      ),
    ).toThrow(RangeError);
    expect(() =>
      subtractPairedMoments(
        of([
          [1, 1],
          [1, 1],
        ]),
        of([[0, 2]]),
      ),
    ).toThrow(RangeError);
    expect(() => covariance({ ...NO_PAIRS, n: 0.5 })).toThrow(RangeError);
    expect(() => covariance({ n: 2, sumX: 9, sumY: 1, sumXX: 1, sumYY: 9, sumXY: 1 })).toThrow(RangeError);
    expect(() => pairedCorrelation({ n: 2, sumX: 1, sumY: 9, sumXX: 9, sumYY: 1, sumXY: 1 })).toThrow(
      RangeError,
    );
    expect(() => covariance({ n: 2, sumX: Number.NaN, sumY: 1, sumXX: 1, sumYY: 9, sumXY: 1 })).toThrow(
      RangeError,
    );
  });

  it("repeat the examples of their docstrings", () => {
    const moments = pairedMoments([1, 2], [3, 5]);
    expect(moments).toEqual({ n: 2, sumX: 3, sumY: 8, sumXX: 5, sumYY: 34, sumXY: 13 });
    expect(covariance(moments)).toBe(1);
    expectClose(
      pairedCorrelation({ n: 3, sumX: 6, sumY: 7, sumXX: 14, sumYY: 21, sumXY: 17 }),
      0.9819805060619657,
      1e-15,
    );
  });
});
