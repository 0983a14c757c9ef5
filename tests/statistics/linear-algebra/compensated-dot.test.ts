import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compensatedDot } from "#lib/statistics/linear-algebra/compensated-dot.ts";

const dot = (a: readonly number[], b: readonly number[], start = 0, sign: 1 | -1 = 1) =>
  compensatedDot(start, sign, a, 0, b, 0, 1, a.length);

describe("a dot product with twice the digits", () => {
  it("keeps what an ordinary sum loses", () => {
    expect(dot([1e16, 1, -1e16], [1, 1, 1])).toBe(1);
    expect(dot([1 + 2 ** -30, -1], [1 - 2 ** -30, 1])).toBe(-(2 ** -60));
    expect(dot([0.1, 0.1], [3, -3], 0)).toBe(0);
  });

  it("is exact for whole numbers whose products pass 2^53", () => {
    const whole = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(whole, whole), { maxLength: 20 }),
        fc.constantFrom(1, -1),
        (pairs, sign) => {
          let exact = 5n;
          for (const [a, b] of pairs) exact += BigInt(sign) * BigInt(a) * BigInt(b);
          const got = dot(
            pairs.map(([a]) => a),
            pairs.map(([, b]) => b),
            5,
            sign as 1 | -1,
          );
          expect(
            got === Number(exact) || Math.abs(got - Number(exact)) <= Math.abs(Number(exact)) * 2 ** -52,
          ).toBe(true);
        },
      ),
    );
  });

  it("takes parts of lists and every second element", () => {
    // 10 − (2·7 + 3·9)
    expect(compensatedDot(10, -1, [1, 2, 3], 1, [0, 7, 8, 9], 1, 2, 2)).toBe(-31);
    expect(compensatedDot(4, 1, [], 0, [], 0, 1, 0)).toBe(4);
  });
});
