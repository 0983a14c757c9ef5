import { describe, expect, it } from "vitest";
import { backSolve, orthonormalColumns } from "#lib/statistics/regression/orthonormal-columns.ts";

const columns = (...lists: number[][]) => lists.map((list) => Float64Array.from(list));

describe("an orthonormal basis of columns", () => {
  it("repeats the example: of two proportional columns the first is kept", () => {
    const { basis, triangle, kept } = orthonormalColumns(columns([3, 4], [6, 8]));
    expect(kept).toEqual([0]);
    expect([...basis[0]!]).toEqual([3 / 5, 4 / 5]);
    expect(triangle.map((row) => [...row])).toEqual([[5]]);
  });

  it("stays orthonormal where one pass of Gram and Schmidt does not (Läuchli's matrix)", () => {
    const small = 1e-8;
    const { basis, kept } = orthonormalColumns(columns([1, small, 0, 0], [1, 0, small, 0], [1, 0, 0, small]));
    expect(kept).toEqual([0, 1, 2]);
    basis.forEach((a, i) => {
      basis.forEach((b, j) => {
        const product = a.reduce((sum, part, k) => sum + part * b[k]!, 0);
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-15);
      });
    });
  });

  it("gives the columns back as basis times triangle", () => {
    const given = columns([1, 2, 3, 4], [1, 4, 9, 16], [2, 6, 12, 20], [1, 8, 27, 64]);
    const { basis, triangle, kept } = orthonormalColumns(given);
    expect(kept).toEqual([0, 1, 3]);
    kept.forEach((index, j) => {
      given[index]!.forEach((value, row) => {
        const made = basis.reduce((sum, unit, i) => sum + unit[row]! * triangle[i]![j]!, 0);
        expect(made).toBeCloseTo(value, 12);
      });
    });
    expect(triangle[1]![0]).toBe(0);
  });

  it("takes what is only rounding of a larger column before shifting for nothing", () => {
    expect(orthonormalColumns(columns([1e-9, -1e-9]), [1e6]).kept).toEqual([]);
    expect(orthonormalColumns(columns([1e-7, -1e-7]), [1e6]).kept).toEqual([0]);
    expect(orthonormalColumns(columns([1, 1], [1, 1 + 1e-12])).kept).toEqual([0]);
    expect(orthonormalColumns(columns([1, 1], [1, 1 + 1e-10])).kept).toEqual([0, 1]);
  });

  it("keeps nothing of columns of zeros or of no columns", () => {
    expect(orthonormalColumns(columns([0, 0])).kept).toEqual([]);
    expect(orthonormalColumns([]).basis).toEqual([]);
  });

  it("solves the triangle from below", () => {
    expect([...backSolve(columns([2, 1], [0, 4]), [4, 8])]).toEqual([1, 2]);
  });
});
