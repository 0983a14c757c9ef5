import { describe, expect, it } from "vitest";
import { safeguardedRoot } from "#lib/statistics/safeguarded-root.ts";

describe("a safeguarded root", () => {
  it("is found to the last digit, rising or falling", () => {
    expect(safeguardedRoot((x) => ({ value: x * x - 2, slope: 2 * x }), 0, 2)).toEqual({
      at: Math.SQRT2,
      converged: true,
    });
    expect(safeguardedRoot((x) => ({ value: 2 - x * x, slope: -2 * x }), 0, 2).at).toBeCloseTo(
      Math.SQRT2,
      15,
    );
  });

  it("is found where Newton's own steps would run away", () => {
    // atan: from far away the plain step overshoots more and more; a useless derivative leaves halving.
    expect(safeguardedRoot((x) => ({ value: Math.atan(x), slope: 1 / (1 + x * x) }), -3, 100).at).toBeCloseTo(
      0,
      14,
    );
    const halved = safeguardedRoot((x) => ({ value: x - 0.3, slope: 0 }), 0, 1);
    expect(halved.converged).toBe(true);
    expect(halved.at).toBeCloseTo(0.3, 14);
  });

  it("may lie at an end, and needs a change of sign", () => {
    const line = (x: number) => ({ value: x, slope: 1 });
    expect(safeguardedRoot(line, 0, 5)).toEqual({ at: 0, converged: true });
    expect(safeguardedRoot(line, -5, 0)).toEqual({ at: 0, converged: true });
    expect(() => safeguardedRoot(line, 1, 5)).toThrow(RangeError);
  });
});
