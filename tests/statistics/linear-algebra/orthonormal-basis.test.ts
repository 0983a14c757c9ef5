import { describe, expect, it } from "vitest";
import {
  ALIAS_TOLERANCE,
  applyQ,
  orthonormalBasis,
  qrDecomposition,
  qrOfColumns,
} from "#lib/statistics/linear-algebra/qr.ts";

const columns = (...lists: number[][]) => lists.map((list) => Float64Array.from(list));
const keptOf = ({ pivot, rank }: { pivot: Int32Array; rank: number }) => [...pivot.subarray(0, rank)];

describe("an orthonormal basis of columns", () => {
  it("repeats the examples: of two proportional columns the first is kept", () => {
    expect(qrOfColumns(columns([1, 1], [2, 2])).rank).toBe(1);
    const qr = qrOfColumns(columns([3, 4], [6, 8]));
    expect(keptOf(qr)).toEqual([0]);
    // (3, 4) has the length 5; Householder's sign is the opposite of the first element's.
    const [unit, ...others] = orthonormalBasis(qr);
    expect(others).toEqual([]);
    expect(unit![0]).toBeCloseTo(-0.6, 15);
    expect(unit![1]).toBeCloseTo(-0.8, 15);
  });

  it("is R's, signs included, without the column that the ones before it make", () => {
    // R: q <- qr(cbind(1:4, (1:4)^2, (1:4)^2 + 1:4, (1:4)^3), tol = 1e-11); q$pivot; qr.Q(q)[, 1:3]
    const qr = qrOfColumns(columns([1, 2, 3, 4], [1, 4, 9, 16], [2, 6, 12, 20], [1, 8, 27, 64]));
    expect([...qr.pivot]).toEqual([0, 1, 3, 2]);
    const expected = [
      [-0.18257418583505536, -0.36514837167011072, -0.54772255750516607, -0.73029674334022143],
      [-0.51326490257473667, -0.58658846008541299, -0.2199706725320299, 0.58658846008541332],
      [0.686543333286836, -0.02900887323747323, -0.6478648356368719, 0.3287672300246816],
    ];
    const basis = orthonormalBasis(qr);
    expect(basis).toHaveLength(3);
    expected.forEach((unit, j) => {
      unit.forEach((value, i) => {
        expect(basis[j]![i]).toBeCloseTo(value, 13);
      });
    });
  });

  it("stays orthonormal where one pass of Gram and Schmidt does not (Läuchli's matrix)", () => {
    const small = 1e-8;
    const qr = qrOfColumns(columns([1, small, 0, 0], [1, 0, small, 0], [1, 0, 0, small]));
    expect(keptOf(qr)).toEqual([0, 1, 2]);
    const basis = orthonormalBasis(qr);
    basis.forEach((a, i) => {
      basis.forEach((b, j) => {
        const product = a.reduce((sum, part, k) => sum + part * b[k]!, 0);
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-15);
      });
    });
  });

  it("is what Q makes of the unit vectors", () => {
    const qr = qrOfColumns(columns([2, 1, 0, 5], [1, 1, 7, 1], [0, 3, 1, 1]));
    orthonormalBasis(qr).forEach((column, k) => {
      expect([...column]).toEqual([
        ...applyQ(
          qr,
          [0, 1, 2, 3].map((i) => (i === k ? 1 : 0)),
        ),
      ]);
    });
  });

  it("takes what is only rounding of a larger column before shifting for nothing", () => {
    const kept = (column: number[], noise: number) =>
      keptOf(qrOfColumns(columns(column), ALIAS_TOLERANCE, [noise]));
    expect(kept([1e-9, -1e-9], 1e-8)).toEqual([]);
    expect(kept([1e-7, -1e-7], 1e-8)).toEqual([0]);
    // A length of exactly the noise is still noise.
    expect(kept([3, 4], 5)).toEqual([]);
    expect(keptOf(qrOfColumns(columns([1, 1], [1, 1 + 1e-12])))).toEqual([0]);
    expect(keptOf(qrOfColumns(columns([1, 1], [1, 1 + 1e-10])))).toEqual([0, 1]);
  });

  it("keeps nothing of columns of zeros or of no columns", () => {
    expect(qrOfColumns(columns([0, 0])).rank).toBe(0);
    expect(orthonormalBasis(qrOfColumns([]))).toEqual([]);
  });

  it("leaves the columns as they were, and is the same by columns and by rows", () => {
    const given = columns([3, 4, 1], [1, 2, 8]);
    const qr = qrOfColumns(given);
    expect(given.map((column) => [...column])).toEqual([
      [3, 4, 1],
      [1, 2, 8],
    ]);
    expect(qr).toEqual(qrDecomposition({ rows: 3, columns: 2, data: Float64Array.of(3, 1, 4, 2, 1, 8) }));
    expect(() => qrOfColumns(given, 1)).toThrow(RangeError);
  });
});
