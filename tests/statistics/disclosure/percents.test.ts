import fc from "fast-check";
import { expect, it } from "vitest";
import { auditSuppression } from "#lib/statistics/disclosure/audit.ts";
import { feasibleIntervals } from "#lib/statistics/disclosure/feasible.ts";
import { suppress } from "#lib/statistics/disclosure/suppress.ts";
import type { PublishedPercent, Table } from "#lib/statistics/disclosure/table.ts";
import { marginsTable, sensitiveIn, threeWayTables } from "./linked-tables.ts";

/** 100 · count / base, half up, from whole numbers: floor((200 · u · count + base) / (2 · base)) / u. */
function percentOf(table: Table, count: string, base: string, decimals: number): PublishedPercent | null {
  const value = (id: string) => table.cells.find((cell) => cell.id === id)!.value;
  const [part, whole, unit] = [value(count), value(base), 10 ** decimals];
  if (count === base || whole === 0 || part > whole) return null;
  return { count, base, percent: Math.floor((200 * unit * part + whole) / (2 * whole)) / unit, decimals };
}

it("nothing sensitive is narrow beside shown percentages, unless it is reported as exposed", () => {
  fc.assert(
    fc.property(
      threeWayTables,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(1)), { maxLength: 3 }),
      fc.integer({ min: 1, max: 3 }),
      (base, picks, protection) => {
        const percents = new Map<string, PublishedPercent>();
        const id = (pick: number) => base.cells[pick % base.cells.length]!.id;
        for (const [count, whole, decimals] of picks) {
          const percent = percentOf(base, id(count), id(whole), decimals);
          if (percent) percents.set(JSON.stringify([percent.count, percent.base]), percent);
        }
        const table = { ...base, percents: [...percents.values()] };
        const { hidden, exposed } = suppress(table, { protection });
        const intervals = feasibleIntervals(table, hidden);
        for (const sensitive of sensitiveIn(table)) {
          if (exposed.has(sensitive)) continue;
          const { low, high } = intervals.get(sensitive)!;
          expect(high - low, sensitive).toBeGreaterThanOrEqual(protection);
        }
        const audit = auditSuppression(table, hidden, { protection });
        for (const found of [...audit.recoverable, ...audit.tooNarrow, ...audit.shown])
          expect(exposed.has(found), found).toBe(true);
      },
    ),
    { numRuns: 80 },
  );
});

it("a whole table that fits is found where the corners of the linear programme are fractions", () => {
  // 1 of 22 is 5 %. The hidden one may be 2 only if the base is 37 to 44 (2 / 44.4… = 4.5 %, 2 / 36.4 = 5.5 %).
  const base = marginsTable([3, 2, 2], [19, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0], (value) => value === 1);
  const table = { ...base, percents: [percentOf(base, "2|0|0", "*|*|0", 0)!] };
  expect(table.percents[0]).toEqual({ count: "2|0|0", base: "*|*|0", percent: 5, decimals: 0 });
  const { hidden, exposed } = suppress(table);
  expect(exposed.size).toBe(0);
  expect(auditSuppression(table, hidden).safe).toBe(true);
});

it("a percentage makes more cells hidden, where it would place one too narrowly", () => {
  const counts = marginsTable([2, 3], [3, 9, 28, 17, 21, 22], (value) => value === 3);
  const table = { ...counts, percents: [percentOf(counts, "0|0", "0|*", 0)!] };
  // 3 of 40 = 7.5 % → 8 %: with 40 shown, exactly 3.
  const plain = suppress(counts);
  expect(plain.hidden.has("0|*")).toBe(false);
  expect(auditSuppression(table, plain.hidden).tooNarrow).toEqual(new Set(["0|0"]));
  const { hidden, exposed } = suppress(table);
  expect(exposed.size).toBe(0);
  expect(hidden.has("0|*")).toBe(true);
  expect(auditSuppression(table, hidden).safe).toBe(true);
});
