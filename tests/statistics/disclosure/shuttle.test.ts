import fc from "fast-check";
import { expect, it } from "vitest";
import { feasibleIntervals, patternOf } from "#lib/statistics/disclosure/feasible.ts";
import { shuttleBounds } from "#lib/statistics/disclosure/shuttle.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";
import { oneSum, sensitiveIn, threeWayTables } from "./linked-tables.ts";

function boundsOf(table: Table, hidden: ReadonlySet<string>): Map<string, { low: number; high: number }> {
  const { system, blocks, room } = patternOf(table, hidden);
  const { up, down } = shuttleBounds(blocks, room);
  return new Map(
    [...blocks.columns].map((at, c) => [
      system.index.ids[at]!,
      { low: system.values[at]! - down[c]!, high: system.values[at]! + up[c]! },
    ]),
  );
}

it("bounds a part by its total less what the others have at least", () => {
  const table = oneSum({ n: 20, a: 3, b: 7, c: 10 });
  expect(boundsOf(table, new Set(["a", "b"]))).toEqual(
    new Map([
      ["a", { low: 0, high: 10 }],
      ["b", { low: 0, high: 10 }],
    ]),
  );
  expect(boundsOf(table, new Set(["a"])).get("a")).toEqual({ low: 3, high: 3 });
  expect(boundsOf(table, new Set(["n", "a"])).get("n")).toEqual({ low: 17, high: Number.POSITIVE_INFINITY });
});

it("is never narrower than the exact interval", () => {
  fc.assert(
    fc.property(threeWayTables, (table) => {
      const hidden = sensitiveIn(table);
      const bounds = boundsOf(table, hidden);
      for (const [id, { low, high }] of feasibleIntervals(table, hidden)) {
        expect(bounds.get(id)!.low, id).toBeLessThanOrEqual(Math.ceil(low));
        expect(bounds.get(id)!.high, id).toBeGreaterThanOrEqual(Math.floor(high));
      }
    }),
    { numRuns: 80 },
  );
});
