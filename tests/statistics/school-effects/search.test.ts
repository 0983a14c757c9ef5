import { describe, expect, it } from "vitest";
import { minimum } from "#lib/statistics/school-effects/minimum.ts";

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
