import { describe, expect, it } from "vitest";
import {
  at,
  identity,
  matrixOf,
  multiply,
  multiplyVector,
  rowsOf,
  transpose,
  zeros,
} from "#lib/statistics/linear-algebra/matrix.ts";

const a = matrixOf([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("a matrix", () => {
  it("keeps its rows one after another", () => {
    expect([...a.data]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([a.rows, a.columns]).toEqual([2, 3]);
    expect(rowsOf(a)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(at(a, 1, 2)).toBe(6);
  });

  it("is refused with rows of different length or with what is not a number", () => {
    expect(() => matrixOf([[1], [1, 2]])).toThrow("Row 2 has 2 elements, the first has 1");
    expect(() => matrixOf([[1], [Number.NaN]])).toThrow("row 2, column 1");
    expect(() => matrixOf([[Number.POSITIVE_INFINITY]])).toThrow(RangeError);
    expect(() => zeros(-1, 1)).toThrow(RangeError);
    expect(() => zeros(1, 0.5)).toThrow(RangeError);
    expect(() => zeros(1.5, 1)).toThrow(RangeError);
    expect(() => zeros(1, -1)).toThrow(RangeError);
    for (const [i, j] of [
      [2, 0],
      [0, 3],
      [-1, 0],
      [0, -1],
    ] as const)
      expect(() => at(a, i, j)).toThrow(RangeError);
  });

  it("may be empty", () => {
    expect(rowsOf(matrixOf([]))).toEqual([]);
    expect(zeros(0, 3).data).toHaveLength(0);
    expect(rowsOf(multiply(zeros(2, 0), zeros(0, 1)))).toEqual([[0], [0]]);
  });

  it("is transposed and multiplied as in R: t(a), a %*% t(a), a %*% 1:3", () => {
    expect(rowsOf(transpose(a))).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(rowsOf(multiply(a, transpose(a)))).toEqual([
      [14, 32],
      [32, 77],
    ]);
    expect([...multiplyVector(a, [1, 2, 3])]).toEqual([14, 32]);
    expect(rowsOf(multiply(a, identity(3)))).toEqual(rowsOf(a));
    expect(() => multiply(a, a)).toThrow("3 columns cannot be multiplied with 2 rows");
    expect(() => multiplyVector(a, [1, 2])).toThrow("3 columns cannot be multiplied with 2 numbers");
  });
});
