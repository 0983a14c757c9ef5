import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  at,
  identity,
  matrixOf,
  multiply,
  rowsOf,
  transpose,
  zeros,
} from "#lib/statistics/linear-algebra/matrix.ts";
import { symmetricEigen } from "#lib/statistics/linear-algebra/symmetric-eigen.ts";

describe("eigenvalues and eigenvectors of a symmetric matrix", () => {
  it("are those of a matrix known by hand", () => {
    const { values, vectors } = symmetricEigen(
      matrixOf([
        [2, 1],
        [1, 2],
      ]),
    );
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    expect(at(vectors, 0, 0)).toBeCloseTo(Math.SQRT1_2, 14);
    expect(at(vectors, 1, 0)).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it("keep the digits of the smallest value of the Hilbert matrix of order 5", () => {
    // Known to all digits: Gregory and Karney (1969): 3.287928772171863e-6 … 1.567050691098231
    const hilbert = matrixOf([0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) => 1 / (i + j + 1))));
    const { values } = symmetricEigen(hilbert);
    expect(values[0]).toBeCloseTo(1.567050691098231, 13);
    expect(Math.abs(values[4]! / 3.287928772171863e-6 - 1)).toBeLessThan(1e-9);
  });

  it("come in falling order, with vectors that rebuild the matrix and whose largest element is positive", () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(numbers, (x) => {
        const index = (i: number, j: number) => (i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i);
        const a = matrixOf([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => x[index(i, j)]!)));
        const { values, vectors } = symmetricEigen(a);
        const diagonal = zeros(4, 4);
        values.forEach((value, i) => {
          diagonal.data[i * 5] = value;
          if (i > 0) expect(value).toBeLessThanOrEqual(values[i - 1]!);
        });
        const again = multiply(multiply(vectors, diagonal), transpose(vectors));
        again.data.forEach((value, i) => {
          expect(value).toBeCloseTo(a.data[i]!, 10);
        });
        const unit = multiply(transpose(vectors), vectors);
        unit.data.forEach((value, i) => {
          expect(value).toBeCloseTo(identity(4).data[i]!, 12);
        });
        for (const column of rowsOf(transpose(vectors)))
          expect(Math.max(...column)).toBeGreaterThan(-Math.min(...column) * (1 - 1e-6));
      }),
    );
  });

  it("exist for zero, one and equal values, and are refused for anything not symmetric", () => {
    expect([...symmetricEigen(zeros(2, 2)).values]).toEqual([0, 0]);
    expect([...symmetricEigen(matrixOf([[-7]])).values]).toEqual([-7]);
    expect(symmetricEigen(matrixOf([])).values).toHaveLength(0);
    expect([...symmetricEigen(identity(3)).values]).toEqual([1, 1, 1]);
    expect(() =>
      symmetricEigen(
        matrixOf([
          [1, 2],
          [3, 1],
        ]),
      ),
    ).toThrow(RangeError);
    expect(() => symmetricEigen(zeros(1, 2))).toThrow("got 1 × 2");
    expect(() => symmetricEigen({ rows: 1, columns: 1, data: Float64Array.of(Number.NaN) })).toThrow(
      RangeError,
    );
  });
});
