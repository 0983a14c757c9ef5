import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kendallTauB, kendallTest } from "#lib/statistics/association/kendall-tau-b.ts";
import { expectClose } from "#tests/support/close.ts";

/** Pair by pair, straight from the definition. */
function byDefinition(x: readonly number[], y: readonly number[]) {
  let [score, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      score += a * b;
      untiedX += a * a;
      untiedY += b * b;
    }
  }
  return untiedX > 0 && untiedY > 0 ? { score, tau: score / Math.sqrt(untiedX * untiedY) } : null;
}

describe("Kendall's τ-b", () => {
  // R: cor.test(x, y, method = "kendall")
  it("agrees with R where there are ties, with the normal probability", () => {
    const x = [3, 3, 4, 5, 4, 2, 5, 3, 4, 4, 2, 5];
    const y = [7, 9, 9, 12, 11, 4, 9, 6, 12, 8, 9, 14];
    const test = kendallTest(x, y)!;
    expectClose(test.tau, 0.6080159558945157, 1e-14);
    expectClose(test.z, 2.483330025129281, 1e-13);
    expectClose(test.p, 0.013016043587150923, 1e-12);
  });

  // R: cor.test(1:10, c(2, 1, 4, 3, 7, 5, 10, 6, 8, 9), method = "kendall"): T = 38 concordant of 45
  it("agrees with R without ties, with the exact probability", () => {
    const test = kendallTest([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 1, 4, 3, 7, 5, 10, 6, 8, 9])!;
    expectClose(test.tau, 0.6888888888888889, 1e-14);
    expectClose(test.p, 0.004686948853615425, 1e-12);
    expect(test).toMatchObject({ score: 31, z: null });
  });

  // R: u <- 1:60; cor.test(u, (u * 37) %% 61, method = "kendall")
  it("agrees with R from 50 pairs on, where the normal probability is used", () => {
    const u = Array.from({ length: 60 }, (_, i) => i + 1);
    const test = kendallTest(
      u,
      u.map((i) => (i * 37) % 61),
    )!;
    expectClose(test.tau, 0.05423728813559322, 1e-13);
    expectClose(test.z, 0.6122810919775494, 1e-13);
    expectClose(test.p, 0.5403517973839636, 1e-12);
  });

  it("is exact below 50 pairs and normal from 50 on", () => {
    const rising = (n: number) => Array.from({ length: n }, (_, i) => i);
    expect(kendallTest(rising(49), rising(49))!.z).toBeNull();
    expect(kendallTest(rising(50), rising(50))!.z).not.toBeNull();
    // All of 5! orders but the two perfect ones are less extreme.
    expectClose(kendallTest(rising(5), rising(5))!.p, 2 / 120, 1e-14);
    expectClose(kendallTest(rising(5), rising(5).reverse())!.p, 2 / 120, 1e-14);
    expect(kendallTest(rising(2), rising(2))!.p).toBe(1);
  });

  it("is what counting pair by pair gives", () => {
    const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 8 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(list, (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const slow = byDefinition(x, y);
        const fast = kendallTest(x, y);
        if (slow === null) {
          expect(fast).toBeNull();
          return;
        }
        expect(fast!.score).toBe(slow.score);
        expect(fast!.tau).toBeCloseTo(slow.tau, 13);
        expect(fast!.p).toBeLessThanOrEqual(1);
        expect(
          kendallTauB(
            x.map((v) => -v),
            y,
          ),
        ).toBeCloseTo(-slow.tau, 13);
        expect(kendallTauB(y, x)).toBeCloseTo(slow.tau, 13);
      }),
    );
  });

  it("does 100,000 pairs in a moment", () => {
    const n = 100_000;
    const x = Array.from({ length: n }, (_, i) => i % 1000);
    const y = Array.from({ length: n }, (_, i) => (i * 7919) % 997);
    const began = performance.now();
    expect(Math.abs(kendallTauB(x, y)!)).toBeLessThan(0.1);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it("is not defined below two pairs and when all values of a list are equal", () => {
    for (const [x, y] of [
      [[], []],
      [[1], [1]],
      [
        [2, 2, 2],
        [1, 2, 3],
      ],
      [
        [1, 2, 3],
        [2, 2, 2],
      ],
    ] as const) {
      expect(kendallTest(x, y)).toBeNull();
      expect(kendallTauB(x, y)).toBeNull();
    }
  });

  it("refuses lists that are no pairs, and takes infinite values", () => {
    expect(() => kendallTest([1, 2], [1])).toThrow(RangeError);
    expect(() => kendallTest([1, Number.NaN], [1, 2])).toThrow(RangeError);
    expect(kendallTauB([1, Infinity, Infinity], [1, 2, 3])).toBeCloseTo(2 / Math.sqrt(6), 14);
  });

  it("repeats the examples of its docstrings", () => {
    const test = kendallTest([1, 2, 3, 4], [1, 3, 2, 4])!;
    expect(test).toMatchObject({ score: 4, z: null });
    expectClose(test.tau, 2 / 3, 1e-15);
    expectClose(test.p, 1 / 3, 1e-14);
    expectClose(kendallTauB([1, 2, 2, 3], [1, 2, 3, 3]), 0.8, 1e-15);
  });
});
