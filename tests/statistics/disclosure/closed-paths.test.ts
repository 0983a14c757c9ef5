import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClosedPaths } from "#lib/statistics/disclosure/closed-paths.ts";
import { patternOf } from "#lib/statistics/disclosure/feasible.ts";
import { MoveSearch } from "#lib/statistics/disclosure/move-search.ts";
import { Proofs } from "#lib/statistics/disclosure/proofs.ts";
import { recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import { suppress } from "#lib/statistics/disclosure/suppress.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";
import { marginsTable, sensitiveIn, threeWayTables } from "./linked-tables.ts";

/** The closed paths of a table in which some cells are hidden, others could be, and all hidden ones wait for a proof. */
function pathsOf(table: Table, hidden: readonly string[], hideable: readonly string[] = [], need = 1) {
  const { system, blocks, room } = patternOf(table, new Set([...hidden, ...hideable]));
  const count = blocks.columns.length;
  const at = (id: string) => blocks.columns.indexOf(system.index.find(id));
  const costs = Float64Array.from(blocks.columns, (column) => (table.cells[column]?.value ?? -1) + 1);
  const isHideable = new Uint8Array(count);
  for (const id of hideable) isHideable[at(id)] = 1;
  const needs = new Float64Array(count);
  for (const id of hidden) needs[at(id)] = need;
  const search = new MoveSearch(blocks, room.up, room.down, costs, isHideable);
  for (const id of hidden) search.hide(at(id));
  const proofs = new Proofs(count);
  const paths = new ClosedPaths(blocks, search, proofs, needs, costs, isHideable);
  const verify = () => proofs.verify(blocks, search, room);
  return { paths, proofs, search, at, verify };
}

const FOUR = ["0|0", "0|1", "1|0", "1|1"];

describe("closed paths of a two-way table", () => {
  const table = marginsTable([2, 3], [3, 4, 5, 6, 0, 9], () => false);

  it("prove the four cells on them, one up or one down each", () => {
    const { paths, proofs, at, verify } = pathsOf(table, FOUR);
    paths.proveSafe();
    expect(FOUR.map((id) => proofs.width(at(id)))).toEqual([1, 1, 1, 1]);
    expect(proofs.count).toBe(1);
    // The zero can only rise, and takes 0|0 with it; the other two fall.
    expect(["1|1", "0|0"].map((id) => proofs.most[at(id)])).toEqual([1, 1]);
    expect(["1|0", "0|1"].map((id) => proofs.least[at(id)])).toEqual([-1, -1]);
    verify();
  });

  it("do not exist where three cells are hidden, or where zeros close both directions", () => {
    const three = pathsOf(table, FOUR.slice(0, 3));
    three.paths.proveSafe();
    expect(three.proofs.count).toBe(0);
    // 0|0 and 0|1 are both 0: on the path one rises as the other falls.
    const closed = pathsOf(
      marginsTable([2, 2], [0, 0, 6, 7], () => false),
      FOUR,
    );
    closed.paths.proveSafe();
    expect(closed.proofs.count).toBe(0);
  });

  it("go through margins as through any cells", () => {
    // The first column and its total with the first row and its total: 0|0 up, *|0 up, 0|* up, *|* up.
    const ids = ["0|0", "*|0", "0|*", "*|*"];
    const { paths, proofs, at, verify } = pathsOf(table, ids);
    paths.proveSafe();
    expect(new Set(ids.map((id) => proofs.most[at(id)]! + proofs.least[at(id)]!)).size).toBe(1);
    expect(ids.map((id) => proofs.width(at(id)))).toEqual([1, 1, 1, 1]);
    verify();
  });

  it("are not asked for where a wider interval is needed", () => {
    const { paths, proofs } = pathsOf(table, FOUR, [], 2);
    paths.proveSafe();
    expect(proofs.count).toBe(0);
  });

  it("cost what they hide: the cheapest is named, and hidden when it is taken", () => {
    // Beside 0|0 = 3: with 0|1, 1|0, 1|1 it costs 5 + 7 + 1 = 13; with 0|2, 1|0, 1|2 6 + 7 + 10 = 23; with the row's total and
    // any other cells more.
    const shown = table.cells.map(({ id }) => id).filter((id) => id !== "0|0");
    const { paths, proofs, search, at, verify } = pathsOf(table, ["0|0"], shown);
    expect(paths.find(at("0|0"))).toBe(13);
    expect([paths.shown, paths.isAlone]).toEqual([3, true]);
    expect(paths.take()).toBe(true);
    expect(shown.filter((id) => search.isHidden(at(id))).sort()).toEqual(["0|1", "1|0", "1|1"]);
    expect(proofs.width(at("0|0"))).toBe(1);
    verify();
    expect(paths.find(at("0|0"))).toBe(0);
    expect(paths.shown).toBe(0);
  });

  it("cost Infinity where there is none, and nothing is taken", () => {
    const { paths, at } = pathsOf(table, ["0|0"], ["0|1"]);
    expect(paths.find(at("0|0"))).toBe(Number.POSITIVE_INFINITY);
    expect(paths.take()).toBe(false);
  });
});

describe("closed paths of linked tables", () => {
  // Three schools × two subjects × two marks; a sum over schools is longer than the others, so each school is a unit.
  const values = [3, 4, 5, 6, 1, 2, 3, 4, 7, 7, 7, 7];
  const table = marginsTable([3, 2, 2], values, () => false);
  const of = (school: number) => FOUR.map((id) => `${school}|${id}`);

  it("take back in one school what they do in another", () => {
    const ids = [...of(0), ...of(1)];
    const others = table.cells.map(({ id }) => id).filter((id) => !ids.includes(id));
    const { paths, proofs, at, verify } = pathsOf(table, ids, others);
    paths.proveSafe();
    expect(ids.map((id) => proofs.width(at(id)))).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(recoverable(table, new Set(ids)).size).toBe(0);
    verify();
  });

  it("prove nothing for one school alone, whose cells follow from the sums over schools", () => {
    const { paths, proofs, at } = pathsOf(table, of(0), of(1));
    paths.proveSafe();
    expect(proofs.count).toBe(0);
    expect(recoverable(table, new Set(of(0))).size).toBe(4);
    expect(paths.find(at("0|0|0"))).toBe(Number.POSITIVE_INFINITY);
  });

  it("are no use beside rounded percentages, whose sums are no plain sums", () => {
    const percents = [{ count: "0|0|0", base: "0|0|*", percent: 43, decimals: 0 }];
    const { paths, proofs, at } = pathsOf({ ...table, percents }, [...of(0), ...of(1)]);
    paths.proveSafe();
    expect(proofs.count).toBe(0);
    expect(paths.find(at("0|0|0"))).toBe(Number.POSITIVE_INFINITY);
  });

  it("only ever prove what does not follow, by an elimination that knows nothing of them", () => {
    fc.assert(
      fc.property(threeWayTables, fc.boolean(), (any, whole) => {
        const hidden = whole ? suppress(any).hidden : sensitiveIn(any);
        const { paths, proofs, at, verify } = pathsOf(any, [...hidden]);
        paths.proveSafe();
        verify();
        const follows = recoverable(any, hidden);
        for (const id of hidden) if (proofs.width(at(id)) > 0) expect(follows.has(id), id).toBe(false);
      }),
      { numRuns: 80 },
    );
  });
});
