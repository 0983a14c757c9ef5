import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feasibleIntervals, undecided } from "#lib/statistics/disclosure/feasible.ts";
import { recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";
import { intervalsByTrying, oneSum, sensitiveIn, twoWayTables } from "./linked-tables.ts";

describe("what a reader can work out", () => {
  it("is an interval for each hidden cell", () => {
    const table = oneSum({ n: 5, a: 3, b: 2 });
    expect(feasibleIntervals(table, new Set(["a", "b"]))).toEqual(
      new Map([
        ["a", { low: 0, high: 5 }],
        ["b", { low: 0, high: 5 }],
      ]),
    );
    expect(feasibleIntervals(table, new Set()).size).toBe(0);
    expect(feasibleIntervals(table, new Set(["n"])).get("n")).toEqual({ low: 5, high: 5 });
  });

  it("is nothing but zero where parts of nothing are hidden", () => {
    const table = oneSum({ all: 20, two: 0, three: 0, four: 12, five: 8 }, ["two"]);
    const hidden = new Set(["two", "three"]);
    expect(recoverable(table, hidden).size).toBe(0);
    expect([...undecided(table, hidden, hidden)].sort()).toEqual(["three", "two"]);
    expect(undecided(oneSum({ n: 0, a: 0, b: 0 }), new Set(["a", "b"]), ["a"])).toEqual(new Set(["a"]));
  });

  it("is without bound where no total is shown", () => {
    const table = oneSum({ all: 5, a: 3, b: 2 });
    const hidden = new Set(["all", "a"]);
    expect(feasibleIntervals(table, hidden).get("a")).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(feasibleIntervals(table, hidden).get("all")).toEqual({ low: 2, high: Number.POSITIVE_INFINITY });
    expect(undecided(table, hidden, ["a"]).size).toBe(0);
    expect(undecided(table, hidden, ["a"], { protection: 1_000 }).size).toBe(0);
    const alone = { cells: [{ id: "x", value: 4, sensitive: true }], equations: [] };
    expect(feasibleIntervals(alone, new Set(["x"])).get("x")).toEqual({
      low: 0,
      high: Number.POSITIVE_INFINITY,
    });
  });

  it("asks only about hidden cells", () => {
    expect(undecided(oneSum({ n: 5, a: 3, b: 2 }), new Set(["a"]), ["b"]).size).toBe(0);
  });

  it("is narrower when the range of hidden numbers is known", () => {
    const table = oneSum({ n: 40, a: 3, b: 7, c: 30 }, ["a", "b"]);
    const hidden = new Set(["a", "b"]);
    expect(feasibleIntervals(table, hidden).get("a")).toEqual({ low: 0, high: 10 });
    // a + b = 10 and both from 1 to 9: nothing new; both from 1 to 8: from 2 to 8.
    const known = (high: number) => feasibleIntervals(table, hidden, { sensitive: { low: 1, high } });
    expect(known(9).get("a")).toEqual({ low: 1, high: 9 });
    expect(known(8).get("a")).toEqual({ low: 2, high: 8 });
    expect(() => known(6)).toThrow(RangeError);
    const cells = table.cells.map((cell) => (cell.id === "b" ? { ...cell, knownLowerBound: 6 } : cell));
    expect(feasibleIntervals({ ...table, cells }, hidden).get("a")).toEqual({ low: 0, high: 4 });
    const capped = table.cells.map((cell) => (cell.id === "b" ? { ...cell, knownUpperBound: 8 } : cell));
    expect(feasibleIntervals({ ...table, cells: capped }, hidden).get("a")).toEqual({ low: 2, high: 10 });
  });

  it("is narrower when a rounded percentage is shown", () => {
    // 13 % of 24, rounded half up to whole per cent: from 12.5 % = 3 up to below 13.5 % = 3.24, so exactly 3.
    const one = (decimals: number, percent: number): Table => ({
      ...oneSum({ n: 24, a: 3, b: 7, c: 14 }),
      percents: [{ count: "a", base: "n", percent, decimals }],
    });
    const hidden = new Set(["a", "b"]);
    const three = feasibleIntervals(one(0, 13), hidden).get("a")!;
    expect([Math.ceil(three.low), Math.floor(three.high)]).toEqual([3, 3]);
    expect([...undecided(one(0, 13), hidden, ["a"])]).toEqual(["a"]);
    // With 480 in the base 13 % is anything from 60 to 64 (12.5 % = 60; 13.5 % = 64.8).
    const many: Table = {
      ...oneSum({ n: 480, a: 61, b: 400, c: 19 }),
      percents: [{ count: "a", base: "n", percent: 13, decimals: 0 }],
    };
    const { low, high } = feasibleIntervals(many, hidden).get("a")!;
    expect([Math.ceil(low), Math.floor(high)]).toEqual([60, 64]);
    expect(undecided(many, hidden, ["a"], { protection: 4 }).size).toBe(0);
    expect(undecided(many, hidden, ["a"], { protection: 5 }).size).toBe(1);
  });

  it("says something of a hidden base too", () => {
    // 50 % with the count 10 shown: the base lies from 10 / 0.505 = 19.8 to 10 / 0.495 = 20.2: exactly 20.
    const table: Table = {
      ...oneSum({ n: 20, a: 10, b: 10 }),
      percents: [{ count: "a", base: "n", percent: 50, decimals: 0 }],
    };
    const { low, high } = feasibleIntervals(table, new Set(["n", "b"])).get("n")!;
    expect([Math.ceil(low), Math.floor(high)]).toEqual([20, 20]);
    expect(undecided(table, new Set(["n", "b"]), ["n"]).size).toBe(1);
  });

  it("may be a fraction, which no count is", () => {
    // a + b = 1, b + c = 1, a + c = z with z from 1 to 1: a = 1/2 would fit, whole numbers would not.
    const cells = Object.entries({ ab: 2, bc: 2, ac: 2, a: 1, b: 1, c: 1 }).map(([id, value]) => ({
      ...{ id, value, sensitive: false },
      ...(id === "ac" ? { knownLowerBound: 2, knownUpperBound: 3 } : {}),
    }));
    const table: Table = {
      cells,
      equations: [
        { total: "ab", parts: ["a", "b"] },
        { total: "bc", parts: ["b", "c"] },
        { total: "ac", parts: ["a", "c"] },
      ],
    };
    const hidden = new Set(["a", "b", "c", "ac"]);
    expect(feasibleIntervals(table, hidden).get("a")).toEqual({ low: 1, high: 1.5 });
    // No other whole table fits, though the interval is not a point.
    expect([...undecided(table, hidden, ["a"])]).toEqual(["a"]);
  });

  it("stays exact with counts of ten million", () => {
    const table = oneSum({ n: 20_000_003, a: 10_000_001, b: 10_000_002 });
    expect(feasibleIntervals(table, new Set(["a", "b"])).get("a")).toEqual({ low: 0, high: 20_000_003 });
  });
});

describe("against trying every table", () => {
  it("no table that fits lies outside of the bounds, and they meet only where all tables agree", () => {
    fc.assert(
      fc.property(twoWayTables, (table) => {
        const hidden = sensitiveIn(table);
        const tried = intervalsByTrying(table, hidden, 4);
        // Entries were tried up to 4 only, so the true intervals may be wider.
        for (const [id, { low, high }] of feasibleIntervals(table, hidden)) {
          expect(low, id).toBeLessThanOrEqual(tried.get(id)!.low);
          expect(high, id).toBeGreaterThanOrEqual(tried.get(id)!.high);
          expect(low === high, id).toBe(tried.get(id)!.low === tried.get(id)!.high);
        }
        const fixed = [...tried].filter(([, { low, high }]) => low === high).map(([id]) => id);
        expect([...undecided(table, hidden, hidden)].sort()).toEqual(fixed.sort());
        for (const id of recoverable(table, hidden)) expect(fixed).toContain(id);
      }),
      { numRuns: 40 },
    );
  });

  it("the bounds are exact when a reader knows that hidden numbers lie from 0 to 3", () => {
    fc.assert(
      fc.property(twoWayTables, (table) => {
        const hidden = new Set([...sensitiveIn(table)].filter((id) => !id.includes("*")));
        const knowledge = { sensitive: { low: 0, high: 3 } };
        const tried = intervalsByTrying(table, hidden, 3, { low: 0, high: 3 });
        for (const [id, interval] of feasibleIntervals(table, hidden, knowledge))
          expect(interval, id).toEqual(tried.get(id));
        for (const protection of [1, 2, 3]) {
          const narrow = [...tried].filter(([, { low, high }]) => high - low < protection).map(([id]) => id);
          expect([...undecided(table, hidden, hidden, { protection, knowledge })].sort()).toEqual(
            narrow.sort(),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
