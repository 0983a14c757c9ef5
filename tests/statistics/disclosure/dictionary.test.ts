import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Dictionary } from "#lib/statistics/disclosure/dictionary.ts";
import { bigIntegers, doubles, Overflow } from "#lib/statistics/disclosure/exact-arithmetic.ts";

describe("exact arithmetic", () => {
  it("says when a double no longer holds the product", () => {
    expect(doubles.crossed(6, 5, 2, 3, 4)).toBe(6);
    expect(() => doubles.crossed(2 ** 30, 2 ** 30, 0, 0, 1)).toThrow(Overflow);
    expect(() => doubles.compareProducts(1, 1, 2 ** 40, -(2 ** 20))).toThrow(Overflow);
  });

  it("is the same in BigInt, without limit", () => {
    expect(bigIntegers.crossed(6n, 5n, 2n, 3n, 4n)).toBe(6n);
    expect(bigIntegers.crossed(2n ** 80n, 2n, 2n ** 80n, 1n, 2n ** 79n)).toBe(2n);
    expect([bigIntegers.sign(-5n), bigIntegers.sign(0n), bigIntegers.sign(7n)]).toEqual([-1, 0, 1]);
    expect(bigIntegers.compareProducts(2n, 3n, 7n, 1n)).toBe(-1);
    expect(bigIntegers.compareProducts(2n, 3n, 6n, 1n)).toBe(0);
    expect(bigIntegers.ratio(2n ** 70n + 2n ** 69n, 2n ** 69n)).toBe(3);
    expect(bigIntegers.ratio(7n, 2n)).toBe(3.5);
    expect(bigIntegers.divides(3n, 9n) && !bigIntegers.divides(3n, 10n)).toBe(true);
    expect(doubles.divides(3, 9) && !doubles.divides(3, 10)).toBe(true);
  });
});

/** Least and greatest of y over A·y = 0 within the room, by trying all whole y. */
function byTrying(rows: readonly (readonly number[])[], up: readonly number[], down: readonly number[]) {
  const found = up.map(() => ({ low: 0, high: 0 }));
  const y = up.map(() => 0);
  const tryFrom = (i: number): void => {
    if (i === y.length) {
      if (rows.every((row) => row.reduce((sum, a, k) => sum + a * y[k]!, 0) === 0))
        for (const [k, range] of found.entries()) {
          range.low = Math.min(range.low, y[k]!);
          range.high = Math.max(range.high, y[k]!);
        }
      return;
    }
    for (y[i] = -down[i]!; y[i]! <= up[i]!; y[i]!++) tryFrom(i + 1);
    y[i] = 0;
  };
  tryFrom(0);
  return found;
}

describe("the simplex dictionary", () => {
  const small = fc.record({
    // Rows of a network (each column leaves one row and enters one): their corners are whole.
    ends: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 4, maxLength: 4 }),
    up: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
    down: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
  });

  it("finds the bounds that trying every whole solution finds, in doubles and in BigInt", () => {
    fc.assert(
      fc.property(small, ({ ends, up, down }) => {
        const rows = [0, 1, 2].map((row) =>
          ends.map(([from, to]) => (from === to ? 0 : from === row ? 1 : to === row ? -1 : 0)),
        );
        const tried = byTrying(rows, up, down);
        for (const dictionary of [
          new Dictionary(doubles, rows, { up, down }),
          new Dictionary(bigIntegers, rows, { up, down }),
        ]) {
          for (const [column, { low, high }] of tried.entries()) {
            expect(dictionary.extreme(column, 1)).toBe(true);
            expect(dictionary.valueOf(column)).toBeCloseTo(high, 12);
            expect(dictionary.extreme(column, -1)).toBe(true);
            expect(dictionary.valueOf(column)).toBeCloseTo(low, 12);
            expect(dictionary.wholeCorner()).not.toBeNull();
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("says when nothing bounds a column, and goes one step on", () => {
    const endless = { up: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], down: [3, 5] };
    const dictionary = new Dictionary(doubles, [[1, -1]], endless);
    expect(dictionary.extreme(0, 1)).toBe(false);
    expect(dictionary.valueOf(0)).toBeGreaterThanOrEqual(1);
    expect(dictionary.valueOf(0)).toBe(dictionary.valueOf(1));
    expect(dictionary.extreme(0, -1)).toBe(true);
    expect(dictionary.valueOf(0)).toBe(-3);
    expect(Array.from(dictionary.wholeCorner()!)).toEqual([-3, -3]);
  });

  it("knows a corner that is not whole", () => {
    // 2·a = b, b at most 3: a at most 3/2.
    const dictionary = new Dictionary(doubles, [[2, -1]], { up: [9, 3], down: [0, 0] });
    expect(dictionary.extreme(0, 1)).toBe(true);
    expect(dictionary.valueOf(0)).toBe(1.5);
    expect(dictionary.wholeCorner()).toBeNull();
  });

  it("stops when it is told that it is enough", () => {
    const dictionary = new Dictionary(doubles, [[1, -1]], { up: [9, 9], down: [9, 9] });
    expect(dictionary.extreme(0, 1, () => true)).toBe(true);
    expect(dictionary.valueOf(0)).toBe(0);
  });

  it("drops rows that say nothing new", () => {
    const rows = [
      [1, -1, 0],
      [2, -2, 0],
      [0, 0, 0],
    ];
    const dictionary = new Dictionary(doubles, rows, { up: [4, 2, 7], down: [0, 0, 0] });
    dictionary.extreme(0, 1);
    expect(dictionary.valueOf(0)).toBe(2);
    dictionary.extreme(2, 1);
    expect(dictionary.valueOf(2)).toBe(7);
  });
});
