import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSeparation, type Separation } from "#lib/statistics/regression/separation.ts";

const points = (rows: number[][]) => (rows[0] ?? []).map((_, k) => Float64Array.from(rows, (row) => row[k]!));
const withConstant = (x: number[]) => points(x.map((value) => [1, value]));

/**
 * The answer by whole numbers alone, for rows (1, a, b): every extreme direction of the cone of separating ones is
 * orthogonal to two points, so trying all cross products finds them all.
 */
function byCrossProducts(rows: number[][], y: number[]): Separation {
  const signed = rows.map((row, i) => row.map((part) => (y[i] === 1 ? part : -part)));
  const dot = (a: number[], b: number[]) => a.reduce((sum, part, k) => sum + part * b[k]!, 0);
  const sum = [0, 0, 0];
  for (const [p, q, r] of signed as [number, number, number][])
    for (const [s, t, u] of signed as [number, number, number][]) {
      const direction = [q * u - r * t, r * s - p * u, p * t - q * s];
      if (direction.some((part) => part !== 0) && signed.every((point) => dot(point, direction) >= 0))
        direction.forEach((part, k) => {
          sum[k]! += part;
        });
    }
  const sides = signed.map((point) => dot(point, sum));
  if (sides.every((side) => side === 0)) return "none";
  return sides.every((side) => side > 0) ? "complete" : "quasiComplete";
}

const spansSpace = (rows: number[][]) =>
  rows.some(([, a, b]) =>
    rows.some(([, c, d]) => rows.some(([, e, f]) => (c! - a!) * (f! - b!) - (d! - b!) * (e! - a!) !== 0)),
  );

describe("separation in a logistic model", () => {
  it.each<[string, number[], number[], Separation, number[]]>([
    ["a gap between the no and the yes", [1, 2, 3], [0, 1, 1], "complete", [1, 1, 1]],
    ["a gap, the yes below", [1, 2, 3], [1, 0, 0], "complete", [1, 1, 1]],
    ["both answers at one value on the border", [1, 2, 2, 3], [0, 0, 1, 1], "quasiComplete", [1, 0, 0, 1]],
    ["both answers at one value at the end", [1, 2, 2], [0, 0, 1], "quasiComplete", [1, 0, 0]],
    ["an overlap", [1, 2, 3, 4], [0, 1, 0, 1], "none", [0, 0, 0, 0]],
    ["answers that are all equal", [1, 2, 3], [1, 1, 1], "complete", [1, 1, 1]],
    ["one observation", [5], [0], "complete", [1]],
    ["no observation", [], [], "none", []],
  ])("%s", (_, x, y, kind, separated) => {
    const found = findSeparation(withConstant(x), y);
    expect(found.kind).toBe(kind);
    expect([...found.separated]).toEqual(separated);
  });

  it("finds directions one inside the other: a group of its own, then a border among the rest", () => {
    // Third column: a school with one pupil. Without it the answers overlap only at x = 2.
    const rows = points([
      [1, 1, 0],
      [1, 2, 0],
      [1, 2, 0],
      [1, 3, 0],
      [1, 2, 1],
    ]);
    const found = findSeparation(rows, [0, 0, 1, 1, 1]);
    expect(found.kind).toBe("quasiComplete");
    expect([...found.separated]).toEqual([1, 0, 0, 1, 1]);
  });

  it("sees one separated pupil among many", () => {
    const x = Array.from({ length: 20_000 }, (_, i) => [1, i % 20, i === 7 ? 1 : 0]);
    const y = x.map(([, score], i) => (i % 3 === 0 || score! > 18 ? 1 : 0));
    const found = findSeparation(points(x), y);
    expect(found.kind).toBe("quasiComplete");
    expect(found.separated.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(found.separated[7]).toBe(1);
  });

  it("agrees with exact whole-number geometry on any small table", () => {
    const cell = fc.tuple(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -3, max: 3 }),
      fc.nat({ max: 1 }),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 14 }), (cells) => {
        const rows = cells.map(([a, b]) => [1, a, b]);
        fc.pre(spansSpace(rows));
        const y = cells.map(([, , answer]) => answer);
        expect(findSeparation(points(rows), y).kind).toBe(byCrossProducts(rows, y));
      }),
      { numRuns: 3000 },
    );
  });
});
