import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deductions, recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";
import { oneSum, sensitiveIn, threeWayTables } from "./linked-tables.ts";

describe("what follows by adding and subtracting", () => {
  it("is found, with the cells it follows from", () => {
    const table = oneSum({ n: 24, a: 3, b: 21 });
    expect(deductions(table, new Set(["a"]))).toEqual(new Map([["a", ["n", "b"]]]));
    expect(recoverable(table, new Set(["a"]))).toEqual(new Set(["a"]));
    expect(recoverable(table, new Set(["a", "b"])).size).toBe(0);
  });

  it("is found through several sums at once, though no single one says it", () => {
    // a + b = 10, b + c = 12, a + c = 8 fix all three: a = (10 + 8 − 12) / 2 = 3.
    const three: Table = {
      cells: Object.entries({ ab: 10, bc: 12, ac: 8, a: 3, b: 7, c: 5 }).map(([id, value]) => ({
        ...{ id, value, sensitive: false },
      })),
      equations: [
        { total: "ab", parts: ["a", "b"] },
        { total: "bc", parts: ["b", "c"] },
        { total: "ac", parts: ["a", "c"] },
      ],
    };
    const hidden = new Set(["a", "b", "c"]);
    expect(recoverable(three, hidden)).toEqual(hidden);
    expect([...deductions(three, hidden).keys()].sort()).toEqual(["a", "b", "c"]);
    expect(recoverable(three, new Set([...hidden, "ac"])).size).toBe(0);
  });

  it("is a hidden total of shown parts, and a total of no parts", () => {
    expect(recoverable(oneSum({ n: 5, a: 3, b: 2 }), new Set(["n"]))).toEqual(new Set(["n"]));
    const nothing = {
      cells: [{ id: "n", value: 0, sensitive: true }],
      equations: [{ total: "n", parts: [] }],
    };
    expect(recoverable(nothing, new Set(["n"]))).toEqual(new Set(["n"]));
  });

  it("is nothing where nothing is hidden, or no sum names the cell", () => {
    expect(recoverable(oneSum({ n: 5, a: 3, b: 2 }), new Set()).size).toBe(0);
    const alone = { cells: [{ id: "a", value: 3, sensitive: true }], equations: [] };
    expect(recoverable(alone, new Set(["a"])).size).toBe(0);
  });

  it("is found behind a long chain of sums, in any order of sums", () => {
    // x0 + x1 = 3, x1 + x2 = 5, …, and the last is shown: each follows from the next.
    const size = 300;
    const cells = Array.from({ length: size }, (_, i) => ({ id: `x${i}`, value: i + 1, sensitive: true }));
    const sums = cells
      .slice(1)
      .map(({ value }, i) => ({ id: `s${i}`, value: value + i + 1, sensitive: false }));
    const equations = sums.map(({ id }, i) => ({ total: id, parts: [`x${i}`, `x${i + 1}`] }));
    const hidden = new Set(cells.slice(0, -1).map(({ id }) => id));
    expect(recoverable({ cells: [...cells, ...sums], equations }, hidden).size).toBe(size - 1);
    expect(recoverable({ cells: [...sums, ...cells], equations: equations.toReversed() }, hidden).size).toBe(
      size - 1,
    );
  });
});

it("fast elimination and slow Gauss–Jordan elimination in BigInt name the same cells", () => {
  fc.assert(
    fc.property(threeWayTables, fc.array(fc.nat(), { maxLength: 12 }), (table, picks) => {
      const hidden = sensitiveIn(table);
      for (const pick of picks) hidden.add(table.cells[pick % table.cells.length]!.id);
      expect([...recoverable(table, hidden)].sort()).toEqual([...deductions(table, hidden).keys()].sort());
    }),
    { numRuns: 150 },
  );
});

it("whatever follows, follows from the shown cells that are named", () => {
  fc.assert(
    fc.property(threeWayTables, (table) => {
      const hidden = sensitiveIn(table);
      for (const [id, from] of deductions(table, hidden)) {
        expect(from.some((source) => hidden.has(source))).toBe(false);
        // With one of its sources hidden as well, this way is closed.
        if (from.length > 0)
          expect(deductions(table, new Set([...hidden, from[0]!])).get(id)).not.toEqual(from);
      }
    }),
    { numRuns: 40 },
  );
});
