import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixOf, rowsOf } from "#lib/statistics/linear-algebra/matrix.ts";
import {
  applyQ,
  applyQTransposed,
  inverseCrossProduct,
  qrDecomposition,
  solveR,
  solveRTransposed,
} from "#lib/statistics/linear-algebra/qr.ts";

const near = (got: ArrayLike<number>, want: readonly number[], digits = 12) => {
  expect(got).toHaveLength(want.length);
  want.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, digits);
  });
};

describe("a QR decomposition", () => {
  it("moves columns that the ones before them determine to the end, in their own order", () => {
    // Second column = 2 × first, fourth = first + third, fifth all 0. R: qr(a)$pivot, $rank
    const a = matrixOf([
      [1, 2, 1, 2, 0],
      [2, 4, 0, 2, 0],
      [3, 6, 5, 8, 0],
      [4, 8, 2, 6, 0],
      [5, 10, 7, 12, 0],
    ]);
    const qr = qrDecomposition(a);
    expect(qr.rank).toBe(2);
    expect([...qr.pivot]).toEqual([0, 2, 1, 3, 4]);
  });

  it("keeps columns that are near to each other but not the same", () => {
    const nearly = matrixOf([
      [1, 1],
      [1, 1 + 1e-9],
      [1, 1],
    ]);
    expect(qrDecomposition(nearly).rank).toBe(2);
    expect(qrDecomposition(nearly, 1e-7).rank).toBe(1);
    const same = matrixOf([
      [0.1, 0.3],
      [0.2, 0.2 * 3],
      [0.7, 0.7 * 3],
    ]);
    expect(qrDecomposition(same).rank).toBe(1);
  });

  it("has a rank for matrices without rows or columns, of zeros, and with more columns than rows", () => {
    expect(qrDecomposition(matrixOf([])).rank).toBe(0);
    expect(qrDecomposition(matrixOf([[], []])).rank).toBe(0);
    expect(qrDecomposition(matrixOf([[0], [0]])).rank).toBe(0);
    expect(qrDecomposition(matrixOf([[5e-324], [0]])).rank).toBe(0);
    const wide = qrDecomposition(matrixOf([[1, 2, 3]]));
    expect([wide.rank, ...wide.pivot]).toEqual([1, 0, 1, 2]);
    expect(inverseCrossProduct(qrDecomposition(matrixOf([[0]]))).data).toHaveLength(0);
  });

  it("does not overflow on huge numbers nor vanish on tiny ones", () => {
    for (const scale of [1e200, 1e-200]) {
      const qr = qrDecomposition(matrixOf([[3 * scale], [4 * scale]]));
      expect(solveR(qr, applyQTransposed(qr, [3, 4]))[0]! * scale).toBeCloseTo(1, 12);
    }
  });

  const number = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 64);
  const square = fc.array(fc.tuple(number, number, number), { minLength: 4, maxLength: 7 });
  const vector = (n: number) => Array.from({ length: n }, (_, i) => Math.sin(i + 1));

  it("turns lengths into the same lengths and back", () => {
    fc.assert(
      fc.property(square, (rows) => {
        const qr = qrDecomposition(matrixOf(rows));
        const y = vector(rows.length);
        const turned = applyQTransposed(qr, y);
        expect(Math.hypot(...turned)).toBeCloseTo(Math.hypot(...y), 12);
        near(applyQ(qr, turned), y);
      }),
    );
  });

  it("solves with R and with its transpose what R makes", () => {
    fc.assert(
      fc.property(square, (rows) => {
        const qr = qrDecomposition(matrixOf(rows), 1e-3);
        const b = vector(qr.rank);
        const r = (i: number, j: number) => (i <= j ? qr.packed[j * qr.rows + i]! : 0);
        const x = solveR(qr, b);
        const t = solveRTransposed(qr, b);
        near(
          b.map((_, i) => b.reduce((sum, _, j) => sum + r(i, j) * x[j]!, 0)),
          b,
          9,
        );
        near(
          b.map((_, i) => b.reduce((sum, _, j) => sum + r(j, i) * t[j]!, 0)),
          b,
          9,
        );
      }),
    );
  });

  it("leaves its argument as it was", () => {
    const a = matrixOf([[3], [4]]);
    const y = [1, 2];
    applyQTransposed(qrDecomposition(a), y);
    expect(rowsOf(a)).toEqual([[3], [4]]);
    expect(y).toEqual([1, 2]);
  });

  it("refuses vectors that do not fit, and tolerances outside 0–1", () => {
    const qr = qrDecomposition(matrixOf([[3], [4]]));
    expect(() => applyQ(qr, [1])).toThrow(RangeError);
    expect(() => applyQTransposed(qr, [1, 2, 3])).toThrow(RangeError);
    expect(() => qrDecomposition(matrixOf([[1]]), 1)).toThrow(RangeError);
    expect(() => qrDecomposition(matrixOf([[1]]), -1e-9)).toThrow(RangeError);
    expect(qrDecomposition(matrixOf([[1]]), 0).rank).toBe(1);
  });

  it("repeats the examples of its docstrings", () => {
    expect(
      qrDecomposition(
        matrixOf([
          [1, 2],
          [1, 2],
          [1, 2],
        ]),
      ).rank,
    ).toBe(1);
    const qr = qrDecomposition(matrixOf([[3], [4]]));
    near(applyQTransposed(qr, [3, 4]), [-5, 0]);
    near(applyQ(qr, [-5, 0]), [3, 4]);
    near(solveR(qr, [-10]), [2]);
    near(solveRTransposed(qr, [-10]), [2]);
    expect(rowsOf(inverseCrossProduct(qr))[0]![0]).toBeCloseTo(0.04, 15);
  });
});
