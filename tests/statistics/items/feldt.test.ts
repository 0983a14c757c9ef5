import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feldtInterval } from "#lib/statistics/items/feldt.ts";

const close = (got: { low: number; high: number }, low: number, high: number) => {
  expect(got.low).toBeCloseTo(low, 9);
  expect(got.high).toBeCloseTo(high, 9);
};

describe("Feldt's interval of alpha", () => {
  it("agrees with R, for two persons and two items too", () => {
    // R: 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1))
    close(feldtInterval(0.8, 41, 26), 0.7001307444444895, 0.8786513677403065);
    close(feldtInterval(-0.5, 5, 2), -13.406794827084287, 0.8438236938191086);
    close(feldtInterval(0.5, 2, 2), -322.89450573892202, 0.9992281437456629);
    // R: with c(.995, .005)
    close(feldtInterval(0.8, 41, 26, 0.99), 0.6613658463744201, 0.8973485203075684);
  });

  it("holds alpha between its bounds, and is a point only at 1", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 0.999, noNaN: true }),
        fc.integer({ min: 3, max: 500 }),
        (a, n) => {
          const { low, high } = feldtInterval(a, n, 10);
          expect(low).toBeLessThan(a);
          expect(high).toBeGreaterThan(a);
          expect(high).toBeLessThan(1);
        },
      ),
    );
    expect(feldtInterval(1, 5, 5)).toEqual({ low: 1, high: 1 });
  });

  it("refuses what cannot be", () => {
    for (const alpha of [1.01, Number.NaN, Number.NEGATIVE_INFINITY])
      expect(() => feldtInterval(alpha, 5, 5)).toThrow(RangeError);
    for (const n of [1, 2.5, Number.NaN]) {
      expect(() => feldtInterval(0.5, n, 5)).toThrow(RangeError);
      expect(() => feldtInterval(0.5, 5, n)).toThrow(RangeError);
    }
    expect(() => feldtInterval(0.5, 5, 5, 95)).toThrow(RangeError);
  });
});
