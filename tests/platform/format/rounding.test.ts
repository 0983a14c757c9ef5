import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber } from "#lib/platform/format/number.ts";
import { largestRemainder, ratioHalfUp, shareHalfUp } from "#lib/platform/format/rounding.ts";
import { expected, expectedAll } from "#tests/support/expected.ts";

interface HalfUp {
  k: number;
  n: number;
  decimals: number;
  halfUp: number;
}

describe("half up", () => {
  it("gives the reference's shares, from the exact ratio", () => {
    for (const { k, n, decimals, halfUp } of expected("halfUp").value as HalfUp[]) {
      expect(shareHalfUp(k, n, decimals), `${k}/${n}`).toBe(halfUp);
    }
  });

  it("rounds a ratio, is not defined over nothing, and refuses what is no count", () => {
    expect(ratioHalfUp(88, 24, 2)).toBe(3.67);
    expect(ratioHalfUp(1, 16, 3)).toBe(0.063);
    expect(shareHalfUp(0, 0, 1)).toBeNull();
    expect(() => shareHalfUp(1.5, 4, 1)).toThrow(RangeError);
    expect(() => ratioHalfUp(1, -4, 1)).toThrow(RangeError);
    expect(() => ratioHalfUp(1, 4, -1)).toThrow(RangeError);
  });

  it("is what a share computed as (100 k) / n shows, so tables and exact shares never disagree", () => {
    const shares = fc
      .integer({ min: 1, max: 3000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 2 }), ([k, n], decimals) => {
        const style = { locale: "ru", decimals } as const;
        expect(formatNumber((100 * k) / n, style)).toBe(formatNumber(shareHalfUp(k, n, decimals)!, style));
      }),
      { numRuns: 500 },
    );
  });
});

describe("largest remainder", () => {
  it("gives the reference's shares", () => {
    const entries = expectedAll("largestRemainder.");
    expect(entries).toHaveLength(16);
    for (const { id, parameters, value } of entries) {
      expect(largestRemainder(parameters.counts as number[], parameters.decimals as number), id).toEqual(
        value,
      );
    }
  });

  it("adds up to 100 and is off by less than one unit", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 6 }), (counts) => {
        const n = counts.reduce((a, b) => a + b, 0);
        fc.pre(n > 0);
        const shares = largestRemainder(counts, 1)!;
        expect(shares.reduce((sum, share) => sum + Math.round(share * 10), 0)).toBe(1000);
        shares.forEach((share, i) => {
          expect(Math.abs(share - (100 * counts[i]!) / n)).toBeLessThan(0.1);
        });
      }),
    );
  });

  it("is not defined for nobody", () => {
    expect(largestRemainder([0, 0], 1)).toBeNull();
    expect(() => largestRemainder([-1, 2], 1)).toThrow(RangeError);
  });
});
