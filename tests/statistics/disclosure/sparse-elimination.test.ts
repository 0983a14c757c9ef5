import { expect, it } from "vitest";
import { feasibleIntervals } from "#lib/statistics/disclosure/feasible.ts";
import { deductions, recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";

/** Sums of arbitrary halves of the parts: elimination of so entangled sums soon needs numbers beyond any double. */
function entangled(parts: number, sums: number): { table: Table; hidden: Set<string> } {
  let word = 12_345;
  const next = () => {
    word = (Math.imul(word, 1_664_525) + 1_013_904_223) | 0;
    return (word >>> 16) & 1;
  };
  const cells = Array.from({ length: parts }, (_, i) => ({
    id: `x${i}`,
    value: 10 + ((i * 37) % 41),
    sensitive: true,
  }));
  const hidden = new Set(cells.map(({ id }) => id));
  const equations = Array.from({ length: sums }, (_, s) => ({
    total: `s${s}`,
    parts: cells.filter(() => next() === 1).map(({ id }) => id),
  }));
  const value = new Map(cells.map((cell) => [cell.id, cell.value]));
  const totals = equations.map(({ total, parts: of }) => ({
    id: total,
    value: of.reduce((sum, id) => sum + value.get(id)!, 0),
    sensitive: false,
  }));
  return { table: { cells: [...cells, ...totals], equations }, hidden };
}

it("as many independent sums as unknowns give all of them away, however large the numbers on the way", () => {
  const { table, hidden } = entangled(60, 64);
  expect(recoverable(table, hidden)).toEqual(hidden);
  expect(new Set(deductions(table, hidden).keys())).toEqual(hidden);
});

it("one sum fewer than unknowns gives away what does not change along the one way left, and the bounds stay exact", () => {
  const { table, hidden } = entangled(40, 39);
  const found = recoverable(table, hidden);
  expect(found).toEqual(new Set(deductions(table, hidden).keys()));
  expect(found.size).toBeLessThan(hidden.size);
  const value = new Map(table.cells.map((cell) => [cell.id, cell.value]));
  for (const [id, { low, high }] of feasibleIntervals(table, hidden)) {
    if (found.has(id)) expect([low, high], id).toEqual([value.get(id), value.get(id)]);
    else {
      expect(low, id).toBeLessThanOrEqual(value.get(id)!);
      expect(high, id).toBeGreaterThanOrEqual(value.get(id)!);
      expect(high, id).toBeGreaterThan(low);
    }
  }
});
