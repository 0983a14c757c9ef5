import { describe, expect, it } from "vitest";
import { minimum } from "#lib/statistics/school-effects/minimum.ts";
import { safeguardedRoot } from "#lib/statistics/school-effects/safeguarded-root.ts";

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

describe("a minimum of few numbers", () => {
  it("is found in a curved valley", () => {
    // Rosenbrock's function: least at (1, 1).
    const banana = ([x, y]: readonly number[]) => ({
      value: (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2,
      gradient: [-2 * (1 - x!) - 400 * x! * (y! - x! * x!), 200 * (y! - x! * x!)],
    });
    const found = minimum(banana, [-1.2, 1])!;
    expect(found.at[0]).toBeCloseTo(1, 9);
    expect(found.at[1]).toBeCloseTo(1, 9);
    expect(found.gradient).toBeLessThan(1e-9);
  });

  it("is left neither at a saddle's slope nor outside of where the function is defined", () => {
    // x⁴ − x²: falls from 0.1 to 1/√2 through negative curvature; not defined from 0.9 on.
    const wells = ([x]: readonly number[]) =>
      x! > 0.9 ? null : { value: x! ** 4 - x! ** 2, gradient: [4 * x! ** 3 - 2 * x!] };
    expect(minimum(wells, [0.1])!.at[0]).toBeCloseTo(Math.SQRT1_2, 10);
    expect(minimum(wells, [2])).toBeNull();
  });

  it("is the start when the start is one", () => {
    expect(minimum(([x]) => ({ value: x! * x!, gradient: [2 * x!] }), [0])).toEqual({
      at: [0],
      value: 0,
      gradient: 0,
    });
  });
});
