import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { share, sharePercent, shares, toFraction } from "#lib/statistics/share.ts";

const counts = fc
  .tuple(fc.nat(2000), fc.nat(2000))
  .map(([part, rest]) => ({ part, n: part + rest }))
  .filter(({ n }) => n > 0);

describe("a share", () => {
  it("is the part of the whole, as a fraction and in per cent", () => {
    expect(share(9, 24)).toBe(0.375);
    expect(sharePercent(9, 24)).toBe(37.5);
    expect([share(0, 7), share(7, 7), sharePercent(0, 7), sharePercent(7, 7)]).toEqual([0, 1, 0, 100]);
  });

  it("in per cent is whole where the exact ratio is", () => {
    // 100 * (29 / 50) = 57.99999999999999 in R and here
    expect(sharePercent(29, 50)).toBe(58);
  });

  it("of nobody is not defined", () => {
    expect(share(0, 0)).toBeNull();
    expect(sharePercent(0, 0)).toBeNull();
    expect(shares([])).toBeNull();
    expect(shares([0, 0])).toBeNull();
  });

  it("refuses what cannot be counts", () => {
    for (const [part, n] of [
      [3, 2],
      [-1, 2],
      [0.5, 2],
      [1, Number.NaN],
      [1, 1.5],
    ] as const) {
      expect(() => share(part, n)).toThrow(RangeError);
      expect(() => sharePercent(part, n)).toThrow(RangeError);
    }
    expect(() => shares([1, -1])).toThrow(RangeError);
    expect(() => shares([1, Number.NaN])).toThrow(RangeError);
  });

  it("and its rest make the whole", () => {
    fc.assert(
      fc.property(counts, ({ part, n }) => {
        expect(share(part, n)! + share(n - part, n)!).toBeCloseTo(1, 14);
        expect(sharePercent(part, n)! / 100).toBeCloseTo(share(part, n)!, 14);
      }),
    );
  });
});

describe("shares of categories", () => {
  it("are prop.table of R and add up to 1", () => {
    // R: prop.table(c(1, 0, 3))
    expect(shares([1, 0, 3])).toEqual([0.25, 0, 0.75]);
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1 }), (histogram) => {
        const found = shares(histogram);
        if (histogram.every((count) => count === 0)) expect(found).toBeNull();
        else expect(found!.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("per cent as a fraction", () => {
  it("keeps silence a silence", () => {
    expect(toFraction(62.5)).toBe(0.625);
    expect(toFraction(0)).toBe(0);
    expect(toFraction(null)).toBeNull();
    expect(() => toFraction(Number.NaN)).toThrow(RangeError);
    expect(() => toFraction(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});
