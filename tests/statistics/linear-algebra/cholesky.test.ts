import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cholesky,
  inverseCholesky,
  logDeterminantCholesky,
  solveCholesky,
} from "#lib/statistics/linear-algebra/cholesky.ts";
import {
  identity,
  matrixOf,
  multiply,
  rowsOf,
  transpose,
  zeros,
} from "#lib/statistics/linear-algebra/matrix.ts";

const a = matrixOf([
  [4, 2],
  [2, 5],
]);

describe("the Cholesky factor", () => {
  it("is the lower triangle whose square is the matrix: R t(chol(rbind(c(4,2),c(2,5))))", () => {
    expect(rowsOf(cholesky(a)!)).toEqual([
      [2, 0],
      [1, 2],
    ]);
  });

  it("solves, inverts and gives the logarithm of the determinant", () => {
    const l = cholesky(a)!;
    expect([...solveCholesky(l, [8, 12])]).toEqual([1, 2]);
    // solve(a) = rbind(c(5,-2),c(-2,4))/16
    expect(rowsOf(inverseCholesky(l))).toEqual([
      [0.3125, -0.125],
      [-0.125, 0.25],
    ]);
    expect(logDeterminantCholesky(l)).toBeCloseTo(Math.log(16), 14);
  });

  it("is null for a matrix that is not positive definite to double precision", () => {
    expect(cholesky(matrixOf([[0]]))).toBeNull();
    expect(cholesky(matrixOf([[-1]]))).toBeNull();
    expect(
      cholesky(
        matrixOf([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toBeNull();
    expect(
      cholesky(
        matrixOf([
          [1, 1],
          [1, 1 + 1e-15],
        ]),
      ),
    ).toBeNull();
  });

  it("needs a square matrix and a right side of its size", () => {
    expect(() => cholesky(zeros(1, 2))).toThrow("got 1 × 2");
    expect(() => solveCholesky(cholesky(a)!, [1])).toThrow("2 numbers are needed on the right, got 1");
    expect(() => logDeterminantCholesky(zeros(2, 1))).toThrow(RangeError);
  });

  it("of the empty matrix is empty, its determinant 1", () => {
    expect(logDeterminantCholesky(cholesky(zeros(0, 0))!)).toBe(0);
  });

  it("gives the inverse of every matrix b·bᵀ + 1", () => {
    const numbers = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(numbers, (x) => {
        const b = matrixOf([x.slice(0, 3), x.slice(3, 6), x.slice(6)]);
        const square = multiply(b, transpose(b));
        for (let i = 0; i < 3; i++) square.data[i * 4]! += 1;
        const product = multiply(square, inverseCholesky(cholesky(square)!));
        product.data.forEach((value, i) => {
          expect(value).toBeCloseTo(identity(3).data[i]!, 9);
        });
      }),
    );
  });
});
