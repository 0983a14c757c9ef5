import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rootOfFalling } from "#lib/statistics/comparison/falling-root.ts";

describe("the root of a falling function", () => {
  it("is found to the last digit", () => {
    expect(rootOfFalling((x) => 2 - x * x, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(rootOfFalling((x) => Math.exp(-x) - 1e-9, 0, 1e6)).toBeCloseTo(9 * Math.LN10, 12);
    expect(rootOfFalling((x) => (x < 0.3 ? 1 : -1e-12), 0, 1)).toBeCloseTo(0.3, 15);
  });

  it("is the exact value where the function is 0 there", () => {
    expect(rootOfFalling((x) => 3 - x, 0, 6)).toBe(3);
  });

  it("is the lower end when the function is not positive there", () => {
    expect(rootOfFalling((x) => -x, 0, 2)).toBe(0);
    expect(rootOfFalling(() => -1, 1, 2)).toBe(1);
  });

  it("has all its digits where it is small beside 1", () => {
    // exp(−x) = 1 − 1e−9 at x = −log(1 − 1e−9) = 1e−9 + 1e−18/2 + …, in R: print(-log1p(-1e-9), digits = 17).
    expect(rootOfFalling((x) => 1e-9 + Math.expm1(-x), 0, 1) / 1.0000000005e-9).toBeCloseTo(1, 15);
  });

  it("is found for any place, however far the ends", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1e8, noNaN: true }), (at) => {
        expect(rootOfFalling((x) => Math.cbrt(at - x), 0, 1e9) / at).toBeCloseTo(1, 12);
      }),
    );
  });
});
