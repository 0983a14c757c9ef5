import { expect, it } from "vitest";
import { patternOf } from "#lib/statistics/disclosure/feasible.ts";
import { MoveSearch } from "#lib/statistics/disclosure/move-search.ts";
import { Proofs } from "#lib/statistics/disclosure/proofs.ts";
import { marginsTable } from "./linked-tables.ts";

/** The four inner cells of a 2 × 2 table with all margins shown. */
function fourCells() {
  const table = marginsTable([2, 2], [3, 4, 5, 6], () => false);
  const { system, blocks, room } = patternOf(table, new Set(["0|0", "0|1", "1|0", "1|1"]));
  const search = new MoveSearch(blocks, room.up, room.down, new Float64Array(4), new Uint8Array(4));
  for (let column = 0; column < 4; column++) search.hide(column);
  const at = (id: string) => blocks.columns.indexOf(system.index.find(id));
  const circle = [at("0|0"), at("0|1"), at("1|1"), at("1|0")];
  return { blocks, room, search, circle };
}

it("a search finds the closed path of a two-way table, and how often it can be gone", () => {
  const { search, circle } = fourCells();
  expect(search.find(circle[0]!, 1, 0, 100)).toBe(true);
  expect(search.cost).toBe(0);
  expect(search.columns.toSorted()).toEqual(circle.toSorted());
  // The first and last fall by one each time: 4 and 5 are there.
  expect(search.room).toBe(4);
  expect(search.find(circle[0]!, -1, 0, 100)).toBe(true);
  expect(search.room).toBe(3);
  search.show(circle[2]!);
  expect(search.find(circle[0]!, 1, 0, 100)).toBe(false);
});

it("proofs are added up: one that changes a shown sum or leaves the bounds is an error", () => {
  const { blocks, room, search, circle } = fourCells();
  const proofs = new Proofs(4);
  proofs.add(circle, [1, -1, 1, -1]);
  proofs.add(circle, [-3, 3, -3, 3]);
  expect(circle.map((column) => proofs.width(column))).toEqual([4, 4, 4, 4]);
  expect(() => proofs.verify(blocks, search, room)).not.toThrow();
  const unbalanced = new Proofs(4);
  unbalanced.add(circle.slice(0, 2), [1, -1]);
  expect(() => unbalanced.verify(blocks, search, room)).toThrow();
  const tooFar = new Proofs(4);
  tooFar.add(circle, [-4, 4, -4, 4]);
  expect(() => tooFar.verify(blocks, search, room)).toThrow();
  search.show(circle[0]!);
  expect(() => proofs.verify(blocks, search, room)).toThrow();
});

it("what rests on a column can be taken back, and put back", () => {
  const { circle } = fourCells();
  const proofs = new Proofs(4);
  proofs.add(circle, [1, -1, 1, -1]);
  const { lost, undo } = proofs.without(circle[1]!);
  expect(lost.toSorted()).toEqual(circle.toSorted());
  expect(proofs.width(circle[0]!)).toBe(0);
  undo();
  expect(circle.map((column) => proofs.width(column))).toEqual([1, 1, 1, 1]);
});
